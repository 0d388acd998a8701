"""The folder of somebody's own templates: one file each, none written over, and none half written."""

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from facilitator.content.own_folder import own_folder
from facilitator.content.whole_templates import OWN, WholeTemplate
from facilitator.domain.refusal import ImportRefused, Refusal, StoreError
from facilitator.exchange.reading import cannot_be_kept, file_content
from facilitator.exchange.template_file import TEMPLATE_SUFFIX, KnownKind, read_template, template_bytes
from facilitator.exchange.writing import free_path, write_whole

FOLDER = "templates"
"""Its name among what is a person's own."""

MOST_FILES = 500
"""How many files of a folder are looked at."""


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """What a folder holds: templates by name, and the files that can't be read, each with why."""

    templates: tuple[WholeTemplate, ...]
    unread: tuple[tuple[Path, Refusal], ...]


def template_folder() -> Path:
    """Where own templates are; it may not exist yet."""
    return own_folder(FOLDER)


def own_templates(kinds: Mapping[str, KnownKind]) -> OwnTemplates:
    """What is there; a file that can't be read keeps none of the others away."""
    found, unread = [], list[tuple[Path, Refusal]]()
    try:
        files = _files()
    except OSError as error:
        return OwnTemplates((), ((template_folder(), _unreadable(template_folder(), error)),))
    for path in files:
        try:
            found.append(read_file(path, kinds))
        except Refusal as refusal:
            unread.append((path, refusal))
    return OwnTemplates(tuple(sorted(found, key=lambda each: (_named(each).casefold(), each.id))), tuple(unread))


def read_file(path: Path, kinds: Mapping[str, KnownKind]) -> WholeTemplate:
    """The template of a file anywhere; its id is that of its name.

    Raises ImportRefused as `read_template`, "template_unreadable" (path, why) where the file can't be opened.
    """
    try:
        if path.exists() and not path.is_file():  # a folder, or a pipe, which would never end
            number = errno.EISDIR if path.is_dir() else errno.EINVAL
            raise OSError(number, os.strerror(number))
        data = file_content(path)
    except OSError as error:
        raise _unreadable(path, error) from None
    return read_template(data, f"{OWN}{path.name.removesuffix(TEMPLATE_SUFFIX)}", kinds)


def path_of(template_id: str) -> Path:
    """The file of an own template; raises StoreError("template_gone") (id) where there is none any more."""
    path = template_folder() / f"{template_id.removeprefix(OWN)}{TEMPLATE_SUFFIX}"
    if path.parent != template_folder() or not os.path.lexists(path):
        raise StoreError("template_gone", id=template_id)
    return path


def keep(template: WholeTemplate, kinds: Mapping[str, KnownKind]) -> WholeTemplate:
    """Write it as a new own template, beside those that there are; returns it with its id.

    What is written was read again before, so that it can be read later: raises as `read_template`, and StoreError as
    `write_whole`.
    """
    data = template_bytes(template)
    path = free_path(template_folder(), _named(template), TEMPLATE_SUFFIX)
    its = read_template(data, f"{OWN}{path.name.removesuffix(TEMPLATE_SUFFIX)}", kinds)
    write_whole(path, data, replace=False)
    return its


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
        why = error.strerror or type(error).__name__
        raise StoreError("template_stays", path=str(path), why=why) from None
    return data


def put_back(template_id: str, data: bytes) -> None:
    """Write a deleted template again as it was; raises StoreError as `write_whole`."""
    write_whole(template_folder() / f"{template_id.removeprefix(OWN)}{TEMPLATE_SUFFIX}", data, replace=False)


def same_name(template: WholeTemplate, among: tuple[WholeTemplate, ...]) -> bool:
    """Whether one of those is called the same in a language."""
    names = {side.casefold() for side in (template.name.en, template.name.fr) if side}
    return any(not names.isdisjoint({each.name.en.casefold(), each.name.fr.casefold()}) for each in among)


def as_new(template: WholeTemplate) -> WholeTemplate:
    """The same as an own one without a file, so that nothing in it leads to the house's agendas."""
    return replace(template, id=OWN, sessions=tuple(replace(each, agenda="") for each in template.sessions))


def _unreadable(path: Path, error: OSError) -> ImportRefused:
    return ImportRefused("template_unreadable", path=str(path), why=error.strerror or type(error).__name__)


def _named(template: WholeTemplate) -> str:
    return template.name.within("en")


def _files() -> list[Path]:
    """Those of the folder; none where there is no folder yet. Raises OSError where nobody may look into it."""
    try:
        inside = sorted(template_folder().iterdir())
    except FileNotFoundError:
        return []
    named = [path for path in inside if path.name.endswith(TEMPLATE_SUFFIX) and not cannot_be_kept(path.name)]
    return [path for path in named if path.is_file()][:MOST_FILES]
