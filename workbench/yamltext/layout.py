"""The lines of a whole file: its sections (top-level keys) and the chunks of each (entries one level down)."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import dataclass

from .entries import Entries, entries_at, entries_in, region
from .patches import Patch
from .reading import Text
from .values import Mapping

Bodies = AnyMapping[str, Entries | None]
"""The chunks of each section, counted from the section's own first line; none for a key without a value; None where
the section's value is no block mapping with each entry on lines of its own."""


_WHOLE = ("...", "---", "%")
"""How lines begin that a part of a file cannot be read without."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands.

    Attributes:
        sections: the top-level keys, counted from the file's first line.
        bodies: the chunks of each section.
    """

    sections: Entries
    bodies: Bodies

    @classmethod
    def of(cls, text: Text) -> Layout | None:
        """The layout of a text, or None where its top-level keys do not each begin a line."""
        sections = Entries.of(text.text, text.root, text.place)
        if sections is None or sections.column:
            return None
        return cls(sections, _bodies(text))

    def chunk(self, section: str, key: str) -> tuple[int, int] | None:
        """The first line of a chunk and the line behind its last, in the file; None if there is no such chunk."""
        body = self.bodies.get(section)
        if body is None or key not in body:
            return None
        base = self.sections.span(section)[0]
        start, end = body.span(key)
        return base + start, base + end

    def patched(self, patch: Patch, lines: Sequence[str]) -> Layout | None:
        """The layout after a change, of which only what it may concern is read again.

        Args:
            patch: the change.
            lines: all lines of the file, after it.

        Returns:
            None where that does not suffice: the whole file must be read again.
        """
        if any(line.startswith(_WHOLE) for line in (*patch.added, *patch.removed)):
            return None  # such a line begins or ends a document, and so concerns everything behind it
        section = self._section_around(patch)
        inside = None if section is None else self._patched_inside(section, patch, lines)
        return inside or self._patched_above(patch, lines)

    def _section_around(self, patch: Patch) -> int | None:
        """The index of the section in whose chunks a change lies, or at whose end it adds indented lines."""
        for index in range(len(self.sections.names)):
            start, end = self.sections.span_at(index)
            if start < patch.start < end and patch.end <= end:
                return index
            if patch.start == patch.end == end and patch.added and patch.added[0].startswith(" "):
                return index
        return None

    def _patched_inside(self, index: int, patch: Patch, lines: Sequence[str]) -> Layout | None:
        section, (base, end) = self.sections.names[index], self.sections.span_at(index)
        body = self.bodies[section]
        if body is None or not body.names:
            return None
        own = lines[base : end + patch.shift + 1]  # and one more line, if there is one: what it ends with matters
        change = (patch.start - base, patch.end - base, patch.shift)
        where = region(body, own, (1, end - base), change)
        found = entries_in(own, where.start, where.end)
        if found is None or (found[1] is not None and not found[1].column):
            return None
        new = body.spliced(where.first, where.last, found[1], patch.shift)
        if new is None:
            return None
        sections = self.sections.resized(index, new.end, patch.shift)
        return Layout(sections, {**self.bodies, section: new})

    def _patched_above(self, patch: Patch, lines: Sequence[str]) -> Layout | None:
        before = len(lines) - patch.shift
        where = region(self.sections, lines, (0, before), (patch.start, patch.end, patch.shift))
        found = entries_in(lines, where.start, where.end)
        if found is None or (found[1] is not None and found[1].column):
            return None
        sections = self.sections.spliced(where.first, where.last, found[1], patch.shift)
        if sections is None:
            return None
        fresh = _bodies(found[0]) if found[0] is not None else {}
        return Layout(sections, {name: fresh[name] if name in fresh else self.bodies[name] for name in sections.names})


def _bodies(text: Text) -> dict[str, Entries | None]:
    return {key: _body(text, key) for key in text.root}


def _body(text: Text, key: str) -> Entries | None:
    value, place = text.root[key], text.root.places[key]
    if value is None:
        return entries_at([], [], [], 0)
    if not isinstance(value, Mapping):
        return None
    body = Entries.of(text.text, value, place, offset=place[0])
    return None if body is None or (body.starts and not body.starts[0]) else body
