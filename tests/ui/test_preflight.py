"""The checks before sharing: facts in, lines out. Each fault turns exactly its own line."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QRect, QSize

from facilitator.content.words import Words
from facilitator.domain.picture import Group, Picture, Rect, Text
from facilitator.ui.preflight import (
    LINES,
    BackupFacts,
    Facts,
    SavedFacts,
    SizeFacts,
    StageWindowFacts,
    TextFacts,
    lines,
    received,
    smallest_text,
    summary,
)

WORDS = Words("en")
NOW = datetime(2027, 1, 14, 15, 0, tzinfo=UTC)
HD, SMALL = QSize(1920, 1080), QSize(1280, 720)
SCREEN, SECOND = QRect(0, 30, 2560, 1410), QRect(2560, 0, 1920, 1080)


def picture(*sizes):
    texts = tuple(Text((f"Words of {size}",), 0, 0, size, "#000000") for size in sizes)
    return Picture("#FFFFFF", (Group("", "scenery", Rect(0, 0, 9, 9), texts),), "")


GOOD = Facts(
    StageWindowFacts(True, False, QRect(100, 60, 1922, 1112), (SCREEN, SECOND)),
    SizeFacts(HD, HD, HD, 1.0, HD),
    TextFacts(picture(40, 18, 28), "“Web”", 1920),
    (),
    (("/home", 3_000_000_000), ("/backups", 5_000_000_000)),
    BackupFacts(NOW - timedelta(minutes=3), 0, due=True),
    SavedFacts(0, in_place=True),
    True,
    NOW,
)

FAULTS = {
    "not shown": ("stage", "bad", {"stage": replace(GOOD.stage, shown=False)}),
    "minimized": ("stage", "bad", {"stage": replace(GOOD.stage, minimized=True)}),
    "off the screen": ("stage", "bad", {"stage": replace(GOOD.stage, frame=QRect(900, 500, 1922, 1112))}),
    "between screens": ("stage", "bad", {"stage": replace(GOOD.stage, frame=QRect(1600, 60, 1922, 1000))}),
    "under the panel": ("stage", "bad", {"stage": replace(GOOD.stage, frame=QRect(100, 0, 1922, 1112))}),
    "stretched": ("size", "bad", {"size": replace(GOOD.size, found=QSize(1900, 1080))}),
    "fitted": ("size", "warning", {"size": SizeFacts(HD, QSize(1600, 900), QSize(1600, 900), 1.0, SMALL)}),
    "tiny text": ("text", "bad", {"text": TextFacts(picture(40, 12), "“Web”", 1920)}),
    "small text": ("text", "warning", {"text": TextFacts(picture(40, 14), "“Web”", 1920)}),
    "layers": ("layers", "bad", {"layers": (("Attitude", "Web"),)}),
    "disk full": ("disk", "bad", {"disks": (("/home", 3_000_000_000), ("/backups", 499_999_999))}),
    "disk gone": ("disk", "bad", {"disks": (("/home", None), ("/backups", 3_000_000_000))}),
    "no backup": ("backup", "bad", {"backup": BackupFacts(None, 0, due=True)}),
    "all backups damaged": ("backup", "bad", {"backup": BackupFacts(None, 2, due=True)}),
    "backup damaged": ("backup", "bad", {"backup": BackupFacts(NOW, 1, due=False)}),
    "backup late": ("backup", "warning", {"backup": BackupFacts(NOW - timedelta(minutes=11), 0, due=True)}),
    "not saved": ("saved", "bad", {"saved": SavedFacts(2, in_place=True)}),
    "file gone": ("saved", "bad", {"saved": SavedFacts(0, in_place=False)}),
    "not quiet": ("notifications", "reminder", {"quiet": False}),
}


def states(facts):
    return {line.id: line.state for line in lines(facts, WORDS)}


def line(facts, wanted, words=WORDS):
    return next(each for each in lines(facts, words) if each.id == wanted)


def test_when_all_is_well_only_the_window_to_share_is_called_to_mind():
    assert tuple(states(GOOD)) == LINES
    assert {name: state for name, state in states(GOOD).items() if state != "good"} == {"window": "reminder"}
    assert summary(lines(GOOD, WORDS), WORDS)[0] == "good"


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_turns_exactly_its_own_line(fault):
    own, state, wrong = FAULTS[fault]
    assert states(replace(GOOD, **wrong)) == {**states(GOOD), own: state}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_line_says_what_is_wrong_in_both_languages(fault, language):
    own, _, wrong = FAULTS[fault]
    words = Words(language)
    said = line(replace(GOOD, **wrong), own, words)
    assert said.said != line(GOOD, own, words).said
    assert bool(said.mend) == bool(said.mend_words)


@pytest.mark.parametrize(
    ("fault", "mend"),
    [
        ("minimized", "bring_back"),
        ("stretched", "set_size"),
        ("fitted", "choose_size"),
        ("layers", "layers_off"),
        ("no backup", "back_up"),
        ("backup damaged", "back_up"),
        ("not saved", "retry"),
        ("disk full", ""),
    ],
)
def test_what_can_be_mended_from_here_is_offered(fault, mend):
    own, _, wrong = FAULTS[fault]
    assert line(replace(GOOD, **wrong), own).mend == mend


def test_on_a_scaled_screen_sizes_are_those_of_the_screen():
    scaled = SizeFacts(HD, HD, QSize(1919, 1081), 1.25, HD)
    found = line(replace(GOOD, size=scaled), "size")
    assert found.state == "good"
    assert "125%" in found.said


def test_a_shadow_that_a_system_counts_to_the_frame_may_hang_off():
    snapped = replace(GOOD.stage, frame=QRect(-7, 30, 2574, 1417))
    assert line(replace(GOOD, stage=snapped), "stage").state == "good"


def test_where_no_size_has_room_none_is_offered():
    tiny = SizeFacts(SMALL, QSize(640, 360), QSize(640, 360), 1.0, None)
    found = line(replace(GOOD, size=tiny), "size")
    assert (found.state, found.mend) == ("warning", "")


def test_what_was_measured_as_readable_is_good_and_half_a_stage_is_not():
    """docs/legibility.md: 18 pixels carry to 720 lines."""
    assert received(18, 1920) == received(18, 1280) >= 5
    assert received(18, 1280) == pytest.approx(6, abs=0.3)
    assert received(18, 704) < 4.5


def test_the_smallest_text_is_named_and_people_may_call_things_what_they_like():
    long = replace(picture(40), groups=picture(40).groups + picture(12).groups)
    assert smallest_text(long).lines == ("Words of 12",)
    assert smallest_text(picture()) is None
    named = Text(("{board} <b>", "x" * 80), 0, 0, 12, "#000000")
    odd = replace(long, groups=(Group("", "item", Rect(0, 0, 9, 9), (named,)),))
    said = line(replace(GOOD, text=TextFacts(odd, "“{text}”", 1920)), "text").said
    assert "“{board} <b> xxx" in said
    assert "“{text}”" in said
    assert "x…”" in said


def test_without_a_board_there_is_no_text_to_read():
    assert line(replace(GOOD, text=TextFacts(None, "", 1920)), "text").state == "good"


def test_a_backup_of_another_day_says_which():
    yesterday = BackupFacts(NOW - timedelta(days=1), 0, due=False)
    found = line(replace(GOOD, backup=yesterday), "backup")
    assert found.state == "good"
    assert "13 January 2027" in found.said


def test_a_clock_that_went_back_is_no_fault():
    later = BackupFacts(NOW + timedelta(days=2), 0, due=True)
    assert line(replace(GOOD, backup=later), "backup").state == "good"


def test_the_summary_counts_the_worst():
    wrong = {**FAULTS["minimized"][2], **FAULTS["layers"][2], **FAULTS["fitted"][2]}
    assert summary(lines(replace(GOOD, **wrong), WORDS), WORDS) == ("bad", "2 things to mend before you share.")
    late = replace(GOOD, **FAULTS["backup late"][2])
    assert summary(lines(late, WORDS), WORDS) == ("warning", "Nothing stands in the way; 1 thing to look at.")
