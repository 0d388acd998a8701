"""What is kept while a session is on air: whole, for its owner alone, without anything private, or ignored."""

import json
import os
import stat
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.refusal import StoreError
from facilitator.domain.screens import ScreenWanted
from facilitator.domain.view import Showing
from facilitator.journal import Mark
from facilitator.ui.on_air import OnAir, OnAirState
from facilitator.workshop.stage_state import HeldState, StageState, Wanted

NOW = datetime(2027, 1, 14, 10, 0, tzinfo=UTC)
SCHEMA = 4

ids = st.text(alphabet="abcdef0123456789_-", max_size=8)
showings = st.builds(
    Showing,
    form=ids,
    spotlight=ids,
    large=st.booleans(),
    layers=st.frozensets(st.just("CANARY")),
    then=ids,
    day=st.none() | st.dates(),
)
screens = st.builds(
    ScreenWanted, st.sampled_from(("read_back", "to_confirm", "poll", "outcomes")), ids, st.integers(0, 9)
)
wanteds = st.builds(Wanted, st.none() | ids, showings, st.none() | screens)
moments = st.datetimes(timezones=st.just(UTC))
stages = st.builds(
    StageState, wanteds, st.none() | st.builds(HeldState, wanteds, moments, st.integers(0, 99)), st.booleans()
)


def bare(stage):
    held = stage.held and replace(stage.held, wanted=stage.held.wanted.without_layers())
    return replace(stage, wanted=stage.wanted.without_layers(), held=held)


def state_of(path, stage=None, **others):
    wanted = Wanted("web", Showing("grid", "s1", True, day=date(2027, 1, 14)), ScreenWanted("poll", "p1", 1))
    values = {
        "path": path,
        "mark": Mark(7, "beef"),
        "stage": stage or StageState(wanted, HeldState(wanted, NOW, 3), True),
        "held_at": Mark(5, "cafe"),
        "clock": True,
        "size": (1280, 720),
        "place": (-40, 12),
        "board_id": "web",
        "session_id": "session_1",
    }
    return OnAirState(**values | others)


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "Ça & là.facilitator"
    made.touch()
    return made


@pytest.fixture
def on_air(tmp_path):
    return OnAir(tmp_path / "local" / "on-air", SCHEMA)


def file_of(on_air):
    return next(on_air._folder.iterdir())


@given(stages, st.booleans(), st.tuples(st.integers(), st.integers()), ids)
def test_it_comes_back_as_it_was_kept_but_for_what_is_private(stage, clock, place, board_id):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder).resolve() / "town.facilitator"
        path.touch()
        on_air = OnAir(Path(folder) / "on-air", SCHEMA)
        kept = state_of(path, stage, clock=clock, place=place, board_id=board_id)
        on_air.keep(kept)
        assert on_air.of(path) == replace(kept, stage=bare(stage))
        assert "CANARY" not in file_of(on_air).read_text("utf-8")
        assert "layers" not in file_of(on_air).read_text("utf-8")


def test_it_replaces_what_was_kept_before_and_leaves_nothing_else(on_air, path):
    for number in (7, 8, 9):
        on_air.keep(state_of(path, mark=Mark(number, "x")))
    assert on_air.of(path).mark == Mark(9, "x")
    assert len(list(on_air._folder.iterdir())) == 1
    on_air.forget(path)
    assert on_air.of(path) is None
    on_air.forget(path)  # once more does no harm


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files")
def test_its_owner_alone_can_read_it(on_air, path):
    on_air.keep(state_of(path))
    assert stat.S_IMODE(file_of(on_air).stat().st_mode) == 0o600
    assert stat.S_IMODE(on_air._folder.stat().st_mode) == 0o700


def test_a_link_to_the_engagement_is_the_engagement(on_air, path, tmp_path):
    on_air.keep(state_of(path))
    (tmp_path / "link.facilitator").symlink_to(path)
    assert on_air.of(tmp_path / "link.facilitator") == on_air.of(path) is not None


def test_the_newest_comes_first_and_two_engagements_keep_apart(on_air, tmp_path):
    paths = [tmp_path / f"{name}.facilitator" for name in "abc"]
    for age, each in enumerate(paths):
        each.touch()
        on_air.keep(state_of(each))
        (file,) = (file for file in on_air._folder.iterdir() if each.name in file.read_text())
        moment = (datetime.now(UTC) - timedelta(minutes=age)).timestamp()
        os.utime(file, (moment, moment))
    assert [state.path for state in on_air.newest_first()] == paths
    on_air.forget(paths[0])
    assert [state.path for state in on_air.newest_first()] == paths[1:]


def changed(**values):
    def change(text):
        kept = json.loads(text)
        for where, value in values.items():
            place = kept
            *way, last = where.split("__")
            for step in way:
                place = place[step]
            place[last] = value
        return json.dumps(kept)

    return change


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: "[]",
        lambda text: text.replace('"mark"', '"marc"'),
        lambda text: text + " " * 70_000,
        changed(version=2),
        changed(schema=SCHEMA + 1),
        changed(schema=SCHEMA - 1),
        changed(state__clock="Zqxj said so"),
        changed(state__size=[1280]),
        changed(state__held_at=None),
        changed(state__held_at={"seq": 8, "hash": "later than the mark"}),
        changed(state__stage__held__since="2027-01-14T10:00:00"),
        changed(state__stage__wanted__screen={"kind": "secrets", "id": "x", "page": 0}),
        changed(state__path="/no/such/place/town.facilitator"),
    ],
)
def test_what_cannot_be_used_is_ignored_and_stays_and_the_log_tells_no_words(on_air, path, damage, caplog):
    on_air.keep(state_of(path))
    file = file_of(on_air)
    file.write_text(damage(file.read_text("utf-8")), "utf-8")
    before = file.read_bytes()
    assert on_air.of(path) is None
    assert list(on_air.newest_first()) == []
    assert file.read_bytes() == before
    assert "ignored" in caplog.text
    assert all(word not in caplog.text for word in ("Zqxj", "town", "là"))


def test_bytes_that_are_no_text_are_ignored(on_air, path):
    on_air.keep(state_of(path))
    file_of(on_air).write_bytes(b"\xff\xfe\x00{")
    assert on_air.of(path) is None


def test_a_private_layer_that_somebody_wrote_into_the_file_is_no_secret_switch(on_air, path):
    on_air.keep(state_of(path))
    file = file_of(on_air)
    file.write_text(changed(state__stage__wanted__showing__layers=["mood"])(file.read_text("utf-8")), "utf-8")
    state = on_air.of(path)
    assert state is None or state.stage.wanted.without_layers() == state_of(path).stage.wanted


def test_what_was_on_air_longer_ago_than_a_session_lasts_is_neither_offered_nor_kept(on_air, path, tmp_path):
    on_air.keep(state_of(path))
    file = file_of(on_air)
    moment = (datetime.now(UTC) - timedelta(hours=11, minutes=59)).timestamp()
    os.utime(file, (moment, moment))
    assert len(list(on_air.newest_first())) == 1
    os.utime(file, (moment - 120, moment - 120))
    assert on_air.of(path) is None
    assert list(on_air.newest_first()) == []
    assert not file.exists()
    assert path.exists()


def test_the_half_of_one_that_a_kill_leaves_behind_is_removed_in_time(on_air, path):
    on_air.keep(state_of(path))
    half = on_air._folder / ".half.part"
    half.write_text('{"version"')
    assert len(list(on_air.newest_first())) == 1
    assert half.exists()  # it may be another window's that is just being written
    os.utime(half, (0, 0))
    assert len(list(on_air.newest_first())) == 1
    assert not half.exists()


def test_where_nothing_was_ever_kept_there_is_nothing(tmp_path):
    assert list(OnAir(tmp_path / "nowhere", SCHEMA).newest_first()) == []
    assert OnAir(tmp_path / "nowhere", SCHEMA).of(tmp_path / "town.facilitator") is None


def test_a_folder_that_is_none_is_refused(tmp_path, path):
    (tmp_path / "file").touch()
    with pytest.raises((StoreError, OSError)):
        OnAir(tmp_path / "file", SCHEMA).keep(state_of(path))
