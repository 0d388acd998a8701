"""How levels of an assessment are told: the number and its word, never the one without the other."""

from facilitator.boards.assessment.view import AssessmentView
from facilitator.content.instruments import Area, Instrument, instrument
from facilitator.content.words import Words
from facilitator.domain.language import Language


def level_told(asked: Instrument, level: int | None, language: Language) -> str:
    """A level as it is read out: "3 Established"; what is not known has no number."""
    name = asked.scale.name_of(level).within(language)
    return name if level is None else f"{level} {name}"


def anchors_told(asked: Instrument, area: Area, language: Language) -> str:
    """How an area looks at the levels that have an anchor, a line each."""
    told = [f"{level_told(asked, each.level, language)}: {each.text.within(language)}" for each in area.anchors]
    return "\n".join(told)


def act_told(view: AssessmentView, words: Words) -> str:
    """Where to act first, and how; that nothing is stuck where nothing is."""
    found, asked = view.where_to_act(), instrument(view.instrument)
    if found is None:
        return words("assessment.nothing_stuck")
    area = asked.area(found.area)
    action = found.step.text.within(words.language) if found.step else area.text.within(words.language)
    return words("assessment.area_action", area=f"{area.code} {area.name.within(words.language)}", action=action)
