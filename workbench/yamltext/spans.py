"""Where things stand in a text, to the character: keys, colons, ends of values, lines."""

from __future__ import annotations

import re
from typing import Final

from .values import Mapping, Place, Sequence, Value

Cut = tuple[int, int, str]
"""One replacement: from this character offset to that one, by this text."""

_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'', re.DOTALL)
_BLANK: Final = re.compile(r"(?:[ \t\r\n]+|(?<=[ \t\r\n])#[^\n]*)*")
_BLOCK_HEADER: Final = re.compile(r"[|>][-+0-9]*")


def cut(text: str, cuts: list[Cut]) -> str:
    """The text with these replacements, which must not overlap; two at one offset are made in their order."""
    parts, done = [], 0
    for start, end, new in sorted(cuts, key=lambda one: one[:2]):
        parts += [text[done:start], new]
        done = end
    return "".join((*parts, text[done:]))


def after_blank(text: str, offset: int) -> int:
    """The offset of the next character that is neither blank, line break nor in a comment."""
    found = _BLANK.match(text, offset)
    return found.end() if found else offset


def key_end(text: str, key: str, start: int) -> int:
    """The offset behind a key that starts here, its closing quote included."""
    quoted = _QUOTED.match(text, start)
    return quoted.end() if quoted else start + len(key)


def colon_end(text: str, key: str, start: int) -> int:
    """The offset behind the colon of a key that starts here."""
    return after_blank(text, key_end(text, key, start)) + 1


def line_start(text: str, offset: int) -> int:
    """The offset at which the line of this offset begins."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """The offset of the line break that ends this line, or of the text's end."""
    end = text.find("\n", offset)
    if end == -1:
        return len(text)
    return end - 1 if end > offset and text[end - 1] == "\r" else end


def break_before(text: str, offset: int) -> int | None:
    """The offset of the line break before this line, if there is one and only blanks stand before the offset."""
    start = line_start(text, offset)
    if start == 0 or text[start:offset].strip(" \t"):
        return None
    return start - 2 if text[max(start - 2, 0) : start] == "\r\n" else start - 1


def column(text: str, offset: int) -> int:
    """Characters between the beginning of the line and this offset."""
    return offset - line_start(text, offset)


def is_flow(text: str, start: int) -> bool:
    """Whether the mapping or sequence that starts here is in braces or brackets."""
    return text[start : start + 1] in ("{", "[")


def is_block_scalar(text: str, value: Value, start: int) -> bool:
    """Whether this is a text below `|` or `>`."""
    return isinstance(value, str) and text[start : start + 1] in ("|", ">")


def header_end(text: str, start: int) -> int:
    """The offset behind the header (`>-`, `|2+`) of a block scalar that starts here."""
    found = _BLOCK_HEADER.match(text, start)
    return found.end() if found else start


def value_end(text: str, value: Value, place: Place) -> int:
    """The offset behind the last character that belongs to a value in block style.

    Comments behind it and blank lines below it are not part of it, but for a block scalar that keeps them (`|+`).
    """
    _, start, end = place
    if is_block_scalar(text, value, start):
        return _block_scalar_end(text, start, end)
    if value and isinstance(value, Mapping) and not is_flow(text, start):
        last = next(reversed(value))
        return value_end(text, value[last], value.places[last])
    if value and isinstance(value, Sequence) and not is_flow(text, start):
        return value_end(text, value[-1], value.places[-1])
    return end


def content_end(text: str, start: int, end: int) -> int:
    """The end of the last line with anything on it of a block scalar at this place."""
    return line_end(text, start + len(text[start:end].rstrip(" \t\r\n")))


def _block_scalar_end(text: str, start: int, end: int) -> int:
    if "+" not in text[start : header_end(text, start)]:
        return content_end(text, start, end)
    return end - (2 if text.endswith("\r\n", start, end) else text.endswith("\n", start, end))
