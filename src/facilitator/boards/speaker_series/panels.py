"""The panels of a speaker series as data: who speaks, then what a group takes away on each leadership principle."""

from facilitator.boards.panels.shape import Panel, RowField
from facilitator.boards.speaker_series.model import SPEAKER_STATES, Speaker, SpeakerNote, TakeAway, TakeAwayNote
from facilitator.content.instruments import Area, instrument
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.workshop.agenda import sessions_of
from facilitator.workshop.one_to_ones import is_for_two

SPEAKERS = "speakers"
"""The id of the panel of speakers and guests; the others have the ids of the principles."""

_NOTE = RowField("note", "speakers.field_note", "text", private=True)


def principles() -> tuple[Area, ...]:
    """The eight leadership principles, in their order."""
    return instrument("principles").areas


def _principles_to_choose(document: Document, words: Words) -> tuple[tuple[str, str], ...]:
    return ("", words("speakers.nobody_said")), *((each.id, each.name.within(words.language)) for each in principles())


def _sessions_to_choose(document: Document, words: Words) -> tuple[tuple[str, str], ...]:
    """Those for a group: what is between two is no place for a talk, and its title may name them."""
    found = [each for each in sessions_of(document) if not is_for_two(document, each)]
    return ("", words("speakers.no_session")), *((each.id, each.title) for each in found)


def _speakers_to_choose(document: Document, words: Words) -> tuple[tuple[str, str], ...]:
    found = sorted(document.every(Speaker), key=lambda each: (each.board_id, each.number, each.id))
    return ("", words("speakers.nobody_said")), *((each.id, each.name) for each in found)


def _states_to_choose(document: Document, words: Words) -> tuple[tuple[str, str], ...]:
    return tuple((each, words(f"speakers.state_{each or 'none'}")) for each in SPEAKER_STATES)


def _of_principle(area: Area) -> Panel:
    return Panel(
        id=area.id,
        name=lambda words: area.name.within(words.language),
        record=TakeAway,
        letter="T",
        words="text",
        words_label="speakers.take_away",
        fields=(RowField("speaker_id", "speakers.field_speaker", "choice", _speakers_to_choose, on_card=True), _NOTE),
        note=TakeAwayNote,
        sets={"principle": area.id},
        hint=lambda words: area.prompts[0].within(words.language),
    )


PANELS: tuple[Panel, ...] = (
    Panel(
        id=SPEAKERS,
        name=lambda words: words("speakers.speakers"),
        record=Speaker,
        letter="L",
        words="name",
        words_label="speakers.name",
        fields=(
            RowField("position", "speakers.field_position", on_card=True),
            RowField("organization", "speakers.field_organization", on_card=True),
            RowField("about", "speakers.field_about", "text", on_card=True),
            RowField("principle", "speakers.field_principle", "choice", _principles_to_choose),
            RowField("speaks_on", "speakers.field_speaks_on", "date", on_card=True),
            RowField("session_id", "speakers.field_session", "choice", _sessions_to_choose),
            RowField("state", "speakers.field_state", "choice", _states_to_choose, private=True),
            RowField("contact", "speakers.field_contact", private=True),
            _NOTE,
        ),
        note=SpeakerNote,
        hint=lambda words: words("speakers.hint"),
    ),
    *(_of_principle(area) for area in principles()),
)
