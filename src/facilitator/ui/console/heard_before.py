"""HeardBefore: which messages of a chat were said before a poll, or to another one."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from facilitator.workshop.chat_tray import Spoken, lines_of
from facilitator.workshop.votes import Settled

_Key = tuple[str, str, str]
_CLOCK = re.compile(r"(\d{1,2})[:h](\d{2})(?::\d{2})?\s*([ap])?", re.IGNORECASE)
_DAY = 24 * 60
_AHEAD = 2  # minutes that the clock of a meeting may be ahead of this computer's


@dataclass(slots=True)
class _Known:
    """What had been said before one poll, in which minute it was shown first, what counted, and what was settled."""

    before: Counter[_Key] = field(default_factory=Counter)
    shown_at: int | None = None
    counted: Counter[_Key] = field(default_factory=Counter)
    settled: dict[_Key, str] = field(default_factory=dict)


class HeardBefore:
    """So that a "2" said to something else does not count for a poll.

    Said before it is what was in the tray, or read for another poll, when it came to the stage first; what counted for
    another poll at any time; and, where the chat's own clock agrees with this computer's, what bears an earlier time.
    All but the tray lasts as long as the window. For a poll that was not put on the stage since then, `earlier` counts:
    the lines of the tray with which the window began.
    """

    def __init__(self, earlier: Iterable[Spoken] = ()) -> None:
        self._heard = _counted(earlier)
        self._known: dict[str, _Known] = {}

    def opened(self, poll_id: str, tray: Iterable[Spoken], now: datetime) -> None:
        """Remember what had been said when a poll was put on the stage for the first time; `now` is local time."""
        if poll_id not in self._known:
            self._known[poll_id] = _Known(self._heard | _counted(tray), _minute(now))

    def before(self, poll_id: str, messages: Sequence[Spoken], now: datetime) -> frozenset[int]:
        """The places of the messages that can't be about this poll."""
        known = self._known.get(poll_id)
        left = (known.before if known else self._heard).copy()
        for other_id, other in self._known.items():
            if other_id != poll_id:
                left |= other.counted
        shown_at = known.shown_at if known else None
        earlier = _earlier(messages, shown_at, _minute(now)) if shown_at is not None else frozenset()
        found = set(earlier)
        for place, message in enumerate(messages):
            keys = _keys(message)
            if all(left[key] > 0 for key in keys):
                left.subtract(keys)
                found.add(place)
        return frozenset(found)

    def settled(self, poll_id: str, messages: Sequence[Spoken]) -> Settled:
        """What the facilitator said of these messages when votes were taken from them before."""
        known = self._known.get(poll_id)
        if known is None or not known.settled:
            return {}
        places = ((place, known.settled.get(_key(message))) for place, message in enumerate(messages))
        return {place: choice for place, choice in places if choice is not None}

    def took(
        self,
        poll_id: str,
        messages: Sequence[Spoken],
        before: Iterable[int],
        settled: Settled,
        counted: Iterable[int],
    ) -> None:
        """Remember that the messages were read for this poll, and at which places its votes are."""
        known = self._known.setdefault(poll_id, _Known())
        known.before = (known.before - _counted(messages)) | _counted(messages[place] for place in before)
        known.counted |= _counted(messages[place] for place in counted)
        known.settled |= {_key(messages[place]): choice for place, choice in settled.items()}
        self._heard |= _counted(messages)


def _earlier(messages: Sequence[Spoken], shown_at: int, now: int) -> frozenset[int]:
    """The places of messages with an earlier time; none where the last one's time can't be by the same clock."""
    times = [_clock(message.said_at) for message in messages]
    last = next((time for time in reversed(times) if time is not None), None)
    if last is None or not shown_at <= last <= now + _AHEAD:
        return frozenset()
    return frozenset(place for place, time in enumerate(times) if time is not None and time < shown_at)


def _clock(said_at: str) -> int | None:
    """The minute of the day that a chat wrote, None for none."""
    found = _CLOCK.search(said_at)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour * 60 + minute) % _DAY


def _minute(now: datetime) -> int:
    return now.hour * 60 + now.minute


def _counted(messages: Iterable[Spoken]) -> Counter[_Key]:
    return Counter(map(_key, lines_of(messages)))


def _keys(message: Spoken) -> list[_Key]:
    """The message as the tray has it."""
    return [_key(line) for line in lines_of([message])]


def _key(message: Spoken) -> _Key:
    return message.author, message.said_at, message.text
