"""The canary of anonymous packs: a name, wherever it stands, is in no file of any pack and in no name of a file."""

from datetime import date
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest

from everything import everything
from facilitator.anonymous.fields import sorts_of_text
from facilitator.boards.assessment.group.lines import QUESTION
from facilitator.boards.assessment.model import SummaryLine
from facilitator.command_line import arguments, cli
from facilitator.domain.brand import Brand
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person
from facilitator.domain.language import Language
from facilitator.domain.record import Record
from facilitator.domain.refusal import StoreError
from facilitator.opening import found_engagement
from facilitator.packs.catalogue import PACKS
from facilitator.packs.handing_out import write_handout
from facilitator.packs.sorts import HandoutOrder
from pdf_gate.cases import typical

DAY = date(2027, 1, 14)
PEOPLE = (
    "Élodie Zorblaxe-Quintrel",
    "Ngọc Vexmoor",
    "J. P. Wraxholm",
    "Fjordrik van der Plimsoe",
    "Oona O’Thrumble",
    "Xiu-Yqvel Drabnick",
    "Marie Qlopsted",
    "Qlopsted-Gnarf, Hughes",
)
BODIES = ("Krizanth Consulting", "Fellowmire Harbour Trust", "Société d’Ybrandeau inc.")
TOWN = "Town of Brambleyx"
_TOKENS = (
    "zorblaxe quintrel vexmoor wraxholm fjordrik plimsoe oona thrumble yqvel drabnick qlopsted gnarf krizanth "
    "fellowmire ybrandeau brambleyx 555-0147"
)
TOKENS = _TOKENS.split()
SAID = (
    "{0} asks, with the Qlopsteds",
    "as {1} told {0}",
    "ZORBLAXE, Mme Qlopsted and N. Vexmoor (o.thrumble@brambleyx.ca, 613-555-0147)",
    "see www.brambleyx.ca/krizanth or oona’s page; {1} in Brambleyx",
    "{0}/{1}",
)
PUBLIC = [pack for pack, sort in PACKS.items() if not sort.private]


@cache
def full_of_names(language: Language) -> Document:
    """The typical engagement with a name in every field for one, and somebody named in every other text."""
    people, bodies, said = cycle(PEOPLE), cycle(BODIES), cycle(SAID)

    def named(record: Record) -> Record:
        if isinstance(record, SummaryLine) and record.item != QUESTION:  # numbers and codes
            return record
        becomes = {}
        for name, sort in sorts_of_text(type(record)).items():
            was = getattr(record, name)
            if sort in ("person", "people") and was:
                becomes[name] = next(people)
            elif sort == "client":
                becomes[name] = TOWN
            elif sort == "body" or (sort == "mapped" and record.id[-1:] in "13579"):
                becomes[name] = next(bodies)
            elif sort == "mapped" and record.id[-1:] in "02":
                becomes[name] = f"{next(people)}, {was}"
            elif was and type(record).type_name() != "twin":
                becomes[name] = f"{was} – " + next(said).format(next(people), next(bodies))
        return record.having(**becomes)

    known = [Person(id=f"known{number}", name=name) for number, name in enumerate(PEOPLE)]
    brand = Brand(id="engagement", colour="#123456", logo_text="Arms of Brambleyx")
    return Document.of([*map(named, typical(language).records()), *known, brand])


def told(files: list[Path]) -> set[str]:
    """The canaries that sing in the files or in their names."""
    found = "\n".join(map(everything, files)).lower()
    return {token for token in TOKENS if token in found}


def written(folder: Path, language: Language, pack: str, **options: object) -> list[Path]:
    whose = {"person_id": "p1"} if PACKS[pack].of_person else {}
    write_handout(
        full_of_names(language), folder, HandoutOrder("letter", language, pack=pack, day=DAY, **whose, **options)
    )
    return sorted(folder.iterdir())


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("pack", PUBLIC)
def test_nobody_is_named_in_any_file_of_a_pack(tmp_path, pack, language):
    files = written(tmp_path, language, pack, anonymous=True)
    assert told(files) == set()
    assert all(("anonym" in file.name) for file in files)
    assert len(files) == (2 if PACKS[pack].with_calendar else 1)


@pytest.mark.slow
@pytest.mark.parametrize("pack", PUBLIC)
def test_the_canaries_sing_where_names_are_kept(tmp_path, pack):
    """Without it, the test above could pass because nothing is read."""
    found = told(written(tmp_path, "en", pack))
    assert "brambleyx" in found or pack == "checklist"
    assert len(found) > {"agenda": 3, "prep": 3, "feedback": 5}.get(pack, 6)


@pytest.mark.parametrize("pack", [pack for pack in PACKS if pack not in PUBLIC])
def test_what_is_for_the_facilitator_alone_is_refused_and_nothing_written(tmp_path, pack):
    with pytest.raises(StoreError, match="anonymous_private"):
        written(tmp_path, "en", pack, anonymous=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_nobody_is_named_in_any_export(tmp_path, monkeypatch, qapp):
    monkeypatch.setenv("FACILITATOR_LANG", "en")
    path, out, plain = tmp_path / "brambleyx.facilitator", tmp_path / "out", tmp_path / "plain"
    found_engagement(path, Change("found_engagement", adding(full_of_names("en").records()))).close()
    out.mkdir()
    plain.mkdir()
    for suffix in arguments.FORMATS:
        assert cli.run(["export", str(path), "--out", str(out), "--format", suffix, "--anonymous"]) == 0
    assert cli.run(["export", str(path), "--out", str(plain), "--format", "csv"]) == 0
    files = sorted(out.iterdir())
    assert len(files) > len(arguments.FORMATS)
    assert {file.name: told([file]) for file in files if told([file])} == {}
    assert all("anonymous" in file.name for file in files)
    assert len(told(sorted(plain.iterdir()))) > 10


@pytest.mark.slow
def test_personal_packs_are_called_by_the_alias(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("FACILITATOR_LANG", "fr")
    path, out = tmp_path / "town.facilitator", tmp_path / "out"
    found_engagement(path, Change("found_engagement", adding(full_of_names("fr").records()))).close()
    asked = ["handout", str(path), "--out", str(out), "--pack", "personal", "--person", "p1", "--anonymous"]
    assert cli.run(asked) == 0
    files = sorted(out.iterdir())
    assert len(files) == 1
    assert told(files) == set()
    assert "-personne-" in files[0].name  # a participant, or somebody of a sector
    assert "Ngọc Vexmoor" in capsys.readouterr().out  # whose file it is, says the summary alone
