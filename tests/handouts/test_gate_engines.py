"""Every pack before two checkers that others wrote: outloud, and veraPDF's engine where there is Java."""

import os
from pathlib import Path

import pikepdf
import pytest

from facilitator.domain.refusal import StoreError
from facilitator.packs.catalogue import PACKS
from facilitator.packs.handing_out import write_handout
from facilitator.packs.sorts import HandoutOrder
from pdf_gate.cases import CASES, DAY, whose
from pdf_gate.engines import missing_for_verapdf, outloud, verapdf

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

# Where outloud is wrong about a case: an address that people typed stays text, so that nothing leads where nobody
# looked.
EXPECTED = {("hostile", "LNK-010")}

USUAL = (("en", "letter"), ("fr", "a4"))
PRINTED = {
    "empty": USUAL,
    "typical": (*USUAL, ("en", "a4"), ("fr", "letter")),
    "huge": USUAL[1:],
    "hostile": USUAL,
}
"""The languages and papers of each case; test_gate_packs.py has them all."""


@pytest.fixture(scope="module")
def handouts(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All packs of all cases."""
    folder, files = tmp_path_factory.mktemp("handouts"), []
    for case, printed in PRINTED.items():
        for language, paper in printed:
            document = CASES[case](language)
            for pack in PACKS:
                try:
                    made = write_handout(
                        document, folder, HandoutOrder(paper, language, pack=pack, day=DAY, **whose(document, pack))
                    )
                except StoreError:  # nothing to tell; test_gate_packs.py says when that is right
                    continue
                files.append(made.rename(folder / f"{case}-{pack}-{language}-{paper}.pdf"))
    assert len(files) > 7 * len(PACKS)
    return files


def test_outloud_finds_neither_errors_nor_warnings(handouts):
    remarks = [remark for file in handouts for remark in outloud(file)]
    assert [each for each in remarks if (each.file.split("-")[0], each.rule) not in EXPECTED] == []


def test_verapdf_finds_no_failure(handouts):
    skip_without_java()
    assert verapdf(handouts) == []


def test_both_find_what_is_wrong(handouts, tmp_path):
    skip_without_java()
    spoilt = tmp_path / "spoilt.pdf"
    with pikepdf.open(next(file for file in handouts if file.name.startswith("typical"))) as pdf:
        del pdf.Root.Lang
        for page in pdf.pages:
            del page.obj.Tabs
        pdf.save(spoilt)
    assert outloud(spoilt)
    assert {each.rule for each in verapdf([spoilt], ["ua1"])} >= {"7.2-34", "7.18.3-1"}


def skip_without_java() -> None:
    """Without Java the test is skipped; it fails where CI has made sure that there is Java."""
    missing = missing_for_verapdf()
    if missing and "FACILITATOR_VERAPDF" in os.environ:
        pytest.fail(f"veraPDF needs {missing}")
    if missing:
        pytest.skip(f"veraPDF needs {missing}")
