"""The gateway for text from files: whatever a case says, it reaches the screen only through here.

File text is data. It may hold markup, escape sequences, characters that reorder, hide or widen
what stands around them. What leaves this module is one line of characters that a terminal prints
as they are, each as wide as `rich.cells` says.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rich.cells import cell_len

ELLIPSIS = "…"

_INVISIBLE = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters without width. Between letters that join they belong to the spelling and can go
unseen; beside ASCII they can only hide something, and show as a dot."""

_HIDING = re.compile(rf"(?<=[!-~])[{_INVISIBLE}]+|[{_INVISIBLE}]+(?=[!-~])")
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2e"
_PILED = re.compile(rf"([{_MARKS}]{{4}})[{_MARKS}]+")
_BLANK = frozenset("\t\n\v\f\r\x85\u2028\u2029")


class _Shown(dict[int, str]):
    """Code point to what is shown for it, found when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = _shown(chr(code))
        return shown


def _shown(char: str) -> str:
    code = ord(char)
    if char in _BLANK:
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if char in _INVISIBLE or _decorates(code):
        return ""
    if 0x1F1E6 <= code <= 0x1F1FF:  # halves of flags, whose width no two terminals agree on
        return chr(code - 0x1F1E6 + ord("A"))
    category = unicodedata.category(char)
    if category in {"Cc", "Cf", "Cs", "Co", "Cn"}:
        return f"⟨U+{code:04X}⟩"
    return " " if category == "Zs" else char


def _decorates(code: int) -> bool:
    """Variation selectors and skin tones: they change a width, not the text."""
    return 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF or 0x1F3FB <= code <= 0x1F3FF


_TABLE = _Shown()


def plain(text: str) -> str:
    """One line of harmless text: what every text from a file becomes before it is shown.

    Control characters show as their pictures (`␛`), characters that turn or hide text as
    `⟨U+202E⟩`, line breaks and tabs as blanks. Square brackets stay square brackets: nothing here
    or after it reads markup.
    """
    return text if text.isascii() and text.isprintable() else _harmless(text)


@lru_cache(maxsize=4096)
def _harmless(text: str) -> str:
    dotted = _HIDING.sub("·", unicodedata.normalize("NFC", text))
    return _PILED.sub(r"\1", dotted.translate(_TABLE))


def width_of(shown: str) -> int:
    """Cells that a harmless text takes."""
    return len(shown) if shown.isascii() else cell_len(shown)


@lru_cache(maxsize=4096)
def cut(text: str, width: int) -> str:
    """Harmless text of at most `width` cells; an ellipsis stands where something was cut off."""
    if width <= 0:
        return ""
    head = text if len(text) <= 4 * width + 64 else text[: 4 * width + 64]
    shown = plain(head)
    if len(head) == len(text) and width_of(shown) <= width:
        return shown
    return _prefix(shown, width - 1).rstrip() + ELLIPSIS


def _prefix(shown: str, width: int) -> str:
    """The longest beginning of a harmless text that fits in `width` cells."""
    if shown.isascii():
        return shown[:width]
    used = 0
    for place, char in enumerate(shown):
        used += cell_len(char)
        if used > width:
            return shown[:place]
    return shown


def padded(text: str, width: int) -> str:
    """`cut`, and filled with blanks to exactly `width` cells."""
    shown = cut(text, width)
    return shown + " " * (width - width_of(shown))


def centred(text: str, width: int) -> str:
    """`cut`, with blanks on both sides to exactly `width` cells."""
    shown = cut(text, width)
    left = (width - width_of(shown)) // 2
    return " " * left + shown + " " * (width - width_of(shown) - left)


def wrapped(text: str, width: int, limit: int, *, hyphen: str = "") -> list[str]:
    """Harmless text in at most `limit` lines of at most `width` cells, broken between words.

    A word that is too long is broken inside, with a `hyphen` where one is given. What does not fit
    ends in an ellipsis.
    """
    return list(_wrapped(text, width, limit, hyphen))


@lru_cache(maxsize=1024)
def _wrapped(text: str, width: int, limit: int, hyphen: str) -> tuple[str, ...]:
    if width <= 0 or limit <= 0:
        return ()
    lines: list[str] = []
    rest = plain(text[: 4 * width * limit + 64]).strip()
    while rest and len(lines) < limit - 1:
        line = _line(rest, width)
        if hyphen and len(line) < len(rest) and line[-1:].isalpha() and rest[len(line)].isalpha():
            line = _line(rest, width - len(hyphen))
            lines.append(line + hyphen)
        else:
            lines.append(line.rstrip())
        rest = rest[len(line) :].lstrip()
    return (*lines, cut(rest, width)) if rest else tuple(lines)


def _line(rest: str, width: int) -> str:
    """What of `rest` goes on a line of `width` cells; at least one character, so that it ends."""
    line = _prefix(rest, width) or rest[:1]
    if len(line) == len(rest) or rest[len(line)] == " ":
        return line
    space = line.rfind(" ")
    return line[: space + 1] if space > 0 else line


def flowed(text: str, width: int) -> list[str]:
    """Harmless text in as many lines of at most `width` cells as it takes, broken between words where it can be."""
    rest, lines, at = plain(text).strip(), [], 0
    while at < len(rest) and width > 0:
        line = _line(rest[at : at + 4 * width + 64], width)
        lines.append(line.rstrip())
        at += len(line)
        while rest[at : at + 1] == " ":
            at += 1
    return lines
