"""Playing: which lines of a script have come by now. Time runs as fast as wanted, stops, and can be moved on."""

from collections.abc import Callable, Sequence
from datetime import datetime

from facilitator.content.rehearsal import ScriptLine

SPEEDS = (1, 4)


class Playing:
    """Begins stopped at 0 seconds. `now` is what time it is."""

    def __init__(self, lines: Sequence[ScriptLine], now: Callable[[], datetime]) -> None:
        self._lines = tuple(lines)
        self._now = now
        self._gone = 0.0
        self._since: datetime | None = None
        self._speed = SPEEDS[0]

    @property
    def runs(self) -> bool:
        """Whether time goes on."""
        return self._since is not None

    @property
    def speed(self) -> int:
        """How many seconds of the script a second takes."""
        return self._speed

    @property
    def seconds(self) -> float:
        """How much of the script has gone by."""
        if self._since is None:
            return self._gone
        return self._gone + max(0.0, (self._now() - self._since).total_seconds()) * self._speed

    @property
    def come(self) -> tuple[ScriptLine, ...]:
        """The lines that have come by now; none before the first start."""
        if not self.runs and not self._gone:
            return ()
        return tuple(line for line in self._lines if line.at <= self.seconds)

    @property
    def is_over(self) -> bool:
        """Whether the last line has come."""
        return len(self.come) == len(self._lines)

    def start(self) -> None:
        """Let time run."""
        if self._since is None:
            self._since = self._now()

    def stop(self) -> None:
        """Let time stand still."""
        self._gone, self._since = self.seconds, None

    def turn_speed(self) -> None:
        """Change to the other one of SPEEDS."""
        gone, runs = self.seconds, self.runs
        self._speed = SPEEDS[1 - SPEEDS.index(self._speed)]
        self._gone, self._since = gone, self._now() if runs else None

    def next(self) -> None:
        """Go to when the next line comes; nothing happens after the last one."""
        coming = self._lines[len(self.come) :]
        if coming:
            self._gone = max(float(coming[0].at), 0.001)
            self._since = self._now() if self.runs else None
