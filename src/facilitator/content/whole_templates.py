"""Templates as a whole: sessions with their segments, and the boards that these turn to, the house's and own ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from facilitator.content import agendas
from facilitator.content.agendas import SESSIONS, Agenda, AgendaSegment, Template, TemplateBoard
from facilitator.content.naming import plain
from facilitator.content.reading import Bilingual
from facilitator.domain.language import Language, other_language

OWN = "own:"
"""How the id of an own template begins; the rest is the name of its file without the suffix."""

NOTHING = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class OwnText(Bilingual):
    """A text of somebody's own: where it is in one language only, that stands for the other."""

    def within(self, language: Language) -> str:
        """The text in one language, else in the other."""
        sides = {"en": self.en, "fr": self.fr}
        return sides[language] or sides[other_language(language)]


@dataclass(frozen=True, slots=True)
class PlannedSegment:
    """A segment as `Segment` has it; `board` is the place of its board among those of the template, None for none.

    `spot` is what stands in the spotlight as the house calls it; where that board has no such thing, it says nothing.
    """

    title: Bilingual
    minutes: int
    method: str = ""
    prompt: Bilingual = NOTHING
    materials: Bilingual = NOTHING
    fixed: bool = False
    minimum: int | None = None
    cut_order: int | None = None
    board: int | None = None
    form: str = ""
    large: bool = False
    spot: str = ""


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A session; `agenda` is the id of the house's agenda that it comes from, "" for an own one."""

    title: Bilingual
    segments: tuple[PlannedSegment, ...]
    for_two: bool = False
    agenda: str = ""

    @property
    def minutes(self) -> int:
        """How long it is."""
        return sum(segment.minutes for segment in self.segments)


@dataclass(frozen=True, slots=True)
class PlannedBoard:
    """A board without its content; `choices` are fields that are set at once, such as the instrument of a summary."""

    kind: str
    title: Bilingual
    question: Bilingual = NOTHING
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WholeTemplate:
    """What sessions, or a new engagement, can start from; `purpose` says in a sentence what for.

    Where its sessions make one program, `cohort` is what the first group that goes through it is called, and `program`
    the kind of that program.
    """

    id: str
    name: Bilingual
    purpose: Bilingual
    sessions: tuple[PlannedSession, ...]
    boards: tuple[PlannedBoard, ...]
    cohort: Bilingual | None = None
    program: str = "community_of_practice"

    @property
    def is_own(self) -> bool:
        """Whether it is somebody's own, and none of the house."""
        return self.id.startswith(OWN)

    @property
    def minutes(self) -> int:
        """The length of all sessions."""
        return sum(session.minutes for session in self.sessions)

    @property
    def segments(self) -> Iterator[PlannedSegment]:
        """Those of all sessions."""
        return (segment for session in self.sessions for segment in session.segments)

    @property
    def for_two(self) -> bool:
        """Whether all its sessions are 1:1s."""
        return bool(self.sessions) and all(session.for_two for session in self.sessions)


def whole(template: Template) -> WholeTemplate:
    """A template of the house with what its agendas hold."""
    return WholeTemplate(
        template.id,
        template.name,
        template.description,
        tuple(
            PlannedSession(each.title, _segments(agenda, template.boards, each.spot), agenda.one_to_one, agenda.id)
            for each in template.sessions
            for agenda in [agendas.agenda(each.agenda)]
        ),
        tuple(PlannedBoard(each.kind, each.title, each.question, each.choices) for each in template.boards),
        template.cohort,
        template.program,
    )


def finds(template: WholeTemplate, wanted: str) -> bool:
    """Whether every word of `wanted` begins a word of a template, in either language; case and accents do not count.

    Looked through are name and purpose, titles, methods, prompts, and the boards.
    """
    cards = {card.id: card.name for card in agendas.method_cards()}
    methods = (cards.get(segment.method, NOTHING) for segment in template.segments)
    texts = (*texts_of(template), *methods, Bilingual(template.id, template.id))
    said = {word for text in texts for side in (text.en, text.fr) for word in plain(side).split()}
    return all(any(word.startswith(typed) for word in said) for typed in plain(wanted).split())


def texts_of(template: WholeTemplate) -> Iterator[Bilingual]:
    """All texts of a template, name and purpose first."""
    yield from (template.name, template.purpose)
    for board in template.boards:
        yield from (board.title, board.question)
    for session in template.sessions:
        yield session.title
        for each in session.segments:
            yield from (each.title, each.prompt, each.materials)


def _spot(segment: AgendaSegment, of_session: str) -> str:
    return of_session if segment.spot == SESSIONS else segment.spot


def _segments(agenda: Agenda, boards: tuple[TemplateBoard, ...], spot: str) -> tuple[PlannedSegment, ...]:
    """Those of an agenda; each turns to the first board of its sort that serves the agenda."""
    places: dict[str, int] = {}
    for place, board in enumerate(boards):
        if board.serves in ("", agenda.id):
            places.setdefault(board.kind, place)
    return tuple(
        PlannedSegment(
            each.title,
            each.minutes,
            each.method,
            each.prompt,
            each.materials,
            minimum=each.minimum,
            cut_order=each.cut_order,
            board=places.get(each.board),
            form=each.form if each.board in places else "",
            spot=_spot(each, spot) if each.board in places else "",
        )
        for each in agenda.segments
    )
