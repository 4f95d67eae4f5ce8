"""What a file holds: mappings and sequences that know where their entries stand, and the author's own texts."""

from __future__ import annotations

Place = tuple[int, int, int]
"""Character offsets in the text after the byte-order mark: where the key starts, where the value starts, where it ends.

Of a sequence's item the first two are equal. An empty value starts and ends at one offset: behind its colon or dash, or
in a flow mapping at the comma or brace that follows. The end of a block mapping, block sequence or block scalar lies
further on, at the next line that is none of its own.
"""


class Mapping(dict[str, "Value"]):
    """A mapping in the file's own order; `places` has one place for each key."""

    __slots__ = ("places",)
    places: dict[str, Place]


class Sequence(list["Value"]):
    """A sequence; `places` has one place for each item."""

    __slots__ = ("places",)
    places: list[Place]


Value = str | None | Mapping | Sequence
"""The author's text, None where nothing was written (quoted '' is ''), a mapping, or a sequence."""


def step(value: Value, key: str | int) -> tuple[Place, Value] | tuple[None, None]:
    """The entry of a mapping or the item of a sequence, with its place; (None, None) where there is none."""
    if isinstance(value, Mapping) and isinstance(key, str) and key in value:
        return value.places[key], value[key]
    if isinstance(value, Sequence) and isinstance(key, int) and 0 <= key < len(value):
        return value.places[key], value[key]
    return None, None
