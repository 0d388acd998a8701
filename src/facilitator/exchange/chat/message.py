"""What is read of a chat."""

from dataclasses import dataclass
from typing import Literal

What = Literal["said", "direct", "reaction", "event", "unsigned"]
"""Said to everybody; to one person; a reaction given or taken back; a coming or going; text before any sender."""

Shape = Literal["zoom", "zoom_cloud", "teams", "meet", "timed", "named", "plain"]
SURE: tuple[Shape, ...] = ("zoom", "zoom_cloud", "teams", "meet")
"""The shapes that nothing but a chat has."""

UNSURE: tuple[Shape, ...] = ("timed", "named", "plain")
"""Those that a person should look at: `10:02 name: text`, `name: text`, and a line for each message."""

SKIPPED: tuple[What, ...] = ("direct", "reaction", "event", "unsigned")
"""What never becomes an item."""

TEXT_LIMIT = 4_000
"""Characters of one message; meeting programs take fewer."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `said_at` is the time as written there, "" if none; `text` may have several lines."""

    author: str
    said_at: str
    text: str
    what: What = "said"


@dataclass(frozen=True, slots=True)
class Chat:
    """All messages in their order; `shortened` counts those of which only `TEXT_LIMIT` characters were kept."""

    shape: Shape
    messages: tuple[Message, ...]
    shortened: int = 0

    @property
    def said(self) -> tuple[Message, ...]:
        """What was said to everybody."""
        return tuple(each for each in self.messages if each.what == "said")

    @property
    def is_sure(self) -> bool:
        """Whether nobody need say how it is to be read."""
        return self.shape in SURE

    def count(self, what: What) -> int:
        """How many messages are this."""
        return sum(each.what == what for each in self.messages)
