"""The lines that the entries of a block mapping take up, kept in step with changes without reading them all again."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from .faults import YamlError
from .reading import Text, read
from .spans import is_flow, line_start, value_end
from .values import Mapping, Place

_NEAR: Final = 64
_KEEPING: Final = re.compile(r"[|>][0-9]*\+")


@dataclass(frozen=True, slots=True)
class Entries:
    """Where each entry of one block mapping stands. Lines count from the mapping's own first line, from 0.

    Attributes:
        names: the keys, in the file's order.
        starts: the line of each key.
        sizes: the number of lines from each key to the last line of its value.
        column: the column of the keys.
        seen: where each key was last seen, in this or any other version of the mapping: no more than a hint, shared by
            all versions, so that an added line does not cost counting 12,000 keys anew. A key that is not in it was
            never there.
    """

    names: Sequence[str]
    starts: Sequence[int]
    sizes: Sequence[int]
    column: int
    seen: dict[str, int] = field(repr=False)

    @classmethod
    def of(cls, text: str, mapping: Mapping, place: Place, *, line: int = 0, offset: int = 0) -> Entries | None:
        """The entries of a mapping, or None where they do not stand on lines of their own in one column.

        Args:
            text: the text the mapping stands in.
            mapping: the mapping.
            place: where it stands.
            line: the number of the line that `offset` lies in; the result's lines count on from it.
            offset: an offset in the text before the mapping's first key, or at it.
        """
        starts: list[int] = []
        sizes: list[int] = []
        column = behind = 0
        if is_flow(text, place[1]):
            return None
        for key, one in mapping.places.items():
            start = one[0]
            here = start - line_start(text, start)
            line += text.count("\n", offset, start)
            if text[start - here : start].strip(" ") or line < behind or (starts and here != column):
                return None
            starts.append(line)
            column, offset = here, value_end(text, mapping[key], one)
            line += text.count("\n", start, offset)
            behind = line + 1
            sizes.append(behind - starts[-1])
        return entries_at(list(mapping), starts, sizes, column)

    @property
    def end(self) -> int:
        """The line behind the last entry; there must be one."""
        return self.starts[-1] + self.sizes[-1]

    def __contains__(self, key: str) -> bool:
        return self.index(key) is not None

    def index(self, key: str) -> int | None:
        """The index of a key, or None."""
        hint = self.seen.get(key)
        if hint is None:
            return None
        for first, last in ((hint, hint + 1), (max(hint - _NEAR, 0), hint + _NEAR), (0, len(self.names))):
            if key in self.names[first:last]:
                return self.names.index(key, first)
        return None

    def span(self, key: str) -> tuple[int, int]:
        """The first line of an entry, and the one behind its last."""
        index = self.index(key)
        if index is None:
            raise KeyError(key)
        return self.span_at(index)

    def span_at(self, index: int) -> tuple[int, int]:
        """The first line of the entry at this index, and the one behind its last."""
        return self.starts[index], self.starts[index] + self.sizes[index]

    def resized(self, index: int, size: int, shift: int) -> Entries:
        """The same entries, of which the one at this index now has so many lines, and those behind it moved."""
        starts = [*self.starts[: index + 1], *_moved(self.starts[index + 1 :], shift)]
        sizes = [*self.sizes[:index], size, *self.sizes[index + 1 :]]
        return Entries(self.names, starts, sizes, self.column, self.seen)

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The indices of the entries that lie in these lines, as a half-open range; empty between two entries."""
        first = bisect_right(self.starts, start)
        if first and self.span_at(first - 1)[1] > start:
            first -= 1
        return first, max(first, bisect_left(self.starts, end))

    def spliced(self, first: int, last: int, new: Entries | None, shift: int) -> Entries | None:
        """These entries with others in place of a range; those behind it move by as many lines.

        Returns:
            None where nothing is left, or the new ones do not fit in: another column, or a key that stands twice.
        """
        if new is None:
            new = entries_at([], [], [], self.column)
        kept = len(self.names) - (last - first)
        if not kept + len(new.names) or (kept and new.names and new.column != self.column):
            return None
        if not shift and new.same_as(self, first, last):
            return self
        if any(self._outside(name, first, last) for name in new.names):
            return None
        names = [*self.names[:first], *new.names, *self.names[last:]]
        starts = [*self.starts[:first], *new.starts, *_moved(self.starts[last:], shift)]
        sizes = [*self.sizes[:first], *new.sizes, *self.sizes[last:]]
        self.seen.update(zip(new.names, range(first, first + len(new.names)), strict=True))
        return Entries(names, starts, sizes, new.column, self.seen)

    def _outside(self, key: str, first: int, last: int) -> bool:
        index = self.index(key)
        return index is not None and not first <= index < last

    def same_as(self, other: Entries, first: int, last: int) -> bool:
        """Whether these are the very entries of a range of others, on the same lines."""
        return (self.names, self.starts, self.sizes) == (
            other.names[first:last],
            other.starts[first:last],
            other.sizes[first:last],
        )


@dataclass(frozen=True, slots=True)
class Region:
    """What a change of lines may have changed: a range of entries, and the lines to read again.

    Attributes:
        first: index of the first entry concerned.
        last: index behind the last one.
        start: the first line to read, counted as the entries' lines are.
        end: the line behind the last one, after the change.
    """

    first: int
    last: int
    start: int
    end: int


def region(entries: Entries, lines: Sequence[str], bounds: tuple[int, int], change: tuple[int, int, int]) -> Region:
    """The region of a change.

    Args:
        entries: the entries before the change.
        lines: the lines after the change, counted as the entries' lines are.
        bounds: the first line that can hold an entry, and the line behind the last one, before the change.
        change: first line changed, line behind the last one removed, lines added beyond those removed.
    """
    start, end, shift = change
    first, last = entries.around(start, end)
    if first and _may_belong_above(lines, entries.starts[first - 1], start, entries.column):
        first -= 1
    begin = entries.span_at(first - 1)[1] if first else bounds[0]
    behind = entries.starts[last] if last < len(entries.names) else max(bounds[1], end)
    return Region(first, last, begin, behind + shift)


def entries_in(lines: Sequence[str], start: int, end: int) -> tuple[Text | None, Entries | None] | None:
    """What stands in these lines, read by themselves, and its entries; (None, None) if nothing but comments does.

    Returns:
        None if the lines cannot be read by themselves, or are no block mapping.
    """
    part = lines[start:end]
    if all(line.strip(" \r").startswith("#") or not line.strip(" \r") for line in part):
        return None, None
    try:
        text = read("\n".join([*part, ""] if end < len(lines) else part).encode())
    except YamlError:
        return None
    entries = Entries.of(text.text, text.root, text.place, line=start)
    return None if entries is None else (text, entries)


def entries_at(names: list[str], starts: list[int], sizes: list[int], column: int) -> Entries:
    """Entries with these keys and lines."""
    return Entries(names, starts, sizes, column, dict(zip(names, range(len(names)), strict=True)))


def _moved(lines: Sequence[int], shift: int) -> Sequence[int]:
    return [line + shift for line in lines] if shift else lines


def _may_belong_above(lines: Sequence[str], above: int, start: int, column: int) -> bool:
    """Whether the text from this line on could be read as part of the entry above.

    It could if it is indented, or if it is blank below a block scalar that keeps its blank lines (`|+`).
    """
    index = next((index for index in range(start, len(lines)) if lines[index].strip(" \r")), start)
    following = "".join(lines[index : index + 1])
    if len(following) - len(following.lstrip(" \t")) > column:
        return True
    return index > start and any("+" in line and _KEEPING.search(line) for line in lines[above:start])
