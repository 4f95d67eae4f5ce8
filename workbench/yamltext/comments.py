"""The comments in a text: what an edit could lose without the data showing it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .reading import Text
from .spans import content_end, header_end, is_block_scalar, key_end, line_end
from .values import Mapping, Sequence, Value

_COMMENT: Final = re.compile(r"(?:(?<=[ \t\n\r])|\A)#[^\n]*")


def remarks(text: Text) -> list[str]:
    """Every comment, in the order of the text, without blanks behind it."""
    source, found, done = text.text, list[str](), 0
    for start, end in [*_written(source, text.root), (len(source), len(source))]:
        found += (one.group().rstrip() for one in _COMMENT.finditer(source, done, max(start, done)))
        done = max(end, done)
    return found


def _written(source: str, value: Value) -> Iterator[tuple[int, int]]:
    """Where the keys and texts of a mapping or list stand, in order."""
    if isinstance(value, Mapping):
        for key, place in value.places.items():
            yield place[0], key_end(source, key, place[0])
            yield from _one(source, value[key], place[1], place[2])
    elif isinstance(value, Sequence):
        for inner, place in zip(value, value.places, strict=True):
            yield from _one(source, inner, place[1], place[2])


def _one(source: str, value: Value, start: int, end: int) -> Iterator[tuple[int, int]]:
    if isinstance(value, dict | list):
        yield from _written(source, value)
    elif is_block_scalar(source, value, start):
        yield start, header_end(source, start)
        yield line_end(source, start), content_end(source, start, end)
    elif value is not None:
        yield start, end
