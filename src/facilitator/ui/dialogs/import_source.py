"""ImportSource: files or a pasted text that something is to be imported from."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from facilitator.boards.incoming import Incoming, read_incoming
from facilitator.domain.refusal import ImportRefused
from facilitator.exchange import kumu_csv
from facilitator.exchange.reading import file_content
from facilitator.exchange.workbook_parts import is_workbook

_PACKED = 10


@dataclass(frozen=True, slots=True)
class ImportSource:
    """One file, Kumu's two tables, or a text: what was in them, and their names ("" for a text).

    `sheet` is the one of a workbook to read, "" for its first.
    """

    contents: tuple[bytes | str, ...]
    names: tuple[str, ...]
    sheet: str = ""

    def read(self, has_header: bool | None = None) -> Incoming:
        """What is in it; raises ImportRefused as `read_incoming` does, "import_two_files" for two that are no pair."""
        if len(self.contents) == 1:
            return read_incoming(self.contents[0], self.names[0], has_header=has_header, sheet=self.sheet)
        if any(map(is_workbook, self.contents)):
            raise ImportRefused("import_two_files")
        elements = [each for each in self.contents if not kumu_csv.is_connections(each)]
        connections = [each for each in self.contents if kumu_csv.is_connections(each)]
        if len(elements) != 1 or len(connections) != 1 or not kumu_csv.is_elements(elements[0]):
            raise ImportRefused("import_two_files")
        return read_incoming(elements[0], connections=connections[0])

    @property
    def size(self) -> int:
        """About how many bytes or characters there are to read; a workbook holds them packed."""
        return sum(len(each) * (_PACKED if is_workbook(each) else 1) for each in self.contents)


def source_of_files(paths: Sequence[Path]) -> ImportSource:
    """The files as they are now; raises OSError, ImportRefused("import_too_big") before a large one is read."""
    return ImportSource(tuple(map(file_content, paths)), tuple(path.name for path in paths))


def source_of_text(text: str) -> ImportSource:
    """A text that was copied elsewhere."""
    return ImportSource((text,), ("",))
