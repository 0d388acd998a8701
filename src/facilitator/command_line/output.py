"""What commands print: for other programs, and for people."""

import json
from collections.abc import Iterable

from facilitator.content.words import Words


def print_json(found: object) -> None:
    """One line of JSON, there at once for whoever reads along."""
    print(json.dumps(found, ensure_ascii=False), flush=True)


def print_told(lines: Iterable[str], words: Words, *, changed: bool) -> None:
    """What came of a command, or, where nothing was `changed`, what would come of it; that is said first."""
    print("\n".join([*([] if changed else [words("cli.would")]), *lines]))
