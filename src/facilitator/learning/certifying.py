"""Who has earned a certificate, and why; issuing and taking back: pure edits. All of it is private."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from facilitator.content.naming import plain
from facilitator.content.words import Words
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Person
from facilitator.domain.language import Language
from facilitator.domain.learning import Certificate
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import HALF_DAY_SERIES, Cohort, Program
from facilitator.domain.refusal import EditRejected
from facilitator.learning.badges import Badge
from facilitator.learning.certificates import CertificateSort
from facilitator.learning.learners import (
    attended,
    certificate_earned,
    certificates_of,
    closing_reflection,
    issued,
    standings,
)

Progress = Callable[[str], tuple[int, bool]]
"""How far somebody (their id) came with a checklist: items answered, and whether one was carried out with evidence."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody in a cohort: what they have earned, "" nothing, why in a sentence, and what was issued to them.

    `name` is as they are called here, `printed` as a certificate names them, "" where they are not to be named.
    """

    person_id: str
    name: str
    printed: str
    state: str
    earned: CertificateSort
    why: str
    issued: tuple[Certificate, ...]

    @property
    def has_it(self) -> bool:
        """Whether what they have earned was issued to them."""
        return any(each.sort == self.earned for each in self.issued)


def candidates(
    document: Document, cohort_id: str, day: date, words: Words, progress_of: Progress
) -> tuple[Candidate, ...]:
    """Everybody in a cohort by name, as they stand on `day`; raises EditRejected("gone")."""
    document.get(Cohort, cohort_id)
    its = [each for each in document.every(Enrolment) if each.cohort_id == cohort_id]
    found = [_candidate(document, each, day, words, progress_of(each.person_id)) for each in its]
    return tuple(sorted(found, key=lambda each: (plain(each.name), each.person_id)))


def certificates_issued(
    document: Document,
    cohort_id: str,
    person_ids: Iterable[str],
    day: date,
    language: Language,
    progress_of: Progress,
) -> Change:
    """Issue to each of these people what they have earned by `day`, in one step, with the next numbers of the cohort.

    `document` holds people's words as they will be printed: in `language`. Raises EditRejected: "gone", "nothing_to_do"
    for nobody, "certificate_not_earned" (name), "certificate_twice" (name) where it was issued before.
    """
    changes: list[Change] = []
    for person_id in dict.fromkeys(person_ids):
        sort = _earned(document, cohort_id, person_id, day, progress_of(person_id))
        if any(each.sort == sort for each in _issued(document, cohort_id, person_id)):
            raise EditRejected("certificate_twice", name=document.get(Person, person_id).name)
        changes.append(issued(document, cohort_id, person_id, sort, day, language))
        document = document.after(changes[-1])
    if not changes:
        raise EditRejected("nothing_to_do")
    return composed("issue_certificate", changes)


def certificates_revoked(document: Document, certificate_ids: Iterable[str], day: date) -> Change:
    """Take certificates back on this day; raises EditRejected: "gone", "nothing_to_do"."""
    its = [document.get(Certificate, each) for each in dict.fromkeys(certificate_ids)]
    return changed("revoke_certificate", [(each, each.having(revoked_on=day)) for each in its if not each.revoked_on])


def _earned(document: Document, cohort_id: str, person_id: str, day: date, its: tuple[int, bool]) -> CertificateSort:
    answered, carried_out = its
    return certificate_earned(document, cohort_id, person_id, day, answered=answered, carried_out=carried_out)


def _candidate(document: Document, enrolment: Enrolment, day: date, words: Words, its: tuple[int, bool]) -> Candidate:
    cohort_id, person_id = enrolment.cohort_id, enrolment.person_id
    person = document.get(Person, person_id)
    return Candidate(
        person_id,
        person.name,
        (enrolment.certificate_name or person.name) if enrolment.named else "",
        enrolment.state,
        _earned(document, cohort_id, person_id, day, its),
        _why(document, enrolment, day, words, its),
        _issued(document, cohort_id, person_id),
    )


def _why(document: Document, enrolment: Enrolment, day: date, words: Words, its: tuple[int, bool]) -> str:
    cohort_id, person_id = enrolment.cohort_id, enrolment.person_id
    if enrolment.state in ("invited", "withdrawn"):
        stands = enrolment.state == "withdrawn" and _issued(document, cohort_id, person_id)
        return words("lesson.why_withdrawn_issued" if stands else f"lesson.why_{enrolment.state}")
    kind = document.get(Program, document.get(Cohort, cohort_id).program_id).kind
    if kind == HALF_DAY_SERIES:
        presences = attended(document, cohort_id, person_id)
        halves = sum({"present": 2, "partial": 1}.get(each, 0) for each in presences)
        told = words("lesson.why_series", count=words.number(halves / 2), all=len(presences), answered=its[0])
        return told + (words("lesson.why_carried_out") if its[1] else "")
    badges = [each.badge for _, each in standings(document, cohort_id, person_id, day)]
    counts = {"count": sum(each >= Badge.BRONZE for each in badges), "all": len(badges)}
    told = words("lesson.why_course", **counts, silver=sum(each >= Badge.SILVER for each in badges))
    reflected = closing_reflection(document, cohort_id, person_id, day)
    return told + words("lesson.why_reflected" if reflected else "lesson.why_not_reflected")


def _issued(document: Document, cohort_id: str, person_id: str) -> tuple[Certificate, ...]:
    return tuple(
        each for each in certificates_of(document) if (each.cohort_id, each.person_id) == (cohort_id, person_id)
    )
