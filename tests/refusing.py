"""What tests of readers share: the key of a refusal, after its sentence was made in both languages."""

import pytest

from facilitator.content.words import Words
from facilitator.domain.refusal import ImportRefused

WORDS = [Words("en"), Words("fr")]


def refused(read, *args, **options):
    """(key, values) of the ImportRefused that `read` raises; its words exist and have all their values."""
    with pytest.raises(ImportRefused) as caught:
        read(*args, **options)
    for words in WORDS:
        assert "{" not in words(f"refusals.{caught.value.key}", **caught.value.values)
    return caught.value.key, dict(caught.value.values)


def reasons(rows):
    """(place, key) of rejected rows; each has its sentence in both languages."""
    for row in rows:
        for words in WORDS:
            assert "{" not in words(f"refusals.{row.key}", **row.values)
    return [(row.place, row.key) for row in rows]
