"""The stakeholder web as a kind of board."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from facilitator.boards.described import (
    Dated,
    Direction,
    Field,
    Finding,
    Form,
    Item,
    ItemGroup,
    ItemLink,
    KeptMoment,
    Layer,
    Table,
)
from facilitator.boards.evidence import Evidence
from facilitator.boards.redaction import UNTOUCHED, Redaction, RedactionAnswers
from facilitator.boards.stakeholder_web import edits, fields, moments, tools
from facilitator.boards.stakeholder_web.checks.analyses import findings_of
from facilitator.boards.stakeholder_web.evidence import evidence_of
from facilitator.boards.stakeholder_web.exchange.exchanged import ExchangedWeb
from facilitator.boards.stakeholder_web.exemplar.exemplar import exemplar
from facilitator.boards.stakeholder_web.exemplar.redacting import redaction_of
from facilitator.boards.stakeholder_web.model import (
    RECORDS,
    Stakeholder,
    Web,
)
from facilitator.boards.stakeholder_web.picture import picture_of
from facilitator.boards.stakeholder_web.private_badges import private_badges
from facilitator.boards.stakeholder_web.tables import (
    items,
    private_table,
    relationship_table,
    stakeholder_table,
)
from facilitator.boards.stakeholder_web.view import ATTITUDE, GRID, INFLUENCE, LEVELS, WEB, StakeholderWebView, view_of
from facilitator.content import methods
from facilitator.content.steps import Step
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.picture import Picture
from facilitator.domain.record import Record
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.workshop.capture import AddLine, LinkLine

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


class StakeholderWeb(ExchangedWeb):
    """Who is inside and outside a project, how close, how they are tied, and how to engage each of them."""

    id = "stakeholder_web"
    records: tuple[type[Record], ...] = RECORDS
    settings = ("category_set", "level_labels")
    enlarges = True

    def found(self, board: Board, today: date, project: str = "") -> tuple[Record, ...]:
        """A hub that is named like the project, or like the board until that has a name."""
        return (Web(id=board.id, project=project or board.title, reviewed_on=today),)

    def forms(self, words: Words) -> tuple[Form, ...]:
        """By closeness, participation now and wanted, influence against stake."""
        needs = {GRID: frozenset({INFLUENCE})}
        return tuple(
            Form(each, words(f"web.form_{each}"), needs.get(each, frozenset()), takes_drops=True)
            for each in (WEB, LEVELS, GRID)
        )

    def layers(self, words: Words) -> tuple[Layer, ...]:
        """Influence and attitude."""
        return tuple(Layer(each, words(f"web.layer_{each}")) for each in (INFLUENCE, ATTITUDE))

    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> StakeholderWebView:
        """Names, places, ties and plans; influence and attitude only where their layer is on, never a note."""
        return view_of(document, board_id, showing)

    def picture(self, view: View, theme: Theme) -> Picture:
        """The hub with its sectors, rings and stakeholders."""
        return picture_of(_own(view), theme)

    def items(self, view: View) -> tuple[Item, ...]:
        """All stakeholders, those in stacks too."""
        return items(_own(view))

    def links(self, view: View, words: Words) -> tuple[ItemLink, ...]:
        """The ties between stakeholders, and those with the hub."""
        return tuple(
            ItemLink(tie.id, tie.from_id, tie.to_id, methods.line_kind(tie.kind).name.within(words.language))
            for tie in _own(view).relationships
        )

    def groups(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """The sectors, clockwise."""
        categories = methods.categories(_own(view).category_set)
        return tuple(ItemGroup(each.id, each.name.within(words.language)) for each in categories)

    def rings(self, words: Words) -> tuple[str, ...]:
        """From the core team outwards."""
        return tuple(each.name.within(words.language) for each in methods.rings())

    def counts(self, view: View) -> Mapping[str, int]:
        """Stakeholders and relationships."""
        return {"stakeholders": len(_own(view).stakeholders), "relationships": len(_own(view).relationships)}

    def tables(self, view: View, words: Words) -> tuple[Table, ...]:
        """The stakeholders, their ties if there are any, and what has moved since an earlier moment."""
        own = _own(view)
        tables = [stakeholder_table(own, words)]
        if own.relationships:
            tables.append(relationship_table(own, words))
        if own.then:
            tables.append(moments.moved_table(own, words))
        return tuple(tables)

    def private_tables(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        """The stakeholders with influence, attitude and note."""
        return (private_table(document, view_of(document, board_id), words),)

    def handout(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """The map, the map in words, the engagement plan, the practice cards."""
        from facilitator.boards.stakeholder_web.handout import handout  # ReportLab is slow to load, seldom needed

        return handout(_own(view), words)

    def private_report(
        self, document: Document, board_id: str, today: date, words: Words, width: float
    ) -> "list[Flowable]":
        """What the checks find, influence, attitudes, notes, suggestions with their reasons."""
        from facilitator.boards.stakeholder_web.pages.report import private_report  # as in handout

        return private_report(document, board_id, self.findings(document, board_id, today, words), words)

    def findings(self, document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
        """The gap checks, A01 to A25 and V01."""
        return findings_of(document, board_id, today, words)

    def review(self, document: Document, board_id: str, day: date) -> Change:
        """The day and the project's phase, from which the checks tell when it is due again."""
        return fields.set_field(document, board_id, "reviewed_on", day.isoformat())

    def steps(self) -> tuple[Step, ...]:
        """The eight steps, from the problem to the next actions."""
        return methods.steps()

    def moments(self, document: Document, board_id: str) -> tuple[KeptMoment, ...]:
        """How the map stood at the ends of earlier sessions."""
        return moments.moments_of(document, board_id)

    def has_moved(self, view: View) -> bool:
        """Whether somebody is elsewhere, new, gone, or called otherwise."""
        return bool(moments.what_moved(_own(view)))

    def keep_moment(self, document: Document, board_id: str, title: str, day: date) -> Change:
        """Where everybody stands, to compare with later."""
        return moments.keep_moment(document, board_id, title, day)

    def forget_moment(self, document: Document, moment_id: str) -> Change:
        """An earlier moment with its places."""
        return moments.forget_moment(document, moment_id)

    def status(self, view: View, words: Words) -> str:
        """Draft, validated with the participant, or shared."""
        return words(f"web.state_{_own(view).state}")

    def redaction(
        self, document: Document, board_id: str, words: Words, answers: RedactionAnswers = UNTOUCHED
    ) -> Redaction:
        """Names to roles, addresses and numbers out, in every text that passes."""
        return redaction_of(document, board_id, words, answers)

    def exemplar(self, document: Document, board_id: str, answers: RedactionAnswers, day: date) -> Change:
        """A redacted copy of the map that the group may see."""
        return exemplar(document, board_id, answers, day)

    def evidence(self, document: Document, board_id: str, words: Words) -> tuple[Evidence, ...]:
        """The problem, the map and its review, who is accountable, and what is planned for whom."""
        return evidence_of(document, board_id, words)

    def withheld(self, document: Document, board_id: str) -> bool:
        """A 1:1 web is its participant's once an exemplar of it is there for the group."""
        return any(web.made_from_id == board_id for web in document.every(Web))

    def is_unredacted(self, document: Document, board_id: str) -> bool:
        """A map with somebody on it that is still a draft, unless it is an exemplar."""
        web = document.get(Web, board_id)
        there = any(each.board_id == board_id for each in document.every(Stakeholder))
        return there and web.state == "draft" and not web.made_from_id

    def dates(self, document: Document, board_id: str, words: Words) -> tuple[Dated, ...]:
        """The next contacts, as the plan in the handout has them."""
        people = view_of(document, board_id).stakeholders
        found = (
            Dated(f"contact-{each.id}", each.next_contact, words("web.date_contact", name=each.name), each.owner)
            for each in people
            if each.next_contact
        )
        return tuple(sorted(found, key=lambda each: (each.day, each.title)))

    def prep_guide(self, words: Words, width: float) -> "list[Flowable]":
        """What to bring to the 1:1 session, what may be shown of it, and the questions for every category."""
        from facilitator.boards.stakeholder_web.pages.prep_guide import (
            prep_guide,  # ReportLab is slow to load, seldom needed
        )

        return prep_guide(words)

    def add(self, document: Document, board_id: str, line: AddLine, group: str) -> Change:
        """A new stakeholder."""
        return edits.add_stakeholder(document, board_id, line, group)

    def link(self, document: Document, board_id: str, line: LinkLine) -> Change:
        """A tie between two stakeholders."""
        return edits.relate(document, board_id, line)

    def rename(self, document: Document, item_id: str, name: str) -> Change:
        """Another name for a stakeholder; in the hub, for the project."""
        key = "project" if document.find(Web, item_id) else "name"
        return fields.set_field(document, item_id, key, name)

    def regroup(self, document: Document, item_ids: Sequence[str], group: str) -> Change:
        """Stakeholders into another sector."""
        return tools.regroup(document, item_ids, group)

    def nudge(self, document: Document, item_ids: Sequence[str], direction: Direction) -> Change:
        """Left and right: the neighbouring sector; up and down: towards the hub and away from it."""
        return tools.nudge(document, item_ids, direction)

    def drop(
        self,
        document: Document,
        board_id: str,
        item_ids: Sequence[str],
        x: float,
        y: float,
        showing: Showing = PLAIN,
    ) -> Change:
        """Into the sector and ring under the point, where they stay."""
        return tools.drop(document, board_id, item_ids, x, y, showing)

    def tidy(self, document: Document, board_id: str) -> Change:
        """Everybody where the layout puts them."""
        return edits.release_all(document, board_id)

    def delete(self, document: Document, item_ids: Sequence[str]) -> Change:
        """Stakeholders with their ties and private records, or ties."""
        return edits.delete(document, item_ids)

    def fields(self, document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
        """Public words and plan of a stakeholder, then the private ones; the kind of a tie; the words of the hub."""
        return fields.fields_of(document, item_id, words)

    def set_field(self, document: Document, item_id: str, key: str, value: str) -> Change:
        """Edit one of `fields`."""
        return fields.set_field(document, item_id, key, value)

    def private_badges(self, document: Document, board_id: str) -> Mapping[str, str]:
        """Influence and attitude in the marks of capture lines: "!3 ~-1"."""
        return private_badges(document, board_id)


def _own(view: View) -> StakeholderWebView:
    return cast(StakeholderWebView, view)


KIND = StakeholderWeb()
