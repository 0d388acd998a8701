"""Which segments of a group may be shown, so that none that is hidden can be had by subtraction. Pure.

Complementary suppression as statistical offices do it: where one cell is hidden, another one is hidden with it, and
their total. Sizes here are numbers of organizations with a value.
"""

from collections.abc import Collection, Mapping

from facilitator.boards.grouped.shapes import Reason, Thresholds


def hidden_segments(sizes: Mapping[str, int], thresholds: Thresholds, hide: Collection[str] = ()) -> dict[str, Reason]:
    """Why each hidden segment is hidden, by segment; those not named may be shown.

    A segment needs k or more inside and k or more outside. Where one is hidden, the smallest that is shown is hidden
    with it (the first by name among equals), until at least two are, with k or more between them; a single segment that
    would be left is shown only with k or more in those that are not. Empty segments are not there at all; those in
    `hide` are hidden for another reason, and count as hidden.
    """
    sizes = {segment: size for segment, size in sizes.items() if size}
    total = sum(sizes.values())
    hidden: dict[str, Reason] = {
        segment: "small_segment"
        for segment, size in sorted(sizes.items())
        if segment in hide or size < thresholds.group or total - size < thresholds.group
    }
    while hidden and len(hidden) < len(sizes):
        if len(hidden) >= 2 and sum(sizes[segment] for segment in hidden) >= thresholds.group:
            break
        smallest = min((size, segment) for segment, size in sizes.items() if segment not in hidden)
        hidden[smallest[1]] = "complement"
    return hidden
