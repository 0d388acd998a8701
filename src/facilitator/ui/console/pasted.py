"""Pasted text as capture lines. No Qt."""

import re

_BULLET = re.compile(r"^\s*(?:[-*•‣◦·–—]\s+|\(?\d{1,3}[.)]\s+)")


def pasted_lines(text: str) -> list[str]:
    """The lines that say something, without the bullets and numbers that lists carry; otherwise as they are."""
    lines = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return [line for line in lines if line]
