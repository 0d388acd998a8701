"""What is kept of a summary that was shown, and what a later one may show beside it: protection against differencing.

Two tables that differ by one respondent tell what that one answered; statistical offices call it differencing. Kept
are salted hashes, enough to count who changed. Whoever has the engagement file has the answers anyway.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from facilitator.boards.assessment.rules.group_shapes import Release
from facilitator.boards.assessment.rules.values import OwnValues
from facilitator.boards.grouped.cells import group_band
from facilitator.boards.grouped.shapes import Thresholds

Marks = Mapping[str, Mapping[str, str]]
"""By organization (hashed): its items (hashed), each with its value (hashed)."""


def release_of(own: Sequence[OwnValues], segment_by: str, thresholds: Thresholds, salt: str) -> Release:
    """What to keep of a summary of these organizations; `salt` is random letters, at least 16, new for each release.

    Raises ValueError for a shorter salt or one with a line break: short hashes without one can be tried out.
    """
    if len(salt) < 16 or "\n" in salt:
        raise ValueError("a salt is one line of at least 16 letters")
    lines = sorted(_line(each, segment_by, salt) for each in own)
    return Release(
        band=group_band(len(own)),
        thresholds=thresholds,
        members=_hash(salt, "members", *sorted(each.organization for each in own)),
        answers=_hash(salt, "answers", *lines),
        changed="\n".join((salt, *lines)),
    )


def changed_since(own: Sequence[OwnValues], earlier: Release) -> int:
    """How many organizations came, went or changed anything that enters a summary since an earlier release."""
    before = _groups(earlier)[""]
    now = _marks(own, earlier)
    return sum(before.get(each) != now.get(each) for each in {*before, *now})


def least_difference(own: Sequence[OwnValues], item: str, earlier: Iterable[Release]) -> int | None:
    """The fewest organizations that any earlier figure of an item differs from one of exactly these organizations by.

    Every group of an earlier release counts, the whole and its segments. Figures that do not differ at all are left
    out; None where none differs.
    """
    least: int | None = None
    for release in earlier:
        now = {each: items.get(_short(_salt(release), item)) for each, items in _marks(own, release).items()}
        for group in _groups(release).values():
            before = {each: items.get(_short(_salt(release), item)) for each, items in group.items()}
            count = sum(before.get(each) != now.get(each) for each in {*before, *now})
            if count and (least is None or count < least):
                least = count
    return least


def _line(own: OwnValues, segment_by: str, salt: str) -> str:
    segment = _short(salt, "segment", segment_by, own.segment) if segment_by and own.segment else "-"
    items = sorted(_item(own, salt).items())
    return " ".join((_short(salt, own.organization), segment, *(f"{item}:{value}" for item, value in items)))


def _item(own: OwnValues, salt: str) -> dict[str, str]:
    return {_short(salt, item): _short(salt, own.organization, item, value) for item, value in own.values().items()}


def _marks(own: Iterable[OwnValues], release: Release) -> Marks:
    salt = _salt(release)
    return {_short(salt, each.organization): _item(each, salt) for each in own}


def _groups(release: Release) -> dict[str, dict[str, dict[str, str]]]:
    """The organizations of a release as a whole, under "", and those of each of its segments."""
    groups: dict[str, dict[str, dict[str, str]]] = {"": {}}
    for line in release.changed.split("\n")[1:]:
        organization, segment, *items = line.split(" ")
        marks = {item: value for item, _, value in (each.partition(":") for each in items)}
        groups[""][organization] = marks
        if segment != "-":
            groups.setdefault(segment, {})[organization] = marks
    return groups


def _salt(release: Release) -> str:
    return release.changed.split("\n", 1)[0]


def _short(*parts: str) -> str:
    return _hash(*parts)[:24]


def _hash(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
