"""The canary over a whole session: nothing private reaches the stage, whatever feature is used, in real windows."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.domain.change import Change, adding
from facilitator.opening import found_engagement
from facilitator.sample import founding_of_sample
from virtual_display import virtual_display

STORY = Path(__file__).parent / "session_story.py"
TESTS = str(Path(__file__).parents[1])


def bugged(record, number, token):
    """The record with a token of its own in every private text that no other record refers to."""
    if not record.private:
        return record
    fields = type(record).model_fields
    texts = [
        name
        for name, value in record.model_dump().items()
        if isinstance(value, str) and name not in ("id", "presence") and not getattr(fields[name], "foreign_key", None)
    ]
    return record.having(**{name: f"{token}{number}{name}" for name in texts})


def told(folder, display, token):
    """What the session told of an engagement in which every private word begins with this token."""
    folder.mkdir()
    records = [bugged(record, n, token) for n, record in enumerate(founding_of_sample("en").added())]
    path = folder / "town.facilitator"
    found_engagement(path, Change("found_engagement", adding(records))).close()
    names = [f"{token}{each}" for each in ("ana", "bo", "chi", "dee", "eli", "fay")]
    result = subprocess.run(
        [sys.executable, str(STORY), str(path), json.dumps([*names, token])],
        env={
            **display,
            "PYTHONPATH": os.pathsep.join((display["PYTHONPATH"], TESTS)),
            "HOME": str(folder),
            "XDG_DATA_HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
        },
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert result.returncode == 0, result.stderr[-3000:]
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.journey
@pytest.mark.timeout(400)
def test_two_sessions_that_differ_in_private_words_look_the_same(tmp_path):
    with virtual_display("2560x1600") as display:
        first, second = (told(tmp_path / token, display, token) for token in ("Zqxa", "Zqyb"))
    assert first == second
    *steps, end = first
    assert len(steps) > 40
    assert [step["step"] for step in steps if step["leaks"]] == []
    assert end == {"windows": [], "logged": []}
    modes = {step["step"]: step["mode"] for step in steps}
    assert (modes["held"], modes["blank"], modes["shown"]) == ("held", "blank", "live")
    pixels = {step["step"]: step["pixels"] for step in steps}
    assert pixels["captured behind the hold"] == pixels["held"] != pixels["followed"]
    for changing in CHANGING:
        assert pixels[changing] != pixels[_before(steps, changing)], changing
    assert pixels["work on the stage ended"] != pixels["captured there"]


CHANGING = (
    "captured",
    "clock",
    "chat line sent",
    "outcomes read back",
    "outcomes confirmed",
    "read back",
    "pointer moved",
    "temperature",
    "totals revealed",
    "work on the stage",
    "captured there",
    "wrapped up on the stage",
)
"""Steps that participants see: a step that changed nothing would prove nothing."""


def _before(steps, name):
    names = [step["step"] for step in steps]
    return names[names.index(name) - 1]
