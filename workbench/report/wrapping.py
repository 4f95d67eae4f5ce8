"""Text in lines of so many terminal cells: wrapped at blanks, never cut."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from workbench.report import visible
from workbench.report.document import Align

_BREAKS = "/-"
"""After these a long word breaks rather than anywhere."""

_FENCE = "\u200e"
"""Left-to-right mark: keeps what follows a right-to-left text in its place."""


def width(text: str) -> int:
    """How many terminal cells a text takes."""
    return len(text) if text.isascii() or visible.plain(text) else cell_len(text)


def wrapped(text: str, room: int) -> list[str]:
    """The text in lines of at most `room` cells, one empty line where there is none.

    A word longer than a line is broken, after a slash or a hyphen where it has one. A character
    wider than the room stands alone.
    """
    if (text.isascii() or visible.plain(text)) and (filled := _filled(text, room)):
        return filled
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if width(joined) <= room:
            lines[-1] = joined
            continue
        pieces = list(_pieces(word, room))
        lines[-1:] = [lines[-1], *pieces] if lines[-1] else pieces
    return lines


def _filled(text: str, room: int) -> list[str]:
    """The same of characters of one cell each; nothing where blanks are odd or a word is longer than a line."""
    if text.startswith(" "):
        return []
    if len(text) > room and ("  " in text or text.endswith(" ")):
        return []
    lines, start = [], 0
    while len(text) - start > room:
        blank = text.rfind(" ", start, start + room + 1)
        if blank < 0:
            return []
        lines.append(text[start:blank])
        start = blank + 1
    return [*lines, text[start:]]


def _pieces(word: str, room: int) -> Iterator[str]:
    while width(word) > room:
        fits = _fitting(word, room)
        at = max(word.rfind(sign, 1, fits) for sign in _BREAKS) + 1 or fits
        yield word[:at]
        word = word[at:]
    if word:
        yield word


def _fitting(word: str, room: int) -> int:
    """How many characters of a word fit; at least one."""
    if word.isascii():
        return max(room, 1)
    taken = 0
    for at, character in enumerate(word):
        taken += cell_len(character)
        if taken > room and at:
            return at
    return max(len(word) - 1, 1)


def padded(text: str, room: int, align: Align = Align.LEFT) -> str:
    """The text filled up with blanks to `room` cells; a right-to-left text is fenced off."""
    free = max(room - width(text), 0)
    shown = text + _FENCE if visible.right_to_left(text) else text
    if align is Align.RIGHT:
        return " " * free + shown
    if align is Align.MIDDLE:
        return " " * (free // 2) + shown + " " * (free - free // 2)
    return shown + " " * free
