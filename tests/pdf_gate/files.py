"""What holds for the file as a whole: title, language, metadata, no script, no lock."""

from collections.abc import Iterator

import pikepdf

from pdf_gate.opened import Fault, Opened

LOCALES = ("en-CA", "fr-CA")


def the_file_says_that_it_is_tagged(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 01-007 (Suspects) and ISO 14289-1 7.1: MarkInfo says that the whole file is tagged."""
    mark_info = paper.pdf.Root.get("/MarkInfo", pikepdf.Dictionary())
    if not bool(mark_info.get("/Marked", False)):
        yield Fault("ISO 14289-1 7.1", "MarkInfo does not say Marked")
    if bool(mark_info.get("/Suspects", False)):
        yield Fault("01-007", "Suspects")
    if not paper.elements:
        yield Fault("ISO 14289-1 7.1", "there is no tag tree")


def metadata_names_the_standards(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 06-001, 06-002; ISO 19005-2 6.6.4: which parts of PDF/UA and PDF/A the file keeps to."""
    if "/Metadata" not in paper.pdf.Root:
        yield Fault("06-001", "there is no metadata stream")
        return
    with paper.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        if metadata.get("pdfuaid:part") != "1":
            yield Fault("06-002", "pdfuaid:part is not 1")
        if (metadata.get("pdfaid:part"), metadata.get("pdfaid:conformance")) != ("2", "A"):
            yield Fault("ISO 19005-2 6.6.4", "pdfaid is not 2 A")


def the_title_is_there_and_shown(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 06-003, 06-004, 07-001, 07-002: dc:title, the same in Info, shown in the title bar."""
    told = str(paper.pdf.docinfo.get("/Title", ""))
    with paper.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        title = str(metadata.get("dc:title", "") or "")
    if not title.strip():
        yield Fault("06-003", "there is no dc:title")
    elif title != told:
        yield Fault("06-004", f"dc:title is {title!r}, Info has {told!r}")
    preferences = paper.pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary())
    if "/DisplayDocTitle" not in preferences:
        yield Fault("07-001", "DisplayDocTitle is missing")
    elif not bool(preferences.DisplayDocTitle):
        yield Fault("07-002", "DisplayDocTitle is false")


def the_language_is_told(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 11-001, 11-006: the language of the text and of the metadata, which agree."""
    locale = str(paper.pdf.Root.get("/Lang", ""))
    if locale not in LOCALES:
        yield Fault("11-001", f"Lang is {locale!r}")
    with paper.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        if set(metadata.get("dc:language", set())) != {locale}:
            yield Fault("11-006", f"dc:language is {metadata.get('dc:language')}")


def nothing_runs_by_itself(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 29-001 and ISO 19005-2 6.5: no script, no other action than going to a place or an address."""
    for each in paper.pdf.objects:
        for found in _dictionaries(each):
            if "/JS" in found or found.get("/S") in ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData"):
                yield Fault("29-001", f"an action {found.get('/S')}")
            if "/AA" in found:
                yield Fault("29-001", "an action that an event starts")


def nothing_is_locked_or_attached(paper: Opened) -> Iterator[Fault]:
    """Matterhorn 26-002, 25-001, 20-001, 21-001: no encryption, XFA, optional content, files inside."""
    root = paper.pdf.Root
    if paper.pdf.is_encrypted:
        yield Fault("26-002", "the file is encrypted")
    if "/XFA" in root.get("/AcroForm", pikepdf.Dictionary()):
        yield Fault("25-001", "a form of the XFA kind")
    if "/OCProperties" in root:
        yield Fault("20-001", "optional content")
    if "/EmbeddedFiles" in root.get("/Names", pikepdf.Dictionary()):
        yield Fault("21-001", "a file inside the file")


def colours_are_defined(paper: Opened) -> Iterator[Fault]:
    """ISO 19005-2 6.2.4.3: red, green and blue mean the same everywhere, by an output intent with a profile."""
    intents = paper.pdf.Root.get("/OutputIntents", [])
    profiles = [each.get("/DestOutputProfile") for each in intents if each.get("/S") == "/GTS_PDFA1"]
    if len(profiles) != 1 or profiles[0] is None or int(profiles[0].get("/N", 0)) != 3:
        yield Fault("ISO 19005-2 6.2.4.3", "there is no output intent with a profile of three colours")


def _dictionaries(thing: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """A dictionary and those that stand in it directly."""
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield thing
        kids = [kid for _, kid in thing.items()]
    else:
        kids = list(thing) if isinstance(thing, pikepdf.Array) else []
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary | pikepdf.Array) and not kid.is_indirect:
            yield from _dictionaries(kid)


RULES = (
    the_file_says_that_it_is_tagged,
    metadata_names_the_standards,
    the_title_is_there_and_shown,
    the_language_is_told,
    nothing_runs_by_itself,
    nothing_is_locked_or_attached,
    colours_are_defined,
)
