"""The folder of somebody's own templates: one file each, none written over, and none half written."""

import errno
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path

from facilitator.content.whole_templates import OWN, OwnText, WholeTemplate
from facilitator.domain.refusal import Refusal, StoreError
from facilitator.domain.words_of_people import NAME_LIMIT
from facilitator.exchange.own_files import OwnFiles, unreadable
from facilitator.exchange.reading import file_content
from facilitator.exchange.template_file import TEMPLATE_SUFFIX, KnownKind, ensure_small, read_template, template_bytes
from facilitator.exchange.writing import write_whole

_FILES = OwnFiles("templates", TEMPLATE_SUFFIX)


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """What the folder holds: templates by name, and the files that can't be read, each with why."""

    templates: tuple[WholeTemplate, ...]
    unread: tuple[tuple[Path, Refusal], ...]


def own_templates(kinds: Mapping[str, KnownKind]) -> OwnTemplates:
    """What is there; a file that can't be read keeps none of the others away."""
    held = _FILES.read(lambda path: read_file(path, kinds))
    return OwnTemplates(tuple(sorted(held.found, key=lambda each: (_named(each).casefold(), each.id))), held.unread)


def read_file(path: Path, kinds: Mapping[str, KnownKind]) -> WholeTemplate:
    """The template of a file anywhere; its id is that of its name.

    Raises ImportRefused as `read_template`, "template_unreadable" (path, why) where the file can't be opened.
    """
    try:
        if path.exists() and not path.is_file():  # a folder, or a pipe, which would never end
            number = errno.EISDIR if path.is_dir() else errno.EINVAL
            raise OSError(number, os.strerror(number))
        ensure_small(path.stat().st_size)
        data = file_content(path)
    except OSError as error:
        raise unreadable(path, error) from None
    return read_template(data, _id_of(path), kinds)


def path_of(template_id: str) -> Path:
    """The file of an own template; raises StoreError("template_gone") (id) where there is none any more."""
    path = _FILES.file(template_id.removeprefix(OWN))
    if path.parent != _FILES.folder or not os.path.lexists(path):
        raise StoreError("template_gone", id=template_id)
    return path


def keep(template: WholeTemplate, kinds: Mapping[str, KnownKind]) -> WholeTemplate:
    """Write it as a new own template, beside those that there are; returns it with its id.

    What is written was read again before, so that it can be read later: raises as `read_template`, and StoreError as
    `OwnFiles.free` and `write_whole`.
    """
    data = template_bytes(template)
    path = _FILES.free(_named(template))
    its = read_template(data, _id_of(path), kinds)
    write_whole(path, data, replace=False)
    return its


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a template that came as a file.

    It is `new` unless the same was there already, in which case nothing was done and `template` is the one that was
    there. Where another one was `called` so, it has a number in its name; else that is None.
    """

    template: WholeTemplate
    new: bool
    called: OwnText | None = None


def take_in(path: Path, kinds: Mapping[str, KnownKind], among: Sequence[WholeTemplate]) -> TakenIn:
    """Keep the template of a file as an own one, once, beside those `among` which it comes.

    Raises as `read_file` and `keep`.
    """
    template = read_file(path, kinds)
    same = next((each for each in among if _is_same(template, each)), None)
    if same:
        return TakenIn(same, new=False)
    free = _free_name(template, among)
    its = keep(replace(template, name=free), kinds)
    return TakenIn(its, new=True, called=None if free == template.name else OwnText(template.name.en, template.name.fr))


def _is_same(template: WholeTemplate, other: WholeTemplate) -> bool:
    """Whether both hold the same under one name, a number behind it left aside."""
    names = ((template.name.en, other.name.en), (template.name.fr, other.name.fr))
    if any(theirs != own and not _is_numbered(theirs, own) for own, theirs in names):
        return False
    return template_bytes(replace(other, name=template.name)) == template_bytes(template)


def _is_numbered(name: str, plain: str) -> bool:
    lead, _, end = name.rpartition(" (")
    return bool(lead) and plain.startswith(lead) and end[:-1].isdigit() and end.endswith(")")


def _free_name(template: WholeTemplate, among: Sequence[WholeTemplate]) -> OwnText:
    """Its name, with the first number by which nobody else is called where it is taken."""
    own = OwnText(template.name.en, template.name.fr)
    names = chain((own,), (_numbered(own, number) for number in count(2)))
    return next(each for each in names if not same_name(replace(template, name=each), among))


def _numbered(name: OwnText, number: int) -> OwnText:
    end = f" ({number})"
    return OwnText(*(f"{side[: NAME_LIMIT - len(end)]}{end}" if side else "" for side in (name.en, name.fr)))


def put_in_place(template: WholeTemplate, kinds: Mapping[str, KnownKind]) -> None:
    """Write an own template that is there with other words; raises as `keep`, StoreError("template_gone") (id)."""
    data = template_bytes(template)
    read_template(data, template.id, kinds)
    write_whole(path_of(template.id), data, replace=True)


def delete(template_id: str) -> bytes:
    """Delete an own template; returns what was in its file, for `put_back`.

    Raises StoreError: "template_gone" (id), "template_stays" (path, why) where the file can't be deleted.
    """
    path = path_of(template_id)
    try:
        data = path.read_bytes()
        path.unlink()
    except OSError as error:
        raise StoreError("template_stays", path=str(path), why=error) from None
    return data


def put_back(template_id: str, data: bytes) -> None:
    """Write a deleted template again as it was; raises StoreError as `write_whole`."""
    write_whole(_FILES.file(template_id.removeprefix(OWN)), data, replace=False)


def same_name(template: WholeTemplate, among: Sequence[WholeTemplate]) -> bool:
    """Whether one of those is called the same in a language."""
    names = {side.casefold() for side in (template.name.en, template.name.fr) if side}
    return any(not names.isdisjoint({each.name.en.casefold(), each.name.fr.casefold()}) for each in among)


def as_new(template: WholeTemplate) -> WholeTemplate:
    """The same as an own one without a file, so that nothing in it leads to the house's agendas."""
    return replace(template, id=OWN, sessions=tuple(replace(each, agenda="") for each in template.sessions))


def _id_of(path: Path) -> str:
    return f"{OWN}{_FILES.id_of(path)}"


def _named(template: WholeTemplate) -> str:
    return template.name.within("en")
