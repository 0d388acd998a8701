"""Certificates: which one somebody has earned, its number, hours and check code. Rules of our own, in integers."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from facilitator.domain.participation import Presence
from facilitator.learning.badges import Badge, reaches

CertificateSort = Literal["", "part", "comp", "dist"]
"""None, of participation, of completion, of completion with distinction: each above the one before it."""

LEAST_ANSWERED = 10
"""With so many items answered, a checklist counts as started."""

_QUARTER = 15
HALVES: Mapping[Presence, int] = {"present": 2, "partial": 1, "absent": 0, "": 0}
"""How many half sessions each way of being there counts."""

_CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # no I, L, O, 0, 1: a code may be read over the phone
_CODE_LENGTH = 8
_NUMBER_PART = 10


@dataclass(frozen=True, slots=True)
class Series:
    """What somebody did in a series of half days: how they attended each, and how far they came with the checklist.

    `attended` has one entry a session, "" where nobody knows and for those before somebody enrolled late: all sessions
    count. `answered` items of the checklist have an answer; `carried_out` says that one was, with evidence.
    """

    attended: tuple[Presence, ...]
    answered: int = 0
    carried_out: bool = False


def course_certificate(badges: Sequence[int], *, reflected: bool, state: str = "active") -> CertificateSort:
    """For a microcourse, from the badge (0-3) of each lesson of the learner's track.

    Participation takes 50 % of the lessons at Bronze or better, completion 80 %; distinction takes completion, 60 % at
    Silver or better, and the closing reflection. Who has withdrawn, or was only invited, gets none.
    """
    if not takes_part(state):
        return ""
    whole = len(badges)
    with_badge = sum(each >= Badge.BRONZE for each in badges)
    silver = sum(each >= Badge.SILVER for each in badges)
    if not reaches(with_badge, whole, 80):
        return "part" if reaches(with_badge, whole, 50) else ""
    return "dist" if reflected and reaches(silver, whole, 60) else "comp"


def series_certificate(series: Series, *, state: str = "active") -> CertificateSort:
    """For a series of half days, by what was attended of four: two, three with a checklist started, all four.

    Attended in part counts as half, so that two parts are one. Distinction takes all sessions and one item of the
    checklist carried out with evidence. A series of another length goes by the same shares (50, 75 and 100 %). Who has
    withdrawn, or was only invited, gets none.
    """
    if not takes_part(state):
        return ""
    halves, whole = sum(HALVES[each] for each in series.attended), 2 * len(series.attended)
    if reaches(halves, whole, 100) and series.carried_out:
        return "dist"
    if reaches(halves, whole, 75) and series.answered >= LEAST_ANSWERED:
        return "comp"
    return "part" if reaches(halves, whole, 50) else ""


def takes_part(state: str) -> bool:
    """Whether somebody with this state of enrolment can earn anything."""
    return state not in ("invited", "withdrawn")


def learning_hours(minutes: Iterable[int]) -> float:
    """The sum of minutes as hours, rounded down to a quarter: 104 minutes are 1.5 hours."""
    return sum(minutes) // _QUARTER / 4


def certificate_number(program_code: str, cohort_code: str, serial: int) -> str:
    """PROGRAM-COHORT-nnn, without anything personal: "LEAD-F26-007". Codes keep their letters A-Z and digits only.

    A code of which nothing is left becomes "X".
    """
    return f"{_part(program_code)}-{_part(cohort_code)}-{serial:03}"


def next_serial(taken: Collection[int]) -> int:
    """The number after the highest: one that was given, `taken`, is never given again."""
    return max(taken, default=0) + 1


def check_code(fields: Mapping[str, object]) -> str:
    """Eight letters and digits in two groups ("7KQM-2VXA") that change when anything of the fields does.

    A short hash (SHA-256): it lets the issuer spot a typing change. It is no proof against forgery. Composed and
    decomposed letters are the same; dates count by their ISO form.
    """
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, default=_told)
    number = int.from_bytes(hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "replace")).digest())
    letters = ""
    for _ in range(_CODE_LENGTH):
        number, place = divmod(number, len(_CODE_LETTERS))
        letters += _CODE_LETTERS[place]
    return f"{letters[:4]}-{letters[4:]}"


def _told(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a certificate does not print a {type(value).__name__}")


def _part(code: str) -> str:
    bare = unicodedata.normalize("NFKD", code).upper()
    return re.sub("[^A-Z0-9]", "", bare)[:_NUMBER_PART] or "X"
