"""How much room text takes on paper, near enough to lay out a table, and where words too long for it may break.

Lengths are in em: the size of the letters, whatever that is in points.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = {
    0.26: " 'ijl.,:;`!J",
    0.33: "()-fI[]t",
    0.40: '/\\r{}?"',
    0.44: "zcs_",
    0.48: "vyFLxk",
    0.52: "*TZESY|ae$+0123456789<=>X^~",
    0.57: "VPoCKRbdghnpqu#A",
    0.67: "BDUG&H",
    0.72: "NOQw",
    0.84: "Mm@%W",
    1.00: "—…",
}
"""Letters by the room they take in Noto Sans, half condensed: at most this, and seldom much less."""

_OTHER, _WIDE = 0.62, 1.0

_ROOM = {chr(n): _OTHER for n in range(128)} | {c: room for room, letters in _LETTERS.items() for c in letters}

_WORDS = re.compile(r"\S+")

_BREAK = "\u200b"
"""Where a line may end: a zero-width space, which no text has by itself once it is shown as it is read."""

_PARTS = 8
"""Into so many parts, about, a word may be broken on a line."""

BOLDER = 1.14
"""How much more room bold letters take."""


@lru_cache(maxsize=4096)
def _letter(letter: str) -> float:
    if letter in _ROOM:
        return _ROOM[letter]
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0.0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _OTHER


@lru_cache(maxsize=8192)
def breadth(text: str) -> float:
    """The room of a text on one line."""
    return sum(map(_ROOM.__getitem__ if text.isascii() else _letter, text))


def longest(text: str) -> float:
    """The room of the longest word of a text; scripts that break between any two letters have none to speak of."""
    return max((breadth(word) for word in _WORDS.findall(text) if not _breaks_anywhere(word)), default=0.0)


def _breaks_anywhere(word: str) -> bool:
    return not word.isascii() and any(unicodedata.east_asian_width(letter) in "WF" for letter in word)


def breakable(text: str, room: float) -> str:
    """The text, in which a line may end within every word that takes more than `room`."""
    if len(text) * _WIDE <= room or max(map(len, text.split()), default=0) * _WIDE <= room:
        return text
    return _WORDS.sub(lambda word: _broken(word[0], room), text)


def _broken(word: str, room: float) -> str:
    if len(word) * _WIDE <= room or breadth(word) <= room * 1.01:
        return word
    most = max(1, int(room / _PARTS))
    return _BREAK.join(word[at : at + most] for at in range(0, len(word), most)) if word.isascii() else _by_letter(word)


def _by_letter(word: str) -> str:
    return word[0] + "".join(f"{_BREAK}{letter}" if _apart(letter) else letter for letter in word[1:])


def _apart(letter: str) -> bool:
    """Whether a letter can stand at the start of a line: no mark on the one before it does."""
    return letter.isascii() or unicodedata.category(letter)[0] not in "MC"


def right_to_left(text: str) -> bool:
    """Whether a text runs from right to left: its first letter with a direction does (Unicode, UAX 9, P2 and P3)."""
    if text.isascii():
        return False
    return next((unicodedata.bidirectional(c) != "L" for c in text if unicodedata.bidirectional(c) in _STRONG), False)


_STRONG = {"L", "R", "AL"}
