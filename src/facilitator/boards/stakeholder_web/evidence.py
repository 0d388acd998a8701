"""What a stakeholder web shows of the items of the checklist: numbers and days, never a name."""

from collections.abc import Iterator, Sequence

from facilitator.boards.evidence import Evidence
from facilitator.boards.stakeholder_web.checks.analyses import findings_of
from facilitator.boards.stakeholder_web.model import Deliverable, RaciRole, Stakeholder, Web, ids_of
from facilitator.content.words import Words
from facilitator.domain.document import Document

_CORE = 1
_FEWEST_OF_TEAM = 2


def evidence_of(document: Document, board_id: str, words: Words) -> tuple[Evidence, ...]:
    """The problem (v1), the map and its review (v5), who is accountable (v9), the team (d1), those who are harder to
    reach (d7), what the change does to people (c3), and contacts with unions and staff associations (c4).

    Gaps are looked for on the day of the review. Raises EditRejected("gone") if the board is no more.
    """
    web = document.get(Web, board_id)
    people = [each for each in document.every(Stakeholder) if each.board_id == board_id]
    return tuple(_evidence(document, web, people, words))


def _evidence(document: Document, web: Web, people: Sequence[Stakeholder], words: Words) -> Iterator[Evidence]:
    if web.problem.strip():
        yield Evidence("v1", False, words("checklist.says_problem"))
    if people:
        yield _map(document, web, len(people), words)
    yield from _accountable(document, web.id, words)
    team = sum(each.ring == _CORE for each in people)
    if team >= _FEWEST_OF_TEAM:
        yield Evidence("d1", False, words("checklist.says_team", count=team))
    far = [each for each in people if "harder_to_reach" in ids_of(each.flags)]
    planned = sum(bool(each.access_plan.strip()) for each in far)
    if planned:
        yield Evidence("d7", False, words("checklist.says_access", planned=planned, all=len(far)))
    known = sum(each.impact_on_them is not None for each in people)
    if known:
        done = known == len(people)
        yield Evidence("c3", done, words("checklist.says_impact_on_them", known=known, all=len(people)))
    staff = [each for each in people if "represented_staff" in ids_of(each.flags)]
    contacts = sum(each.next_contact is not None for each in staff)
    if contacts:
        yield Evidence("c4", False, words("checklist.says_staff", planned=contacts, all=len(staff)))


def _map(document: Document, web: Web, count: int, words: Words) -> Evidence:
    people = words("checklist.says_people", count=count)
    if web.reviewed_on is None:
        return Evidence("v5", False, words("checklist.says_mapped", people=people))
    found = findings_of(document, web.id, web.reviewed_on, words)
    high = sum(each.severity == "high" for each in found)
    gaps = words("checklist.says_gaps", count=high) if high else words("checklist.says_no_gap")
    day = words.date(web.reviewed_on)
    return Evidence("v5", not high, words("checklist.says_reviewed", day=day, people=people, gaps=gaps))


def _accountable(document: Document, board_id: str, words: Words) -> Iterator[Evidence]:
    deliverables = {each.id for each in document.every(Deliverable) if each.board_id == board_id}
    roles = [each.deliverable_id for each in document.every(RaciRole) if each.role == "A"]
    settled = sum(roles.count(each) == 1 for each in deliverables)
    if settled:
        yield Evidence("v9", False, words("checklist.says_accountable", settled=settled, all=len(deliverables)))
