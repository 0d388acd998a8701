"""Writes packs for tests."""

from pathlib import Path

from facilitator.handouts.pack import Pack, pack_of


def write_pack(path: Path, *about, **options) -> Pack:
    """Write the pack that `pack_of` makes of the other arguments."""
    pack = pack_of(*about, **options)
    path.write_bytes(pack.data)
    return pack
