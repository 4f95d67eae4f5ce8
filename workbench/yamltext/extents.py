"""The lines that an entry of a file stands on."""

from __future__ import annotations

from collections.abc import Sequence

from .faults import line_of
from .reading import Text
from .spans import line_start, value_end
from .values import Mapping, Place, Value


def extent(text: Text, keys: Sequence[str]) -> tuple[int, int] | None:
    """The index of an entry's first line and of the line behind its last, from 0.

    Where it shares its lines with others (in braces), those of what is around it. None where there is no such entry.
    """
    value: Value = text.root
    found: tuple[Value, Place] | None = None
    for key in keys:
        if not isinstance(value, Mapping) or key not in value:
            return None
        place, value = value.places[key], value[key]
        if found is not None and text.text[line_start(text.text, place[0]) : place[0]].strip():
            break
        found = value, place
    if found is None:
        return None
    return line_of(text.text, found[1][0]) - 1, line_of(text.text, value_end(text.text, *found))
