"""Builds the sample engagement from resources/sample: what `facilitator demo` opens and the README shows."""

from collections import Counter
from collections.abc import Iterable, Mapping

from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.boards.checklist.view import entry_id
from facilitator.boards.stakeholder_web.model import (
    Deliverable,
    RaciRole,
    Relationship,
    Served,
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderNote,
    StakeholderSalience,
    StrategyReason,
    Web,
)
from facilitator.boards.value_board.model import (
    DETAIL_OF,
    Card,
    CardLink,
    PersonDots,
    Reading,
    Review,
    ValueFrame,
)
from facilitator.boards.value_board.places import CODE_LETTERS
from facilitator.content.reading import Bilingual
from facilitator.content.sample import (
    SampleChecklist,
    SampleData,
    SampleOutcome,
    SamplePrivate,
    SampleStakeholder,
    SampleWeb,
    sample_engagement,
)
from facilitator.content.sample_value import SampleCard, SampleValueBoard
from facilitator.domain.change import Change, adding
from facilitator.domain.engagement import Board, Engagement, Person, Session, SpokenCode
from facilitator.domain.language import Language, other_language
from facilitator.domain.outcome import CODE_LETTERS as OUTCOME_LETTERS
from facilitator.domain.outcome import Outcome
from facilitator.domain.record import Record
from facilitator.workshop.segments import segment_records
from facilitator.workshop.sessions import planned
from facilitator.workshop.twins import twins_between

WEB, VALUE, CHECKLIST = "stakeholder_web", "value_board", "checklist"


def founding_of_sample(language: Language) -> Change:
    """All records of the sample in one language, with their twins in the other one.

    Ids are those of the data, so that two samples are alike.
    """
    data = sample_engagement()
    records, others = (list(_records(data, each)) for each in (language, other_language(language)))
    return Change("found_engagement", adding([*records, *twins_between(records, others)]))


def _records(data: SampleData, language: Language) -> Iterable[Record]:
    organization = data.organization.within(language)
    yield Engagement(id="engagement", title=data.title.within(language), organization=organization, language=language)
    session = data.session
    for number, person in enumerate(session.people, start=1):
        yield Person(id=f"p{number}", name=person.name, organization=person.organization.within(language))
    web, value, checklist = data.stakeholder_web, data.value_board, data.checklist
    heads = (
        (WEB, web.title, web.question),
        (VALUE, value.title, value.question),
        (CHECKLIST, checklist.title, checklist.question),
    )
    boards = [
        Board(id=kind, number=number, kind=kind, title=title.within(language), question=question.within(language))
        for number, (kind, title, question) in enumerate(heads, start=1)
    ]
    yield from boards
    held = Session(
        id="session_1",
        number=1,
        title=session.title.within(language),
        agenda=session.agenda,
        held_on=session.held_on,
    )
    yield held
    yield from segment_records(held.id, planned(session.agenda, boards, language))
    yield from _web(web, language)
    called = {each.key: each.name for each in web.stakeholders}
    yield from _value_board(value, called, language)
    yield from _checklist(checklist, language)
    cards = Counter(CODE_LETTERS[card.column] for card in value.cards)
    outcomes = tuple(_outcomes(session.outcomes, held.id, cards, language))
    yield from outcomes
    given = cards + Counter(each.code[0] for each in outcomes)
    yield from (SpokenCode(id=letter, last=last) for letter, last in given.items())


def _outcomes(
    outcomes: Iterable[SampleOutcome], session_id: str, cards: Mapping[str, int], language: Language
) -> Iterable[Outcome]:
    """What came out of the session; codes go on where those of the `cards` end."""
    last = Counter(cards)
    for number, each in enumerate(outcomes, start=1):
        letter = OUTCOME_LETTERS[each.kind]
        last[letter] += 1
        yield Outcome(
            id=f"o{number}",
            session_id=session_id,
            number=number,
            kind=each.kind,
            code=f"{letter}{last[letter]}",
            text=each.text.within(language),
            who=each.who.within(language),
            due=each.due,
            confirmed=each.confirmed,
        )


def _web(web: SampleWeb, language: Language) -> Iterable[Record]:
    phase = web.phase.within(language)
    yield Web(
        id=WEB,
        project=web.hub.within(language),
        problem=web.problem.within(language),
        change_sought=web.change_sought.within(language),
        out_of_scope=web.out_of_scope.within(language),
        decision=web.decision.within(language),
        decision_date=web.decision_date,
        phase=phase,
        reviewed_on=web.reviewed_on,
        reviewed_phase=phase,
    )
    yield SpokenCode(id="S", last=len(web.stakeholders))
    for number, each in enumerate(web.stakeholders, start=1):
        yield from _stakeholder(number, each, language)
        yield from _private(each.key, each.private, language)
    for tie in web.relationships:
        yield Relationship(
            id=f"{tie.start}.{tie.end}",
            board_id=WEB,
            from_id=tie.start,
            to_id=tie.end,
            kind=tie.kind,
            strength=tie.strength,
            quality=tie.quality,
            direction=tie.direction,
            what_flows=tie.what_flows.within(language),
            confidence=tie.confidence,
        )
    for number, deliverable in enumerate(web.deliverables, start=1):
        its_id = deliverable.key
        yield Deliverable(id=its_id, board_id=WEB, number=number, name=deliverable.name.within(language))
        for who, role in deliverable.roles.items():
            yield RaciRole(id=f"{its_id}.{who}", deliverable_id=its_id, stakeholder_id=who, role=role)


def _stakeholder(number: int, each: SampleStakeholder, language: Language) -> Iterable[Record]:
    yield Stakeholder(
        id=each.key,
        board_id=WEB,
        code=f"S{number}",
        name=each.name.within(language),
        category=each.category,
        ring=each.ring,
        level_now=each.level_now,
        level_wanted=each.level_wanted,
        strategy=each.strategy.within(language),
        owner=each.owner.within(language),
        next_contact=each.next_contact,
        kind=each.kind,
        flags=" ".join(each.flags),
        interest=each.interest,
        impact_on_them=each.impact_on_them,
        needs=each.needs.within(language),
        concerns=each.concerns.within(language),
        contribution=each.contribution.within(language),
        strategy_id=each.strategy_id,
        cadence=each.cadence,
        channel=each.channel,
        access_plan=each.access_plan.within(language),
        confidence=each.confidence,
    )


def _private(its_id: str, private: SamplePrivate, language: Language) -> Iterable[Record]:
    """Records of what is known only: none for what is not."""
    if private.attitude is not None or private.basis:
        yield StakeholderAttitude(id=its_id, attitude=private.attitude, basis=private.basis)
    if private.influence is not None or private.sources:
        yield StakeholderInfluence(id=its_id, influence=private.influence, sources=" ".join(private.sources))
    if private.urgency is not None or private.legitimacy is not None:
        yield StakeholderSalience(id=its_id, urgency=private.urgency, legitimacy=private.legitimacy)
    if reason := private.strategy_reason.within(language):
        yield StrategyReason(id=its_id, text=reason)
    if note := private.note.within(language):
        yield StakeholderNote(id=its_id, text=note)


def _value_board(board: SampleValueBoard, called: Mapping[str, Bilingual], language: Language) -> Iterable[Record]:
    yield ValueFrame.model_validate({"id": VALUE, **board.test})
    for column, letter in CODE_LETTERS.items():
        cards = [card for card in board.cards if card.column == column]
        for number, card in enumerate(cards, start=1):
            text = card.text.within(language)
            code = f"{letter}{number}"
            yield Card(id=card.key, board_id=VALUE, code=code, column=column, text=text, slot=card.slot)
            yield from _known_of(card, called, language)
    for link in board.links:
        yield CardLink(
            id=f"{link.start}.{link.end}",
            board_id=VALUE,
            from_id=link.start,
            to_id=link.end,
            kind=link.kind,
            note=link.note.within(language),
        )
    for review in board.reviews:
        known = {"cadence": review.cadence, "planned_on": review.planned_on, "held_on": review.held_on}
        answers = _said(review.answers, language)
        yield Review.model_validate({"id": review.key, "board_id": VALUE, **known, **answers})
    for number, given in enumerate(board.dots, start=1):
        for card_id, dots in given.dots.items():
            its_id = f"d{number}.{card_id}"
            yield PersonDots(id=its_id, board_id=VALUE, card_id=card_id, person=given.person, dots=dots)


def _known_of(card: SampleCard, called: Mapping[str, Bilingual], language: Language) -> Iterable[Record]:
    if card.details:
        yield DETAIL_OF[card.column].model_validate({"id": card.key, **_said(card.details, language)})
    for number, served in enumerate(card.serves, start=1):
        name = called[served.key] if served.key else served.name
        yield Served(
            id=f"{card.key}.{number}",
            card_id=card.key,
            name=name.within(language),
            stakeholder_id=served.key or None,
        )
    for reading in card.readings:
        yield Reading(
            id=f"{card.key}.{reading.read_on}",
            kpi_id=card.key,
            read_on=reading.read_on,
            value=reading.value,
            rating=reading.rating,
            narrative=reading.narrative.within(language),
            voices=reading.voices.within(language),
            evidence=reading.evidence.within(language),
        )


def _said(values: Mapping[str, object], language: Language) -> dict[str, object]:
    """Values of which texts are in both languages, in one."""
    return {key: value.within(language) if isinstance(value, Bilingual) else value for key, value in values.items()}


def _checklist(checklist: SampleChecklist, language: Language) -> Iterable[Record]:
    for entry in checklist.entries:
        yield ChecklistEntry(
            id=entry_id(CHECKLIST, entry.item),
            board_id=CHECKLIST,
            item=entry.item,
            status=entry.status,
            owner=entry.owner.within(language),
            due=entry.due,
            evidence=entry.evidence.within(language),
            reason=entry.reason.within(language),
        )
