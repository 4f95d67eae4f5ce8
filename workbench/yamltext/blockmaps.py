"""Entries of block mappings: what to replace so that one comes or goes and everything else stays as it is."""

from __future__ import annotations

from dataclasses import dataclass

from .spans import Cut, break_before, column, line_end, line_start, value_end
from .values import Mapping
from .writing import New, entry_lines


@dataclass(frozen=True, slots=True)
class Block:
    """A block mapping, with one entry at least, as it stands in a text.

    Attributes:
        text: the whole text.
        mapping: its data and places.
        newline: the line ending for new lines.
    """

    text: str
    mapping: Mapping
    newline: str

    def inserted(self, after: str | None, key: str, value: New, step: int) -> list[Cut]:
        """What to replace so that this entry follows the entry `after`, or is the first (None)."""
        first = self._starts()[0]
        indent = column(self.text, first)
        lines = entry_lines(key, value, indent=indent, step=step)
        if after is None:
            return [(first, first, self.newline.join([*lines, ""])[indent:] + " " * indent)]
        offset = line_end(self.text, self._end(after))
        return [(offset, offset, self.newline.join(["", *lines]))]

    def removed(self, key: str) -> list[Cut]:
        """What to replace so that this entry, one of several, is gone; comments on its own lines go with it."""
        start, end = self.mapping.places[key][0], line_end(self.text, self._end(key))
        following = self._following(start)
        if self._starts()[0] == start and self.text[end:following].strip(" ") in ("\n", "\r\n"):
            return [(start, following, "")]
        return self._lines(start, end)

    def lines_of(self, key: str) -> list[Cut]:
        """What to replace so that this entry's lines are gone, and nothing is left of the mapping."""
        return self._lines(self.mapping.places[key][0], line_end(self.text, self._end(key)))

    def braces_for(self, key: str) -> list[Cut]:
        """What to replace so that `{}` stands in place of this entry, the mapping's only one."""
        return [(self.mapping.places[key][0], self._end(key), "{}")]

    def _lines(self, start: int, end: int) -> list[Cut]:
        before = line_start(self.text, start)
        if self.text[before:start].strip(" "):
            return [(start, end, "")]  # behind a dash
        broken = break_before(self.text, start)
        if broken is not None:
            return [(broken, end, "")]
        return [(before, self.text.find("\n", end) + 1 or end, "")]

    def _starts(self) -> list[int]:
        return [place[0] for place in self.mapping.places.values()]

    def _following(self, start: int) -> int:
        return next((other for other in self._starts() if other > start), len(self.text))

    def _end(self, key: str) -> int:
        return value_end(self.text, self.mapping[key], self.mapping.places[key])
