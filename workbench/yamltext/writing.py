"""New entries as lines of text, in block style or in braces."""

from __future__ import annotations

import re
from collections import abc
from typing import Final

from .scalars import WIDTH, key_scalar, scalar

STEP: Final = 2
"""Columns by which a new block is indented below its key, where the file shows no habit of its own."""


class Folded(str):
    """A text that is to be written as a folded block wherever one can hold it, however short it is."""

    __slots__ = ()


class Plain(str):
    """A date to be written without quotes, although some reader may see more in it than a text (`2019-07-29`)."""

    __slots__ = ()


class Number(str):
    """The digits of a number with a fraction (`62.5`), written without quotes also inside braces."""

    __slots__ = ()


class Braced(dict[str, "New"]):
    """A mapping that is to be written in braces on its key's line."""

    __slots__ = ()


_FRACTION: Final = re.compile(r"[0-9]+\.[0-9]+")

_DATE: Final = re.compile(r"(?:\.\.|[1-9])[0-9./~%?-]*")
"""What stands without quotes for the same text to every reader that does not look for dates; not inside braces."""

New = str | int | abc.Mapping[str, "New"] | abc.Sequence["New"]
"""What can be written: a text, a number (written plain, read back as its digits), a mapping, a sequence."""


def as_read(value: New) -> object:
    """What `read` will give for a new value: texts, dicts and lists. Numbers come back as their digits."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        return _digits(value)
    if isinstance(value, abc.Mapping):
        return {key: as_read(inner) for key, inner in value.items()}
    return [as_read(inner) for inner in value]


def written_scalar(value: str | int, *, indent: int, flow: bool) -> str:
    """A text or number as it stands behind its colon; see `scalars.scalar`."""
    if isinstance(value, int):
        return _digits(value)
    if isinstance(value, Number) and _FRACTION.fullmatch(value):
        return str(value)
    if isinstance(value, Plain) and not flow and _DATE.fullmatch(value):
        return str(value)
    return scalar(value, indent=indent, flow=flow, block=isinstance(value, Folded))


def in_braces(value: New) -> str:
    """A value on one line, as it stands inside braces or behind a colon: `{none: C, minor: I}`."""
    if isinstance(value, str | int):
        return written_scalar(value, indent=0, flow=True)
    if isinstance(value, abc.Mapping):
        return "{" + ", ".join(pair_in_braces(key, inner) for key, inner in value.items()) + "}"
    return "[" + ", ".join(in_braces(inner) for inner in value) + "]"


def pair_in_braces(key: str, value: New) -> str:
    """An entry of a mapping in braces, without its comma."""
    return f"{key_scalar(key)}: {in_braces(value)}"


def entry_lines(key: str, value: New, *, indent: int, step: int = STEP, flow: bool = False) -> list[str]:
    """The lines of a new entry of a block mapping, without line ends.

    Args:
        key: its key.
        value: its value.
        indent: the column of the mapping's keys.
        step: columns by which what stands below the key is indented further.
        flow: a mapping or sequence on the key's own line, in braces or brackets.
    """
    start = " " * indent + key_scalar(key) + ":"
    if isinstance(value, str | int):
        return f"{start} {written_scalar(value, indent=indent + step, flow=False)}".split("\n")
    if flow or not value or isinstance(value, Braced) or (not isinstance(value, abc.Mapping) and _fits(start, value)):
        return [f"{start} {in_braces(value)}"]
    return [start, *_block_lines(value, indent + step, step)]


def _block_lines(value: New, indent: int, step: int) -> list[str]:
    if isinstance(value, abc.Mapping):
        return [line for key, inner in value.items() for line in entry_lines(key, inner, indent=indent, step=step)]
    if isinstance(value, str | int):
        return (" " * indent + written_scalar(value, indent=indent, flow=False)).split("\n")
    return [line for inner in value for line in item_lines(inner, indent, step)]


def item_lines(value: New, indent: int, step: int) -> list[str]:
    """The lines of a new item of a block sequence, its dash in the column `indent`; without line ends."""
    dash = " " * indent + "- "
    if not isinstance(value, str | int) and (not value or not isinstance(value, abc.Mapping)):
        return [dash + in_braces(value)]
    first, *rest = _block_lines(value, indent + 2, step)
    return [dash + first[indent + 2 :], *rest]


def _fits(start: str, items: abc.Sequence[New]) -> bool:
    """Short words and numbers go on the key's line; sentences get a line each."""
    short = all(isinstance(item, int) or (isinstance(item, str) and " " not in item) for item in items)
    return short and len(start) + 1 + len(in_braces(items)) <= WIDTH


def _digits(value: int) -> str:
    if isinstance(value, bool):
        raise TypeError("a truth value has no text of its own: write the word")
    return str(value)
