"""How levels of an assessment are told: the number and its word, never the one without the other."""

from facilitator.content.instruments import Instrument
from facilitator.domain.language import Language


def level_told(asked: Instrument, level: int | None, language: Language) -> str:
    """A level as it is read out: "3 Established"; what is not known has no number."""
    name = asked.scale.name_of(level).within(language)
    return name if level is None else f"{level} {name}"
