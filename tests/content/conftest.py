"""What tests of texts share: the rules that French (Canada) keeps in this app."""

import re
from collections.abc import Callable

import pytest

_SPACED = re.compile(r"[ \u00a0][;:!?»]|«[ \u00a0]")
"""An ordinary or a wide no-break space where U+202F belongs."""

_CLOSE = re.compile(r"[^\u202f!?;:\s«(][;:!?](?=[\s»”)]|$)|[^\u202f]»|«[^\u202f]")
"""No space at all before a mark that ends a word; 10:42 and https:// are no such marks."""

_DIGITAL = re.compile(r"\bdigita(l|le|ux|les)\b", re.IGNORECASE)
_MID_DOT = re.compile(r"\w[·•]\w")


@pytest.fixture
def french_faults() -> Callable[[str], list[str]]:
    """Finds the places in a French text that break the rules; none in a good one."""
    return lambda text: [found[0] for rule in (_SPACED, _CLOSE, _DIGITAL, _MID_DOT) for found in rule.finditer(text)]
