"""What can be reached by following links. Circles are allowed on a board: each is gone round once."""

from collections.abc import Iterable, Mapping


def reached(starts: Iterable[str], after: Mapping[str, Iterable[str]]) -> set[str]:
    """These, and all that they lead to; `after` tells what one leads to at once."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        fresh = set(after.get(waiting.pop(), ())) - found
        found |= fresh
        waiting += fresh
    return found
