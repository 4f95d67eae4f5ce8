"""The gateway for text from files on its way to a terminal or a page: nothing in it can act.

Escape sequences, bidi overrides and invisible characters are written out as `<U+001B>`, so that a
reader sees that they are there. What a script needs to be written right is left alone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u21ff]*")
"""Texts of these alone pass as they are: printable ASCII, Latin letters, dashes, quotes, the ellipsis and arrows.

None of them runs from right to left, and each takes one cell of a terminal.
"""

_SPACES = re.compile(r"[\t\n\r\x0b\x0c ]+")

_SUSPECT = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}
"""Unicode categories of what is not seen, or acts on what is around it."""

_BLANKS = set("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and signs that show as nothing at all."""

_JOINERS = {"\u200c", "\u200d"}
"""Zero-width non-joiner and joiner: part of correct spelling between letters of many scripts."""


def visible(text: str) -> str:
    """The text with every character that hides, moves or commands something written out.

    Line ends and tabs stay what they are; see `line` for text on one line.
    """
    if plain(text):
        return text
    return "".join(c if _passes(text, i) else f"<U+{ord(c):04X}>" for i, c in enumerate(text))


def plain(text: str) -> bool:
    """Whether a text is of the commonest characters alone: it passes as it is, and is as wide as it is long."""
    return _PLAIN.fullmatch(text) is not None


def seen(character: str) -> bool:
    """Whether a character shows as itself wherever it stands."""
    return unicodedata.category(character) not in _SUSPECT and character not in _BLANKS


def _passes(text: str, at: int) -> bool:
    character = text[at]
    if character in _JOINERS:
        return _between_letters(text, at)
    return character in "\n\t" or seen(character)


def _between_letters(text: str, at: int) -> bool:
    """Whether a joiner stands between letters of a script that uses joiners (none before Hebrew does)."""
    around = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return len(around) == 2 and all(c >= "\u0590" and unicodedata.category(c)[0] in "LM" for c in around)


@lru_cache(maxsize=4096)  # letters, names and texts come again and again
def line(text: str) -> str:
    """The text on one line: each run of blanks, tabs and line ends is one blank, the rest `visible`."""
    return visible(_SPACES.sub(" ", text).strip(" "))


def right_to_left(text: str) -> bool:
    """Whether some of the text runs from right to left, so that numbers after it need a fence."""
    return not text.isascii() and any(unicodedata.bidirectional(c) in {"R", "AL"} for c in text)
