"""A big file as lines, edited a chunk at a time: one rating in a megabyte must not cost reading the megabyte.

A section is a top-level key; a chunk is one entry of a section, from its key's line to the last line of its value. An
edit reads and verifies only its chunk. Where a section is not laid out like that (in braces, say), the same edit is
made on the section's lines, and where there are not even those, on the whole text: slower, with the same result.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from . import editing
from .additions import apart, are_apart, begun, behind_comments, first_chunk, insertion, open_header, removal
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
        value = self._section(section)
        return list(value) if isinstance(value, Mapping) else []

    def entry(self, section: str, key: str) -> Value:
        """What stands under this key of a section now; None where nothing does. Places count in the chunk's text."""
        chunk = self._chunk(section, key)
        if chunk is not None:
            return self._text_of(chunk).root[key]
        if self._layout is not None and self._layout.bodies.get(section) is not None:
            return None
        value = self._section(section)
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
            self._refuse_absent(section, key)
            return self._changed_section(section, key, lambda text: edit(text, (section, key)))
        edited = self._edited(chunk, lambda text: edit(text, (key,)))
        patch = self._replacement(chunk, edited)
        (name, value), *_ = edited.root.items()
        return self._proved(patch, section, name, value), patch

    def add(
        self,
        section: str,
        key: str,
        value: New,
        *,
        after: str | None,
        section_order: Sequence[str],
        flow: bool = False,
        spaced: bool = False,
    ) -> tuple[Document, Patch]:
        """The document with a new entry on new lines; the section is made where there is none.

        Args:
            section: the top-level key.
            key: the new entry's key.
            value: its value.
            after: the key of the entry it follows; None puts it directly below the section's key.
            section_order: the order of sections, for the place of a new one.
            flow: a mapping goes in braces on the entry's line.
            spaced: an empty line stands around the entry, unless the section has no such lines.

        Raises:
            EditRefused: the key is there already, or `after` is not, or the result would not be read as expected.
        """
        refuse_unwritable(1, {section: {key: value}})
        patch = self._addition(section, key, value, after, section_order, flow, spaced)
        if patch is not None:
            return self._proved(patch, section, key, as_read(value)), patch
        if section in self.section_keys():
            insert = editing.insert_entry
            return self._changed_section(section, key, lambda text: insert(text, (section,), key, value, after=after))
        last = next(reversed(self.section_keys()), None)
        return self._changed_whole(lambda text: editing.insert_entry(text, (), section, {key: value}, after=last))

    def remove(self, section: str, key: str, *, spaced: bool = False) -> tuple[Document, Patch]:
        """The document without this entry's lines; the last one leaves `{}` behind the section's key.

        With `spaced`, an empty line that would then be one too many goes too.

        Raises:
            EditRefused: there is no such entry, or the result would not be read as expected.
        """
        chunk = self._chunk(section, key)
        if chunk is None or len(self.keys(section)) == 1:
            self._refuse_absent(section, key)
            return self._changed_section(section, key, lambda text: editing.remove_entry(text, (section, key)))
        patch = removal(self._lines, *chunk, spaced=spaced)
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

    def _refuse_absent(self, section: str, key: str) -> None:
        if key not in self.keys(section):
            raise EditRefused(1, f"there is no {key} in {section}", "read the file again")

    def _section(self, section: str) -> Value:
        """What a section holds now."""
        if self._layout is None:
            return self.data.get(section)
        if section not in self._layout.sections:
            return None
        return self._text_of(self._layout.sections.span(section)).root[section]

    def _text_of(self, span: tuple[int, int]) -> Text:
        """Some lines, read by themselves."""
        start, end = span
        lines = [*self._lines[start:end], ""] if end < len(self._lines) else self._lines[start:end]
        return replace(read("\n".join(lines).encode()), newline=self._newline)

    def _edited(self, span: tuple[int, int], edit: Callable[[Text], Text]) -> Text:
        """Some lines after an edit; if that is refused, the line named is the file's."""
        before = self._text_of(span)
        try:
            after = edit(before)
        except EditRefused as error:
            raise EditRefused(error.line + span[0], error.message, error.remedy) from None
        if len(after.root) != 1 or before.text.endswith("\n") != after.text.endswith("\n"):
            raise EditRefused(span[0] + 1, "the edit would add or remove a whole entry", "add or remove it as such")
        return after

    def _replacement(self, span: tuple[int, int], edited: Text) -> Patch:
        """The patch that puts an edited text in place of these lines."""
        lines = edited.text.split("\n")
        return patch_between(span[0], self._lines[slice(*span)], lines[:-1] if span[1] < len(self._lines) else lines)

    def _addition(
        self, section: str, key: str, value: New, after: str | None, order: Sequence[str], flow: bool, spaced: bool
    ) -> Patch | None:
        """The patch that adds an entry on lines of its own, or None where that cannot be."""
        layout = self._layout
        if layout is None:
            return None
        if section not in layout.sections:
            lines = [key_scalar(section) + ":", *entry_lines(key, value, indent=STEP, flow=flow)]
            return begun(self._lines, layout.sections, section, order, lines, self._newline, spaced=spaced)
        span, body = layout.sections.span(section), layout.bodies[section]
        if body is None or not body.names:
            header = open_header(self._text_of(span), section)
            lines = entry_lines(key, value, indent=STEP, flow=flow)
            return None if header is None or after else first_chunk(self._lines, span, header, lines, self._newline)
        if key in body or (after is not None and after not in body):
            return None  # refused in words where the edit is made on the text
        index = span[0] + 1 if after is None else span[0] + body.span(after)[1]
        lines = entry_lines(key, value, indent=body.column, step=body.column, flow=flow)
        if spaced:
            index = behind_comments(self._lines, index, body.column)
            if are_apart(self._lines, body, span[0]):
                lines = apart(self._lines, index, lines, first=after is None)
        return insertion(self._lines, index, lines, self._newline)

    def _changed_section(self, section: str, key: str, edit: Callable[[Text], Text]) -> tuple[Document, Patch]:
        """An edit made on the lines of one section, or on the whole text where sections have no lines of their own."""
        if self._layout is None or section not in self._layout.sections:
            return self._changed_whole(edit)
        span = self._layout.sections.span(section)
        edited = self._edited(span, edit)
        patch = self._replacement(span, edited)
        value = edited.root.get(section)
        return self._proved(patch, section, key, value.get(key) if isinstance(value, Mapping) else None), patch

    def _changed_whole(self, edit: Callable[[Text], Text]) -> tuple[Document, Patch]:
        document = self.of(edit(self.whole()))
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
