"""What a certificate tells: words of one language, frozen and comparable, as a View is."""

from dataclasses import asdict, dataclass
from datetime import date

from facilitator.domain.language import Language


@dataclass(frozen=True, slots=True)
class CertificateView:
    """A certificate as it is printed for one learner. `sort` is "part", "comp" or "dist"; blank texts are not printed.

    `gold`, `silver` and `bronze` count badges, `objectives` are those met, five at most. `begins_on` and `ends_on` are
    None where nobody said. `lessons` are those of the learner's track, or the sessions of a series (`of_sessions`), of
    which `lessons_done` count; half a session may count. `partners` are whom the issuer thanks for what was learned.
    """

    sort: str
    issuer: str
    learner: str
    program: str
    track: str
    cohort: str
    begins_on: date | None
    ends_on: date | None
    lessons_done: float
    lessons: int
    of_sessions: bool
    gold: int
    silver: int
    bronze: int
    hours: float
    objectives: tuple[str, ...]
    issued_on: date
    number: str
    signatory: str
    role: str
    language: Language
    check_code: str = ""
    partners: tuple[str, ...] = ()

    def printed(self) -> dict[str, object]:
        """All that its check code is reckoned from: what the learner did, not whom somebody thanks for it later on."""
        return {name: value for name, value in asdict(self).items() if name not in ("check_code", "partners")}
