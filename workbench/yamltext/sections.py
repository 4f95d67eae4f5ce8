"""Top-level keys that come and go, with the empty lines around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .additions import begun, removal
from .editing import insert_entry, remove_entry
from .entries import Entries
from .faults import EditRefused, YamlError
from .patches import Patch
from .proof import BY_HAND, refuse_unwritable, same, with_entry, without_entry
from .reading import Text, read
from .writing import New, as_read, entry_lines


def begin_section(text: Text, section: str, value: New, *, order: Sequence[str], spaced: bool = False) -> Text:
    """The text with a new top-level key where it belongs.

    Args:
        text: the text.
        section: the key.
        value: its value.
        order: the order of sections.
        spaced: an empty line stands around it.

    Raises:
        EditRefused: the key is there already, or the result would not be read as expected.
    """
    sections = _sections(text)
    if sections is None or section in text.root:
        return insert_entry(text, (), section, value, after=next(reversed(text.root), None))
    refuse_unwritable(1, {section: value})
    lines = entry_lines(section, value, indent=0)
    patch = begun(_lines(text), sections, section, order, lines, text.newline, spaced=spaced)
    edited = _patched(text, patch)
    before = list(edited.root)[: list(edited.root).index(section)] if section in edited.root else []
    wanted = with_entry(dict(text.root), section, as_read(value), before[-1] if before else None)
    return _proved(edited, wanted, patch)


def end_section(text: Text, section: str) -> Text:
    """The text without a top-level key, and without an empty line that would then be one too many.

    Raises:
        EditRefused: there is no such key, or the result would not be read as expected.
    """
    sections = _sections(text)
    if sections is None or section not in sections or not sections.span(section)[0]:
        return remove_entry(text, (section,))
    patch = removal(_lines(text), *sections.span(section), spaced=True)
    return _proved(_patched(text, patch), without_entry(dict(text.root), section), patch)


def _lines(text: Text) -> tuple[str, ...]:
    return tuple(text.text.split("\n"))


def _sections(text: Text) -> Entries | None:
    """Where the top-level keys stand, if each begins a line."""
    sections = Entries.of(text.text, text.root, text.place)
    return None if sections is None or sections.column else sections


def _patched(text: Text, patch: Patch) -> Text:
    try:
        edited = read(text.bom + "\n".join(patch.applied(_lines(text))).encode())
    except YamlError as error:
        message = f"the edit would leave text that cannot be read ({error.problem.message})"
        raise EditRefused(patch.start + 1, message, BY_HAND) from None
    return replace(edited, newline=text.newline)


def _proved(edited: Text, wanted: object, patch: Patch) -> Text:
    if not same(edited.root, wanted):
        raise EditRefused(patch.start + 1, "the edit would change something else as well", BY_HAND)
    return edited
