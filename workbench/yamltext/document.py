"""A big file as lines, edited a chunk at a time: one rating in a megabyte must not cost reading the megabyte.

A section is a top-level key; a chunk is one entry of a section, from its key's line to the last line of its value. An
edit reads and verifies only its chunk. Where a section is not laid out like that (in braces, say), the same edit is
made on the whole text: slower, with the same result.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from . import editing
from .additions import first_chunk, insertion, open_header, removal, section_place
from .faults import EditRefused, YamlError
from .layout import Layout
from .patches import Patch, patch_between
from .proof import BY_HAND, refuse_unwritable, same
from .reading import Text, read
from .scalars import key_scalar
from .values import Mapping, Value
from .writing import STEP, New, as_read, entry_lines

Edit = Callable[[Text, tuple[str, ...]], Text]
"""An edit of one entry: gets a text and the keys that lead to the entry in it, gives the text as it shall be."""


class Document:
    """One file, as an immutable value: every edit gives another Document, and the Patch that leads to it."""

    __slots__ = ("_bom", "_layout", "_lines", "_newline", "_text")

    def __init__(
        self, bom: bytes, newline: str, lines: tuple[str, ...], layout: Layout | None, text: Text | None
    ) -> None:
        self._bom = bom
        self._newline = newline
        self._lines = lines
        self._layout = layout
        self._text = text

    @classmethod
    def read(cls, data: bytes) -> Document:
        """A document from a file's bytes.

        Raises:
            YamlError: as `reading.read` does.
        """
        return cls.of(read(data))

    @classmethod
    def of(cls, text: Text) -> Document:
        """A document from a text that was read."""
        return cls(text.bom, text.newline, tuple(text.text.split("\n")), Layout.of(text), text)

    def text(self) -> str:
        """The characters after the byte-order mark."""
        return "\n".join(self._lines)

    def bytes(self) -> bytes:
        """The file, byte for byte."""
        data = self.text().encode()
        return self._bom + data if self._bom else data

    def whole(self) -> Text:
        """The whole text with its data and places, as it stands now. Read on first use, which takes its time."""
        if self._text is None:
            self._text = read(self.bytes())
        return self._text

    @property
    def data(self) -> Mapping:
        """The data of the whole file as it stands now; see `whole`."""
        return self.whole().root

    def section_keys(self) -> list[str]:
        """The top-level keys, in the file's order."""
        return list(self.data if self._layout is None else self._layout.sections.names)

    def keys(self, section: str) -> list[str]:
        """The keys of a section, in the file's order; none where the section is absent or is no mapping."""
        body = None if self._layout is None else self._layout.bodies.get(section)
        if body is not None:
            return list(body.names)
        value = self.data.get(section)
        return list(value) if isinstance(value, Mapping) else []

    def entry(self, section: str, key: str) -> Value:
        """What stands under this key of a section now; None where nothing does. Places count in the chunk's text."""
        chunk = self._chunk(section, key)
        if chunk is not None:
            return self._text_of(*chunk).root[key]
        if self._layout is not None and self._layout.bodies.get(section) is not None:
            return None
        value = self.data.get(section)
        return value.get(key) if isinstance(value, Mapping) else None

    def change(self, section: str, key: str, edit: Edit) -> tuple[Document, Patch]:
        """The document with one entry edited.

        Args:
            section: the top-level key.
            key: the entry's key.
            edit: called with a text and the keys that lead to the entry in it, gives the edited text.

        Raises:
            EditRefused: by the edit, or because it would change more than the entry.
        """
        chunk = self._chunk(section, key)
        if chunk is None:
            return self._with_whole(edit(self.whole(), (section, key)))
        edited = self._edited(chunk, key, edit)
        lines = edited.text.split("\n")
        patch = patch_between(
            chunk[0], self._lines[slice(*chunk)], lines[:-1] if chunk[1] < len(self._lines) else lines
        )
        (name, value), *_ = edited.root.items()
        return self._proved(patch, section, name, value), patch

    def add(
        self, section: str, key: str, value: New, *, after: str | None, section_order: Sequence[str], flow: bool = False
    ) -> tuple[Document, Patch]:
        """The document with a new entry on new lines; the section is made where there is none.

        Args:
            section: the top-level key.
            key: the new entry's key.
            value: its value.
            after: the key of the entry it follows; None puts it directly below the section's key.
            section_order: the order of sections, for the place of a new one.
            flow: a mapping goes in braces on the entry's line.

        Raises:
            EditRefused: the key is there already, or `after` is not, or the result would not be read as expected.
        """
        layout = self._layout
        refuse_unwritable(1, {section: {key: value}})
        if layout is None:
            return self._added_whole(section, key, value, after)
        if section not in layout.sections:
            index = section_place(layout.sections, self._lines, section, section_order)
            lines = [key_scalar(section) + ":", *entry_lines(key, value, indent=STEP, flow=flow)]
            patch = insertion(self._lines, index, lines, self._newline)
        else:
            found = self._addition(layout, section, key, value, after, flow)
            if found is None:
                return self._added_whole(section, key, value, after)
            patch = found
        return self._proved(patch, section, key, as_read(value)), patch

    def remove(self, section: str, key: str) -> tuple[Document, Patch]:
        """The document without this entry's lines; the last one leaves `{}` behind the section's key.

        Raises:
            EditRefused: there is no such entry, or the result would not be read as expected.
        """
        chunk = self._chunk(section, key)
        if chunk is None or self._layout is None:
            return self._with_whole(editing.remove_entry(self.whole(), (section, key)))
        if len(self.keys(section)) > 1:
            patch = removal(self._lines, *chunk)
            return self._proved(patch, section, key, None), patch
        start, end = self._layout.sections.span(section)
        emptied = editing.remove_entry(self._text_of(start, end), (section, key)).text.split("\n")
        own = self._lines[start:end]
        patch = patch_between(start, own, emptied[:-1] if end < len(self._lines) else emptied)
        return self._proved(patch, section, key, None), patch

    def apply(self, patch: Patch) -> Document:
        """The document with a change made, or taken back by the patch's inverse.

        Raises:
            PatchMismatch: other lines stand where the patch would change them.
            YamlError: the result cannot be read.
        """
        lines = patch.applied(self._lines)
        layout = None if self._layout is None else self._layout.patched(patch, lines)
        if layout is not None:
            return Document(self._bom, self._newline, lines, layout, None)
        return self.of(replace(read(self._bom + "\n".join(lines).encode()), newline=self._newline))

    def _chunk(self, section: str, key: str) -> tuple[int, int] | None:
        return None if self._layout is None else self._layout.chunk(section, key)

    def _text_of(self, start: int, end: int) -> Text:
        """Some lines, read by themselves."""
        lines = [*self._lines[start:end], ""] if end < len(self._lines) else self._lines[start:end]
        return replace(read("\n".join(lines).encode()), newline=self._newline)

    def _edited(self, chunk: tuple[int, int], key: str, edit: Edit) -> Text:
        """A chunk's text after an edit, with its lines counted in the file if that is refused."""
        before = self._text_of(*chunk)
        try:
            after = edit(before, (key,))
        except EditRefused as error:
            raise EditRefused(error.line + chunk[0], error.message, error.remedy) from None
        if len(after.root) != 1 or before.text.endswith("\n") != after.text.endswith("\n"):
            raise EditRefused(chunk[0] + 1, "the edit would add or remove a whole entry", "add or remove it as such")
        return after

    def _addition(
        self, layout: Layout, section: str, key: str, value: New, after: str | None, flow: bool
    ) -> Patch | None:
        """The patch that adds an entry to a section, or None where that must be done in the whole text."""
        span, body = layout.sections.span(section), layout.bodies[section]
        if body is not None and body.names:
            if key in body or (after is not None and after not in body):
                return None  # where it is refused in words
            index = span[0] + 1 if after is None else span[0] + body.span(after)[1]
            lines = entry_lines(key, value, indent=body.column, step=body.column, flow=flow)
            return insertion(self._lines, index, lines, self._newline)
        header = open_header(self._text_of(*span), section)
        if header is None or after is not None:
            return None
        return first_chunk(self._lines, span, header, entry_lines(key, value, indent=STEP, flow=flow), self._newline)

    def _added_whole(self, section: str, key: str, value: New, after: str | None) -> tuple[Document, Patch]:
        text = self.whole()
        if section in text.root:
            return self._with_whole(editing.insert_entry(text, (section,), key, value, after=after))
        last = next(reversed(text.root), None)
        return self._with_whole(editing.insert_entry(text, (), section, {key: value}, after=last))

    def _with_whole(self, text: Text) -> tuple[Document, Patch]:
        document = self.of(text)
        return document, patch_between(0, self._lines, document._lines)

    def _proved(self, patch: Patch, section: str, key: str, expected: object) -> Document:
        """The document after a change, if this entry then says what is expected."""
        try:
            document = self.apply(patch)
        except YamlError as error:
            message = f"the edit would leave text that cannot be read ({error.problem.message})"
            raise EditRefused(patch.start + 1, message, BY_HAND) from None
        if not same(document.entry(section, key), expected):
            raise EditRefused(patch.start + 1, "the edit would change something else as well", BY_HAND)
        return document
