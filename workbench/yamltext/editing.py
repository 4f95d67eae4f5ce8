"""Edits of one place in a text; everything else stays, byte for byte.

Each edit is made on the characters it concerns, read again, and compared with the data expected. What does not come
out as expected is not made: `EditRefused` says so, and the text is as it was.
"""

from __future__ import annotations

from collections.abc import Sequence

from .blockmaps import Block
from .faults import EditRefused
from .flowmaps import Braces
from .proof import BY_HAND, changed, proved, refuse_unwritable, with_entry, with_key, without_entry
from .reading import Text
from .replacing import filled, quoted_like, replacements
from .scalars import key_scalar
from .spans import Cut, colon_end, is_flow, key_end, line_end
from .targets import Target, target
from .values import Mapping
from .writing import New, as_read, entry_lines, in_braces, pair_in_braces

Keys = Sequence[str | int]
"""The way to a place: keys of mappings and indices of sequences, from the root down."""


def set_scalar(text: Text, keys: Keys, value: str | int) -> Text:
    """The text with another value at this place, which holds a text or nothing.

    Quotes and block style stay as they are where they can hold the new value. A number is written plain.

    Raises:
        EditRefused: there is no such place, or the result would not be read as expected.
    """
    there = target(text, keys)
    refuse_unwritable(there.line, value)
    if isinstance(there.value, dict | list):
        raise EditRefused(there.line, "more than one text stands here", BY_HAND)
    expected = changed(text.root, keys, lambda _: as_read(value))
    refused: EditRefused | None = None
    for cuts in replacements(there, value):
        try:
            return proved(text, cuts, expected, there.line)
        except EditRefused as error:
            refused = error
    raise refused or EditRefused(there.line, "this value cannot be written here", BY_HAND)


def insert_entry(text: Text, keys: Keys, key: str, value: New, *, after: str | None) -> Text:
    """The text with a new entry in the mapping at this place, or where a value is still missing.

    Args:
        text: the text.
        keys: the way to the mapping; () is the root.
        key: the new entry's key.
        value: its value.
        after: the key of the entry it follows; None puts it first.

    Raises:
        EditRefused: the key is there already, `after` is not, or the result would not be read as expected.
    """
    there = target(text, keys)
    refuse_unwritable(there.line, {key: value})
    if there.value is not None and not isinstance(there.value, Mapping):
        raise EditRefused(there.line, "this is not a mapping, so nothing can be added to it", BY_HAND)
    entries: Mapping = there.value or Mapping()
    if key in entries:
        raise EditRefused(there.line, f"the key {key} stands there already", "change its value instead")
    if after is not None and after not in entries:
        raise EditRefused(there.line, f"there is no entry {after} to add {key} behind", "read the file again")
    expected = changed(text.root, keys, lambda old: with_entry(old, key, as_read(value), after))
    return proved(text, _inserted(there, key, value, after), expected, there.line)


def remove_entry(text: Text, keys: Keys) -> Text:
    """The text without this entry of a mapping; the last one leaves `{}`.

    Raises:
        EditRefused: there is no such entry, or the result would not be read as expected.
    """
    there = target(text, keys)
    parent, key = _entry(there)
    expected = changed(text.root, keys[:-1], lambda old: without_entry(old, key))
    return proved(text, _removed(parent, key), expected, there.line)


def rename_key(text: Text, keys: Keys, new: str) -> Text:
    """The text with another key for this entry of a mapping; quotes around the old one stay.

    Raises:
        EditRefused: there is no such entry, the new key is there already, or the result would not be read as expected.
    """
    there = target(text, keys)
    parent, key = _entry(there)
    refuse_unwritable(there.line, new)
    if new != key and new in _mapping(parent):
        raise EditRefused(there.line, f"the key {new} stands there already", "choose another")
    start = there.place[0]
    written = quoted_like(text.text[start], new) or key_scalar(new)
    expected = changed(text.root, keys[:-1], lambda old: with_key(old, key, new))
    return proved(text, [(start, key_end(text.text, key, start), written)], expected, there.line)


def _entry(there: Target) -> tuple[Target, str]:
    """The mapping an entry stands in, and its key."""
    if there.parent is None or not isinstance(there.key, str):
        raise EditRefused(there.line, "this is not an entry of a mapping", BY_HAND)
    return there.parent, there.key


def _mapping(there: Target) -> Mapping:
    if not isinstance(there.value, Mapping):
        raise EditRefused(there.line, "this is not a mapping", BY_HAND)
    return there.value


def _inserted(there: Target, key: str, value: New, after: str | None) -> list[Cut]:
    text = there.text
    if there.value is None:
        return _first_entry(there, key, value)
    mapping = _mapping(there)
    if is_flow(text.text, there.place[1]):
        index = 0 if after is None else list(mapping).index(after) + 1
        return Braces.of(text.text, mapping, there.place, text.newline).inserted(index, pair_in_braces(key, value))
    return Block(text.text, mapping, text.newline).inserted(after, key, value, there.step)


def _first_entry(there: Target, key: str, value: New) -> list[Cut]:
    """An entry where a value is missing: on new lines below its key, or in braces where no lines can be."""
    if there.flow or there.parent is None or not isinstance(there.key, str):
        return filled(there, in_braces({key: value}))
    source, newline, step = there.text.text, there.text.newline, there.parent.step
    line = line_end(source, colon_end(source, there.key, there.place[0]))
    lines = entry_lines(key, value, indent=there.indent + step, step=step)
    return [(line, line, newline.join(["", *lines]))]


def _removed(parent: Target, key: str) -> list[Cut]:
    text, mapping = parent.text, _mapping(parent)
    if is_flow(text.text, parent.place[1]):
        braces = Braces.of(text.text, mapping, parent.place, text.newline)
        return braces.removed(list(mapping).index(key))
    block = Block(text.text, mapping, text.newline)
    if len(mapping) > 1:
        return block.removed(key)
    if isinstance(parent.key, str):
        colon = colon_end(text.text, parent.key, parent.place[0])
        return [(colon, colon, " {}"), *block.lines_of(key)]
    return block.braces_for(key)
