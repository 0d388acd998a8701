"""Every sentence that the code can ask for exists."""

import json
import re
from pathlib import Path

import facilitator
from facilitator.content.resources import resource

SOURCES = "\n".join(path.read_text("utf-8") for path in Path(facilitator.__file__).parent.rglob("*.py"))


def words(area: str) -> set[str]:
    return set(json.loads(resource("words", f"{area}.json").read_text("utf-8")))


def test_every_refusal_has_its_sentence():
    used = set(re.findall(r'(?:EditRejected|StoreError|Refusal|ImportRefused|RejectedRow)\(\s*"([a-z_]+)"', SOURCES))
    used |= set(re.findall(r'choice_named\([^"]*"([a-z_]+)", "', SOURCES))
    assert {"group_unknown", "link_kind", "choice_unknown"} <= used
    assert len(used) > 40
    assert used <= words("refusals")


def test_every_step_has_its_name():
    used = set(re.findall(r'(?:\bChange|composed|\bchanged)\(\s*"([a-z_]+)"', SOURCES))
    used |= {label for pair in re.findall(r'\blabel = "([a-z_]+)" if .* else "([a-z_]+)"', SOURCES) for label in pair}
    assert len(used) > 15
    assert used <= words("edits")


def test_every_word_that_is_asked_for_by_its_full_name_is_there():
    asked = set(re.findall(r'words\(\s*"([a-z]+)\.([a-z_0-9]+)"', SOURCES, re.IGNORECASE))
    assert len(asked) > 60
    missing = {f"{area}.{key}" for area, key in asked if key not in words(area)}
    assert missing == set()
