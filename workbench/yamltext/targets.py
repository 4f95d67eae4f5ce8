"""The place an edit is about, with everything around it that decides how the edit is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .faults import EditRefused, line_of
from .reading import Text
from .spans import column, is_flow
from .values import Mapping, Place, Value, step
from .writing import STEP


@dataclass(frozen=True, slots=True)
class Target:
    """A value and the way to it.

    Attributes:
        text: the text it stands in.
        value: the value there.
        place: where it stands.
        key: its key or index; None for the root.
        parent: the mapping or sequence it stands in; None for the root.
    """

    text: Text
    value: Value
    place: Place
    key: str | int | None = None
    parent: Target | None = None

    @property
    def line(self) -> int:
        """The 1-based line of its key, or of itself."""
        return line_of(self.text.text, self.place[0])

    @property
    def flow(self) -> bool:
        """Whether this is a mapping or sequence in braces or brackets, or stands in one."""
        here = isinstance(self.value, list | dict) and is_flow(self.text.text, self.place[1])
        return here or (self.parent is not None and self.parent.flow)

    @property
    def indent(self) -> int:
        """The column of its key, or of itself where it has none."""
        return column(self.text.text, self.place[0])

    @property
    def step(self) -> int:
        """Columns by which this block mapping's keys are indented below its own; the usual where none is seen."""
        below = isinstance(self.value, Mapping) and isinstance(self.key, str) and not self.flow
        return max(column(self.text.text, self.place[1]) - self.indent, 0) or STEP if below else STEP


def target(text: Text, keys: Sequence[str | int]) -> Target:
    """The place along these keys.

    Raises:
        EditRefused: there is none.
    """
    there = Target(text, text.root, text.place)
    for key in keys:
        place, value = step(there.value, key)
        if place is None:
            raise EditRefused(there.line, f"there is no {key} here", "read the file again")
        there = Target(text, value, place, key, there)
    return there
