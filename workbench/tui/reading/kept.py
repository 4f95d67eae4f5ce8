"""Documents that were read, each with the place where it was left, as long as the program runs."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from weakref import WeakKeyDictionary

from workbench.documents import Document
from workbench.tui.reading.spot import Spot

MOST = 8
"""Documents that are kept at a time."""

State = tuple[int, int]
"""Size and time of change of a file: another state is another document."""


class Place(NamedTuple):
    """A document and where one was in it."""

    document: Document
    spot: Spot


class Kept:
    """The documents of one workbench by source and file."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, Path], tuple[State, Place]] = {}

    def found(self, source: str, path: Path) -> Place | None:
        """A document as it was left; None where it was not read, or the file changed since."""
        state, place = self._places.get((source, path), (None, None))
        return place if state is not None and state == _state(path) else None

    def keep(self, source: str, path: Path, place: Place) -> None:
        """Keep a document; the one kept longest goes where there are too many."""
        state = _state(path)
        if state is not None:
            self._places.pop((source, path), None)
            self._places[source, path] = state, place
            while len(self._places) > MOST:
                del self._places[next(iter(self._places))]


def _state(path: Path) -> State | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns


_of: WeakKeyDictionary[object, Kept] = WeakKeyDictionary()


def kept_by(screen: object) -> Kept:
    """The documents read from a screen, kept as long as that lives."""
    return _of.setdefault(screen, Kept())
