"""A file's bytes to its text and its data, strictly."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from .building import build
from .decoding import decode
from .faults import line_of
from .values import Mapping, Place, Value, step


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    r"""A file's text and what it says.

    Attributes:
        text: the characters after the byte-order mark, line endings as they are.
        bom: the byte-order mark, or b"".
        newline: the line ending for new lines: that of the first line, "\n" or "\r\n".
        root: the data.
        place: where the root mapping starts and ends.
        encoding: always "utf-8".
    """

    text: str
    bom: bytes
    newline: str
    root: Mapping
    place: Place
    encoding: str = "utf-8"

    def bytes(self) -> bytes:
        """The file, byte for byte."""
        return self.bom + self.text.encode(self.encoding)


def read(data: bytes) -> Text:
    """Read a file's bytes.

    Raises:
        YamlError: with the first fault found: its code, line, sentence and remedy.
    """
    bom, text = decode(data)
    with collector_paused():
        root, place = build(text)
    return Text(text, bom, newline_of(text), root, place)


def newline_of(text: str) -> str:
    r"""The line ending of the first line, or "\n" where there is only one line."""
    end = text.find("\n")
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def locate(text: Text, keys: Iterable[str | int]) -> int:
    """The 1-based line of the deepest place that exists along these keys; 1 for the root itself."""
    return line_of(text.text, _offset(text, keys))


def locate_all(text: Text, places: Iterable[Iterable[str | int]]) -> list[int]:
    """`locate` for many places at once: the lines of the text are counted once."""
    offsets = [_offset(text, keys) for keys in places]
    lines: dict[int, int] = {}
    line, behind = 1, 0
    for offset in sorted(set(offsets)):
        line += text.text.count("\n", behind, offset)
        lines[offset] = line
        behind = offset
    return [lines[offset] for offset in offsets]


def _offset(text: Text, keys: Iterable[str | int]) -> int:
    """Where the deepest place that exists along these keys begins."""
    offset = 0
    value: Value = text.root
    for key in keys:
        place, value = step(value, key)
        if place is None:
            break
        offset = place[0]
    return offset


@contextmanager
def collector_paused() -> Iterator[None]:
    """Python's cycle collector walks the growing tree again and again: it makes reading 2.6 times slower."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
