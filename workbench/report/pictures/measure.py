"""How wide words are in print, in points, and where they wrap: a document knows no fonts.

Widths are those of the widest of the fonts that a picture may be drawn with (Arial's metrics, as Liberation Sans has
them, and DejaVu Sans), so that words run out of no box whichever draws them; with the usual one they
end a little early.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from workbench.report import visible

BOLD = 1.15
"""How much wider bold letters are, taken over a line."""

_WIDTHS = {
    28: "'ijlıіј", 32: " ,.Ił‘’·ΙΪІ", 36: ":;fίι", 40: "()-[]t/\\", 44: "!r", 48: '"', 52: "*J`“”„°Ј|",
    56: "?L_csz–Γέεζνξгзсэєѕґ", 60: "kvxy•ΰγκλςυχвтухчь", 68: "EKPSYΕΚΞΡΥΫάαφЕЗРийнпЅћџ",
    64: "$0123456789FTabdeghnopqu{}ßøđðþ«»ΣΤήβδηθμορστГТУабеклоряҐђ", 72: "ABVXZħΑΒΔΖΛΧπψАБВКХЧЬЭдцъЄ",
    76: "CHNRUΗΝΠИЙЛНПСЯмЏ", 80: "&DGOQ◆ΘΟΦΩДОЦы", 84: "#+<=>^w~×±≤≥≠↑↓ΨωЪ", 88: "MΜМФфюЂЋ", 92: "Ыжшљњ", 96: "%щ",
    100: "Wmæ—…→←▲▼", 104: "@œ", 108: "ЖШЮЊ", 112: "ЩЉ",
}  # fmt: skip
"""Letters by how wide they are, in hundredths of their size."""

_KNOWN = {letter: hundredths / 100 for hundredths, letters in _WIDTHS.items() for letter in letters}

_OTHERS = {"Lu": 0.95, "Ll": 0.9, "Lt": 1.1, "Lo": 0.85, "Lm": 0.6, "Mn": 0.0, "Me": 0.5, "Mc": 0.6, "Cf": 0.0}
"""By what a letter is, where no table has it; anything else is as wide as it is high."""

_PICTOGRAM = 1.4

_BREAKS = "/-–—"
"""After these a long word breaks rather than anywhere."""

_JOINERS = "\u200c\u200d"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How many points a text takes on one line, in letters of a size."""
    return sum(map(_share, text)) * size * (BOLD if bold else 1)


def widest(texts: list[str], size: float, *, bold: bool = False) -> float:
    """The width of the widest of some texts; 0 where there is none."""
    return max((width(text, size, bold=bold) for text in texts), default=0.0)


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines of at most `room` points, what cannot be seen written out; one empty line where there is none.

    Lines end at blanks, and anywhere between letters that are as wide as high. A word longer than a line is broken,
    after a slash or a hyphen where it has one; a letter wider than the room stands alone.
    """
    lines, free = [""], room
    for gap, piece in _pieces(visible.line(text)):
        taken = width(gap + piece if lines[-1] else piece, size, bold=bold)
        if taken <= free:
            lines[-1] += gap + piece if lines[-1] else piece
            free -= taken
            continue
        parts = list(_broken(piece, room, size, bold=bold))
        lines[-1:] = [lines[-1], *parts] if lines[-1] else parts
        free = room - width(lines[-1], size, bold=bold)
    return lines


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the widest piece of a text is that is not broken where there is room for it."""
    return widest([piece for _, piece in _pieces(visible.line(text))], size, bold=bold)


@cache
def _share(letter: str) -> float:
    """How wide a letter is, of its size; one with an accent is as wide as without it."""
    if letter in _KNOWN:
        return _KNOWN[letter]
    kind = unicodedata.category(letter)
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return _PICTOGRAM if kind == "So" else 1.0
    bare = unicodedata.normalize("NFD", letter)[0]
    return _KNOWN[bare] if bare in _KNOWN and bare != letter else _OTHERS.get(kind, _PICTOGRAM if kind == "So" else 1.0)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """The pieces between which a line may end, each with the blank before it, if any."""
    for word in text.split(" "):
        gap, start = " ", 0
        for at in range(1, len(word)):
            if _between(word[at - 1], word[at]):
                yield gap, word[start:at]
                gap, start = "", at
        yield gap, word[start:]


def _between(before: str, after: str) -> bool:
    """Whether a line may end between two letters: where one is as wide as high, and nothing hangs on the other."""
    wide = unicodedata.east_asian_width(before) in {"W", "F"} or unicodedata.east_asian_width(after) in {"W", "F"}
    return wide and after.isalnum() and before not in _JOINERS


def _broken(word: str, room: float, size: float, *, bold: bool) -> Iterator[str]:
    """A word in parts that each fit, of one letter at least."""
    taken, start, at = 0.0, 0, 0
    for letter in _letters(word):
        wide = width(letter, size, bold=bold)
        if taken + wide > room and at > start:
            end = max(word.rfind(sign, start + 1, at) for sign in _BREAKS) + 1 or at
            yield word[start:end]
            taken, start = width(word[end:at], size, bold=bold), end
        taken, at = taken + wide, at + len(letter)
    yield word[start:]


def _letters(word: str) -> Iterator[str]:
    """The letters of a word, each with what hangs on it."""
    start = 0
    for at in range(1, len(word)):
        if _share(word[at]) and word[at - 1] not in _JOINERS:
            yield word[start:at]
            start = at
    yield word[start:]
