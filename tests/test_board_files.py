"""One board as a file: a private one says so, and is a table or a report."""

import pytest

from facilitator.board_files import write_board
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.refusal import StoreError
from facilitator.sample import founding_of_sample
from paper import Handout

EN = Words("en")


@pytest.fixture(scope="module")
def sample() -> Document:
    return Document().after(founding_of_sample("en"))


def refused(act, *arguments, **more) -> StoreError:
    with pytest.raises(StoreError) as refusal:
        act(*arguments, **more)
    return refusal.value


def test_a_private_pdf_of_a_board_must_be_called_so(sample, tmp_path):
    def write(name, board="stakeholder_web", replace=False):
        write_board(sample, board, tmp_path / name, ".pdf", EN, audience="facilitator", replace=replace)

    refusal = refused(write, "web.pdf")
    assert refusal.key == "private_unmarked"
    assert refusal.values["marked"] == str(tmp_path / "web-PRIVATE.pdf")
    assert list(tmp_path.iterdir()) == []
    for name in ("web-PRIVATE.pdf", "web-privé.pdf", "web-PRIVE\u0301.pdf"):
        write(name)
        pages = Handout(tmp_path / name).page_words()
        assert all("PRIVATE – for the facilitator only" in page for page in pages)
    assert refused(write, "web-PRIVATE.pdf").key == "output_exists"
    write("web-PRIVATE.pdf", replace=True)
    assert refused(write, "list-PRIVATE.pdf", "checklist").key == "nothing_private"


def test_the_facilitators_copy_is_a_table_or_a_report(sample, tmp_path):
    for suffix in (".png", ".svg"):
        out = tmp_path / f"web-PRIVATE{suffix}"
        refusal = refused(
            write_board, sample, "stakeholder_web", out, suffix, EN, audience="facilitator", replace=False
        )
        assert refusal.key == "facilitator_formats"
