"""Overlay: something that lies over whatever the stage shows, such as the clock; it changes by itself."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Overlay(Generic[T]):
    """Holds what lies there, None while nothing does, and tells when that looks other."""

    def __init__(self) -> None:
        self._value: T | None = None
        self._listeners: list[Callable[[], None]] = []

    @property
    def value(self) -> T | None:
        """What lies there now."""
        return self._value

    def show(self, value: T | None) -> None:
        """Let this lie there from now on; listeners hear of it only if it is another one."""
        if value != self._value:
            self._value = value
            for listener in tuple(self._listeners):
                listener()

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` whenever it looks other; returns how to end it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)
