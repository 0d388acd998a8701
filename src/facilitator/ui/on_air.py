"""OnAir: what is kept on this computer while a session is on air, so that it comes back after a kill or a reboot.

Ids only, with the path of the engagement: never people's words, never a private layer.
"""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from math import inf
from pathlib import Path
from time import time
from typing import Any, Literal

from pydantic import TypeAdapter

from facilitator.exchange.writing import write_whole
from facilitator.journal import Mark
from facilitator.workshop.agenda import FORGOTTEN
from facilitator.workshop.stage_state import StageState

_log = logging.getLogger(__name__)

_MOST_BYTES = 65_536
"""What is larger was not written here."""


@dataclass(frozen=True, slots=True)
class OnAirState:
    """One engagement on air: what its stage was asked to show, and how its two windows stood.

    `mark` is the newest step of the journal at that time, `held_at` the one at which the picture was held (None while
    none is). `clock` tells whether participants saw the clock, `size` the stage's size in pixels and `place` the upper
    left corner of its window. `board_id` and `session_id` are those open in the console, "" for none.
    """

    path: Path
    mark: Mark
    stage: StageState
    held_at: Mark | None
    clock: bool
    size: tuple[int, int]
    place: tuple[int, int]
    board_id: str
    session_id: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """A state as it stands in its file, for an engagement file of version `schema`."""

    version: Literal[1]
    schema: int
    state: OnAirState


_FORM = TypeAdapter(_Kept)
_LAYERS: Mapping[str, Any] = {"wanted": {"showing": {"layers": True}}}
_PRIVATE: Mapping[str, Any] = {"state": {"stage": {**_LAYERS, "held": _LAYERS}}}


class OnAir:
    """The states in `folder`, one small file for each engagement, which its owner alone can read.

    `schema` is the version of engagement files that this app writes: a state for another one is ignored, as are those
    that can't be read, those whose engagement is not there, and those older than a session can be.
    """

    def __init__(self, folder: Path, schema: int) -> None:
        self._folder, self._schema = folder, schema

    def keep(self, state: OnAirState) -> None:
        """Put the state in place of the one before, whole and on disk.

        Raises StoreError as `write_whole` does, and ValueError where the path of the engagement is no text.
        """
        content = _FORM.dump_json(_Kept(1, self._schema, state), exclude=_PRIVATE)
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(self._file(state.path), content, replace=True)

    def forget(self, path: Path) -> None:
        """The engagement at `path` is on air no longer."""
        self._file(path).unlink(missing_ok=True)

    def of(self, path: Path) -> OnAirState | None:
        """The state of the engagement at `path`; None if there is none, or none that can be used."""
        state = self._read(self._file(path.resolve()))
        return state if state and state.path == path.resolve() else None

    def newest_first(self) -> Iterator[OnAirState]:
        """Every state that can be used. Files too old to be of use to anybody are removed."""
        ages = {file: self._age(file) for file in self._folder.glob("*")}
        for file in sorted(ages, key=lambda file: ages[file]):
            state = self._read(file) if file.suffix == ".json" else None  # a kill leaves the half of one behind
            if state:
                yield state
            elif ages[file] > FORGOTTEN.total_seconds():
                file.unlink(missing_ok=True)

    def _file(self, path: Path) -> Path:
        return self._folder / f"{blake2b(bytes(path), digest_size=16).hexdigest()}.json"

    def _age(self, file: Path) -> float:
        try:
            return time() - file.stat().st_mtime
        except FileNotFoundError:  # another window has just forgotten it
            return inf

    def _read(self, file: Path) -> OnAirState | None:
        if not file.is_file():
            return None
        try:
            return self._usable(file)
        except _Useless as reason:
            _log.warning("on air state %s ignored: %s", file.stem, reason)
        except (OSError, ValueError) as error:  # whose words may be those of the file
            _log.warning("on air state %s ignored: %s", file.stem, type(error).__name__)
        return None

    def _usable(self, file: Path) -> OnAirState:
        if self._age(file) > FORGOTTEN.total_seconds():
            raise _Useless("too old")
        if file.stat().st_size > _MOST_BYTES:
            raise _Useless("too large")
        kept = _FORM.validate_json(file.read_bytes(), strict=True)
        if kept.schema != self._schema:
            raise _Useless(f"schema {kept.schema}")
        state, held = kept.state, kept.state.stage.held
        if held and (held.since.tzinfo is None or state.held_at is None or state.held_at.seq > state.mark.seq):
            raise _Useless("held at no moment")
        if not state.path.is_file():
            raise _Useless("its engagement is not there")
        return state


class _Useless(Exception):
    """Why a state can't be used; no values of people's."""
