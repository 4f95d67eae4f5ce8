"""What was worked out about one standing, or one case, kept until another is asked about."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")


class Kept:
    """Results by name; a standing or a case is told by identity, since every change makes another."""

    def __init__(self) -> None:
        self._known: tuple[object, dict[Hashable, object]] = None, {}

    def of(self, about: object, name: Hashable, work: Callable[[], T]) -> T:
        """A result; worked out where it is not known yet. May be asked beside the keys, in another thread."""
        known = self._known
        if known[0] is not about:
            known = self._known = about, {}
        results = known[1]
        if name not in results:
            results[name] = work()
        return cast(T, results[name])
