"""Reading a file beside the keys, in a thread of its own: a broken file may keep that busy, and nobody waits for it."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import threading
from collections.abc import Callable
from pathlib import Path

from workbench.documents import Document, Unreadable, read

Told = Callable[[Document | Unreadable], None]


class Fetching:
    """One file being read. `told` hears what came of it, and `progress` the pages, in the loop that began it."""

    def __init__(self, path: Path, told: Told, progress: Callable[[int, int], None]) -> None:
        self._path, self._told, self._progress = path, told, progress
        self._left = False
        self._loop, self._context = asyncio.get_running_loop(), contextvars.copy_context()
        # A thread that ends with the program: what hangs in a broken file must not keep it from quitting.
        threading.Thread(target=self._read, name="reading a document", daemon=True).start()

    def leave(self) -> None:
        """Nobody waits for it any more."""
        self._left = True

    def _read(self) -> None:
        found: Document | Unreadable
        try:
            found = read(self._path, self._going)
        except Unreadable as unreadable:
            found = unreadable
        except MemoryError:
            found = Unreadable(self._path.name, "takes more memory than there is", "split it")
        self._call(self._told, found)

    def _going(self, done: int, of: int) -> bool:
        if done % 10 == 0:
            self._call(self._progress, done, of)
        return not self._left

    def _call(self, hears: Callable[..., None], *said: object) -> None:
        if not self._left:
            with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
                self._loop.call_soon_threadsafe(hears, *said, context=self._context)
