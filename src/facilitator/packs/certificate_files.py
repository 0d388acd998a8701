"""Certificates that were issued, as files beside older ones: a PDF each and, where wanted, unsigned Open Badges."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.document import Document
from facilitator.domain.language import Language
from facilitator.domain.learning import Certificate
from facilitator.exchange.writing import free_path, plain_stem, write_all
from facilitator.handouts.batch import Reached, Recipient, Summary, write_batch
from facilitator.handouts.paper import Paper
from facilitator.learning.learners import certificate_view
from facilitator.learning.open_badges import open_badge_name, open_badge_text
from facilitator.learning.program_badges import program_badges
from facilitator.packs.handing_out import make_handout
from facilitator.packs.sorts import HandoutOrder
from facilitator.workshop.twins import in_language

WriteCertificates = Callable[
    [
        Path,
        Paper,
        tuple[tuple[str, str], ...],
        bool,
        Callable[[Reached], None],
        Callable[[], bool],
        Callable[[Exception], None],
    ],
    Summary,
]
"""Folder, paper, certificates, whether with badges; then who is told of progress, says whether it was cancelled, and
hears of errors that are no refusals."""


@dataclass(frozen=True, slots=True)
class CertificateOrder:
    """Which certificates are wanted, by their ids with the names of their learners, and where and how."""

    folder: Path
    paper: Paper
    wanted: tuple[tuple[str, str], ...]
    badges: bool = False


def write_certificates(
    document: Document,
    order: CertificateOrder,
    progress: Callable[[Reached], None] = lambda reached: None,
    cancelled: Callable[[], bool] = lambda: False,
    unforeseen: Callable[[Exception], None] = lambda error: None,
) -> Summary:
    """Write each certificate in its own language, called by its number; see `handouts.batch.write_batch`.

    With `badges` there stands beside each the same as Open Badges JSON, whose name says that it is unsigned, and so
    does each badge of the program that the learner had earned by then.
    """

    def write(one: Recipient, tell: Callable[[int, int], None], ended: Callable[[], bool]) -> tuple[Path, bool]:
        certificate = document.get(Certificate, one.person_id)
        language: Language = "fr" if certificate.language == "fr" else "en"
        said = in_language(document, language)
        view = certificate_view(said, certificate.id)
        its_parts = (f"certificate:{certificate.id}",)
        its = HandoutOrder(order.paper, language, "certificate", parts=its_parts, day=certificate.issued_on)
        made = make_handout(document, its, progress=tell, cancelled=ended)
        endings = {f"-{language}-{order.paper}.pdf": made.pdf}
        if order.badges:
            seed = _seed(document, certificate)
            badges = program_badges(document, certificate.cohort_id, certificate.person_id, certificate.issued_on)
            for badge in (None, *badges):
                beside = open_badge_name(view, badge).removeprefix(view.number)
                endings[beside] = open_badge_text(view, seed, badge).encode()
        first = free_path(order.folder, view.number, *endings)
        ending = next(iter(endings))
        stem = first.name.removesuffix(ending)
        write_all({order.folder / f"{stem}{each}": data for each, data in endings.items()})
        return first, stem != plain_stem(view.number)

    people = [Recipient(certificate_id, name) for certificate_id, name in order.wanted]
    return write_batch(people, write, progress, cancelled, unforeseen)


def writer_of(document: Document) -> WriteCertificates:
    """What writes the certificates of this document, as the windows ask for it."""

    def write(
        folder: Path,
        paper: Paper,
        wanted: tuple[tuple[str, str], ...],
        badges: bool,
        progress: Callable[[Reached], None],
        cancelled: Callable[[], bool],
        unforeseen: Callable[[Exception], None],
    ) -> Summary:
        order = CertificateOrder(folder, paper, wanted, badges)
        return write_certificates(document, order, progress, cancelled, unforeseen)

    return write


def _seed(document: Document, certificate: Certificate) -> str:
    """What tells the badges of this cohort from those of any other engagement: the id of its first certificate."""
    its: Sequence[Certificate] = [
        each for each in document.every(Certificate) if each.cohort_id == certificate.cohort_id
    ]
    return min(its, key=lambda each: each.serial).id
