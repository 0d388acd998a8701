"""Writes handouts for tests of the kit; `paper` reads them back."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from reportlab.platypus import Flowable

from facilitator.handouts.pack import PackAbout, Part
from paper import Handout
from written_packs import write_pack

ABOUT = PackAbout("Online permits", "City of Thunder Bay", date(2027, 1, 15), "Mapping", date(2027, 1, 14))


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Handout]:
    """Writes one part made of `flowables(words, width)` without a cover, on Letter in English unless said."""

    def write(flowables: Callable[..., Sequence[Flowable]], *, paper: str = "letter", language: str = "en") -> Handout:
        path = tmp_path / f"{paper}-{language}.pdf"
        parts = [Part("Part", lambda words, width: list(flowables(words, width)))]
        write_pack(path, parts, ABOUT, paper, language, with_cover=False)
        return Handout(path)

    return write


@pytest.fixture
def about() -> PackAbout:
    """What the packs of these tests say of themselves."""
    return ABOUT


@pytest.fixture
def opened() -> type[Handout]:
    """Reads a handout that a test wrote itself."""
    return Handout
