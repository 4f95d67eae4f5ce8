"""Entries of mappings in braces: what to replace so that one comes or goes and everything else stays as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .spans import Cut, after_blank, break_before, colon_end, line_end
from .values import Mapping, Place

_ONE_LINE: Final = re.compile(r"[ \t]*,[ \t]*")
_COMMA: Final = ", "


@dataclass(frozen=True, slots=True)
class Braces:
    """A mapping in braces as it stands in a text.

    Attributes:
        text: the whole text.
        opening: offset of its opening brace.
        closing: offset of its closing brace.
        entries: where each entry's key starts and its value ends, in the file's order.
        newline: the line ending for new lines.
    """

    text: str
    opening: int
    closing: int
    entries: tuple[tuple[int, int], ...]
    newline: str

    @classmethod
    def of(cls, text: str, mapping: Mapping, place: Place, newline: str) -> Braces:
        """The braces of a mapping at a place of a text."""
        entries = tuple((_start(mapping, key), _end(text, mapping, key)) for key in mapping)
        return cls(text, place[1], place[2] - 1, entries, newline)

    def inserted(self, index: int, written: str) -> list[Cut]:
        """What to replace so that this entry is the one at this index."""
        if not self.entries:
            blank = " " if self.text[self.opening + 1] == " " else ""
            return _at(self.opening + 1, blank + written)
        if index == 0:
            return self._first(written)
        return self._between(index, written) if index < len(self.entries) else self._last(written)

    def removed(self, index: int) -> list[Cut]:
        """What to replace so that the entry at this index is gone; what `inserted` added goes to the character."""
        if len(self.entries) == 1:
            return self._without_only()
        return self._without_last() if index == len(self.entries) - 1 else self._without(index)

    def _first(self, written: str) -> list[Cut]:
        start = self.entries[0][0]
        if self._own_line(0):
            return _at(start, f"{written},{self._new_line(0)}")
        return _at(start, written + self._separator(1))

    def _between(self, index: int, written: str) -> list[Cut]:
        before, start = self.entries[index - 1][1], self.entries[index][0]
        separator = self.text[before:start]
        if self._own_line(index):
            return _at(start, f"{written},{self._new_line(index)}")
        if "#" in separator:
            return _at(start, written + _COMMA)
        return _at(before, separator + written)

    def _last(self, written: str) -> list[Cut]:
        index = len(self.entries) - 1
        end, comma = self.entries[index][1], self._comma(index)
        if not self._own_line(index):
            if comma is None:
                return _at(end, self._separator(index) + written)
            return _at(comma + 1, f" {written},")
        line = min(line_end(self.text, end), self.closing)
        if comma is not None:
            return _at(max(line, comma + 1), f"{self._new_line(index)}{written},")
        if "#" in self.text[end:line]:
            return [*_at(end, ","), *_at(line, self._new_line(index) + written)]
        return _at(end, f",{self._new_line(index)}{written}")

    def _without_only(self) -> list[Cut]:
        start, end = self.entries[0]
        comma, broken = self._comma(0), break_before(self.text, start)
        if broken is not None and broken > self.opening:
            start = broken
        elif self.text[start - 1] == " ":
            start -= 1
        return [(start, end if comma is None else comma + 1, "")]

    def _without(self, index: int) -> list[Cut]:
        start, end = self.entries[index]
        following, comma = self.entries[index + 1][0], self._comma(index)
        if comma is not None and "#" in self.text[end:following]:
            return [(start, end, ""), (comma, comma + 1, "")]
        return [(start, following, "")]

    def _without_last(self) -> list[Cut]:
        (_, before), (start, end) = self.entries[-2:]
        comma, comma_before = self._comma(len(self.entries) - 1), self._comma(len(self.entries) - 2)
        if comma_before is None:  # pragma: no cover - libyaml reads no two entries without a comma between
            return []
        broken = break_before(self.text, start)
        commented = "#" in self.text[before:start]
        if commented and "\n" not in self.text[end : self.closing]:
            broken = start  # or the comment above would swallow the closing brace
        if comma is not None:
            return [(max(comma_before + 1, broken or 0), comma + 1, "")]
        if not commented:
            return [(before, end, "")]
        return [(comma_before, comma_before + 1, ""), (start if broken is None else broken, end, "")]

    def _comma(self, index: int) -> int | None:
        """The offset of the comma behind an entry, if one is there."""
        offset = after_blank(self.text, self.entries[index][1])
        return offset if self.text[offset : offset + 1] == "," else None

    def _own_line(self, index: int) -> bool:
        """Whether an entry is the first thing on its line."""
        broken = break_before(self.text, self.entries[index][0])
        return broken is not None and broken > self.opening

    def _new_line(self, index: int) -> str:
        """A line break and the indentation of an entry that is the first thing on its line."""
        start = self.entries[index][0]
        return self.newline + self.text[self.text.rfind("\n", 0, start) + 1 : start]

    def _separator(self, index: int) -> str:
        """How the entry at this index is set off from the one before, if that is on one line; else comma and blank."""
        if not 0 < index < len(self.entries):
            return _COMMA
        separator = self.text[self.entries[index - 1][1] : self.entries[index][0]]
        return separator if _ONE_LINE.fullmatch(separator) else _COMMA


def _start(mapping: Mapping, key: str) -> int:
    return mapping.places[key][0]


def _end(text: str, mapping: Mapping, key: str) -> int:
    key_start, _, end = mapping.places[key]
    if mapping[key] is not None:
        return end
    behind = colon_end(text, key, key_start)
    return behind + text.startswith(" ", behind)  # a comma right behind a colon is no YAML to libyaml


def _at(offset: int, new: str) -> list[Cut]:
    return [(offset, offset, new)]
