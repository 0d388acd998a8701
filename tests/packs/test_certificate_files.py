"""Certificates as files: called by their numbers, in their own language, with Open Badges that say unsigned."""

import json
from datetime import date

import pytest
from pypdfium2 import PdfDocument

from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, Person
from facilitator.domain.learning import Certificate
from facilitator.packs.certificate_files import CertificateOrder, write_certificates
from pdf_gate.learning_case import learning

PEOPLE = ("Amara", "Joel", "Zoe")


@pytest.fixture(scope="module")
def found() -> Document:
    people = [Person(id=each, name=each) for each in PEOPLE]
    start = Engagement(id="engagement", title="Town staff")
    made = Document.of([start, *people, *learning("en", PEOPLE)])
    first = min(made.every(Certificate), key=lambda each: each.serial)
    return Document.of([*made.records(), first.having(language="fr", issued_on=date(2026, 11, 19))])


def wanted(document):
    return tuple((each.id, each.name) for each in sorted(document.every(Certificate), key=lambda each: each.serial))


def text_of(path):
    return "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(path))


def test_each_is_alone_in_its_file_and_in_its_language(found, tmp_path):
    summary = write_certificates(found, CertificateOrder(tmp_path, "a4", wanted(found)))
    names = [each.path.name for each in summary.of("written")]
    assert names == ["cult-f26-001-fr-a4.pdf", "cult-f26-002-en-a4.pdf", "cult-f26-003-en-a4.pdf"]
    french, english, _ = (text_of(tmp_path / name) for name in names)
    assert "Amara" in french
    assert "19 novembre 2026" in french
    assert "Joel" not in french
    assert "Joel" in english
    assert "Zoe" not in english
    assert "Amara" not in english.replace("Amara Dosanjh", "")  # who signs


def test_badges_stand_beside_unsigned_and_older_files_stay(found, tmp_path):
    order = CertificateOrder(tmp_path, "letter", wanted(found)[1:2], badges=True)
    write_certificates(found, order)
    again = write_certificates(found, order)
    assert [each.renamed for each in again.of("written")] == [True]
    names = sorted(each.name for each in tmp_path.iterdir())
    assert names == [
        "cult-f26-002-2-en-letter.pdf",
        "cult-f26-002-2-sharer-unsigned.json",
        "cult-f26-002-2-unsigned.json",
        "cult-f26-002-en-letter.pdf",
        "cult-f26-002-sharer-unsigned.json",
        "cult-f26-002-unsigned.json",
    ]
    sharer, second_sharer = (json.loads((tmp_path / each).read_text("utf-8")) for each in (names[1], names[4]))
    assert sharer == second_sharer
    assert sharer["credentialSubject"]["achievement"]["name"] == "Sharer"
    first, second = (json.loads((tmp_path / each).read_text("utf-8")) for each in (names[2], names[5]))
    assert first == second
    assert "proof" not in first
    assert "unsigned" in first["name"].casefold()


def test_badges_of_one_cohort_are_of_one_issuer_and_of_other_engagements_have_other_ids(found, tmp_path):
    write_certificates(found, CertificateOrder(tmp_path / "a", "letter", wanted(found), badges=True))
    its = (each for each in sorted((tmp_path / "a").glob("*.json")) if "-00" in each.name and each.stem.count("-") < 4)
    first, second, *_ = (json.loads(each.read_text("utf-8")) for each in its)
    assert first["issuer"]["id"] == second["issuer"]["id"]
    assert first["id"] != second["id"]
    other = Document.of(
        each.having(id=f"other_{each.id}") if isinstance(each, Certificate) else each for each in found.records()
    )
    write_certificates(other, CertificateOrder(tmp_path / "b", "letter", wanted(other)[:1], badges=True))
    third, *_ = (json.loads(each.read_text("utf-8")) for each in (tmp_path / "b").glob("*.json"))
    assert third["id"] not in (first["id"], second["id"])
