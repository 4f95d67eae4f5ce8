"""Edits of lists and of the order of entries; everything else stays, byte for byte."""

from __future__ import annotations

from collections.abc import Sequence as AnySequence
from difflib import SequenceMatcher
from itertools import pairwise

from .editing import Keys, set_scalar
from .faults import EditRefused
from .flowmaps import Braces
from .proof import BY_HAND, changed, proved, refuse_unwritable, same
from .reading import Text
from .replacing import filled
from .spans import Cut, break_before, colon_end, column, is_block_scalar, is_flow, line_end, line_start, value_end
from .targets import Target, target
from .values import Mapping, Sequence
from .writing import New, as_read, in_braces, item_lines


def insert_item(text: Text, keys: Keys, index: int, value: New) -> Text:
    """The text with a new item in the list at this place, which has one at least.

    Args:
        text: the text.
        keys: the way to the list.
        index: how many items stand before the new one.
        value: the new item.

    Raises:
        EditRefused: there is no such list, or the result would not be read as expected.
    """
    there, items = _list(text, keys)
    refuse_unwritable(there.line, value)
    if not items or not 0 <= index <= len(items):
        raise EditRefused(there.line, "there is no such place in this list", "read the file again")
    expected = changed(text.root, keys, lambda old: [*old[:index], as_read(value), *old[index:]])
    if is_flow(text.text, there.place[1]):
        cuts = _brackets(there, items).inserted(index, in_braces(value))
    else:
        cuts = _inserted_lines(there, items, index, value)
    return proved(text, cuts, expected, there.line)


def remove_item(text: Text, keys: Keys) -> Text:
    """The text without this item of a list that has others; the last one of all goes with its key (`remove_entry`).

    Raises:
        EditRefused: there is no such item, it is the only one, or the result would not be read as expected.
    """
    there, items = _list(text, keys[:-1])
    index = keys[-1]
    if not isinstance(index, int) or not 0 <= index < len(items) or len(items) == 1:
        raise EditRefused(there.line, "there is no such item to remove", "read the file again")
    expected = changed(text.root, keys[:-1], lambda old: [*old[:index], *old[index + 1 :]])
    if is_flow(text.text, there.place[1]):
        cuts = _brackets(there, items).removed(index)
    else:
        start, end = _lines_of(there, items, index)
        broken = break_before(text.text, start)
        cuts = [(broken, end, "")] if broken is not None else [(start, _behind(text.text, end), "")]
    return proved(text, cuts, expected, there.line)


def set_items(text: Text, keys: Keys, values: AnySequence[New]) -> Text:
    """The text with these items in the list at this place: what is the same before and after is not touched.

    Raises:
        EditRefused: there is no list with items, none is wanted, or the result would not be read as expected.
    """
    there, items = _list(text, keys)
    if not values or not items:
        raise EditRefused(there.line, "a list without items has no place of its own", BY_HAND)
    old, new = [_hashable(item) for item in items], [_hashable(as_read(value)) for value in values]
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for what, start, end, first, last in reversed(steps):  # from behind: what stands before keeps its index
        if what == "equal":
            continue
        kept = min(end - start, last - first)
        for offset in range(kept):
            text = _replaced(text, (*keys, start + offset), values[first + offset])
        for index in reversed(range(start + kept, end)):
            text = remove_item(text, (*keys, index))
        for offset in range(kept, last - first):
            text = insert_item(text, keys, start + offset, values[first + offset])
    return text


def set_value(text: Text, keys: Keys, value: New) -> Text:
    """The text with another text, number or list at this place, which holds one of these or nothing.

    Raises:
        EditRefused: there is no such place, or the result would not be read as expected.
    """
    there = target(text, keys)
    if same(there.value, as_read(value)):
        return text
    if isinstance(value, str | int) and not isinstance(there.value, dict | list):
        return set_scalar(text, keys, value)
    if isinstance(there.value, dict) or isinstance(value, dict):
        raise EditRefused(there.line, "more than one text stands here", BY_HAND)
    if isinstance(there.value, list) and there.value and not isinstance(value, str | int) and value:
        return set_items(text, keys, list(value))
    refuse_unwritable(there.line, value)
    expected = changed(text.root, keys, lambda _: as_read(value))
    return proved(text, _in_one_line(there, value), expected, there.line)


def order_entries(text: Text, keys: Keys, names: AnySequence[str]) -> Text:
    """The text with the entries of a block mapping in another order, each with the comments right above and in it.

    What stands between two entries, such as empty lines, stays where it is.

    Args:
        text: the text.
        keys: the way to the mapping.
        names: its keys in the order wanted, each of them once.

    Raises:
        EditRefused: these are other keys, entries share a line, or the result would not be read as expected.
    """
    there = target(text, keys)
    mapping = there.value
    if not isinstance(mapping, Mapping) or sorted(mapping) != sorted(names):
        raise EditRefused(there.line, "these are not the entries that stand here", "read the file again")
    spans = _entry_spans(there, mapping)
    expected = changed(text.root, keys, lambda old: {name: old[name] for name in names})
    pieces = dict(zip(mapping, spans, strict=True))
    cuts: list[Cut] = [
        (start, end, text.text[slice(*pieces[name])])
        for (start, end), name in zip(spans, names, strict=True)
        if pieces[name] != (start, end)
    ]
    return proved(text, cuts, expected, there.line)


def _list(text: Text, keys: Keys) -> tuple[Target, Sequence]:
    there = target(text, keys)
    if not isinstance(there.value, Sequence):
        raise EditRefused(there.line, "this is not a list", BY_HAND)
    return there, there.value


def _brackets(there: Target, items: Sequence) -> Braces:
    _, start, end = there.place
    entries = tuple((place[0], place[2]) for place in items.places)
    return Braces(there.text.text, start, end - 1, entries, there.text.newline)


def _dash(there: Target, items: Sequence, index: int) -> int:
    """The offset of an item's dash, which must be the first thing on its line."""
    source, start = there.text.text, items.places[index][0]
    line = line_start(source, start)
    dash = source.find("-", line, start + 1)
    if dash == -1 or source[line:dash].strip(" ") or source[dash + 1 : start].strip(" "):
        raise EditRefused(there.line, "the items of this list do not each begin a line", BY_HAND)
    return dash


def _lines_of(there: Target, items: Sequence, index: int) -> tuple[int, int]:
    """Where an item of a block list begins, at its dash, and where the last line of it ends."""
    source = there.text.text
    return _dash(there, items, index), line_end(source, value_end(source, items[index], items.places[index]))


def _inserted_lines(there: Target, items: Sequence, index: int, value: New) -> list[Cut]:
    source, newline = there.text.text, there.text.newline
    indent = column(source, _dash(there, items, 0))
    lines = item_lines(value, indent, 2)
    if index == 0:
        dash = _dash(there, items, 0)
        return [(dash, dash, newline.join([*lines, " " * indent])[indent:])]
    _, end = _lines_of(there, items, index - 1)
    return [(end, end, newline.join(["", *lines]))]


def _behind(source: str, end: int) -> int:
    return source.find("\n", end) + 1 or len(source)


def _replaced(text: Text, keys: Keys, value: New) -> Text:
    """Another item in place of one."""
    there = target(text, keys)
    if isinstance(value, str | int) and not isinstance(there.value, dict | list):
        return set_scalar(text, keys, value)
    if isinstance(value, dict) and isinstance(there.value, Mapping) and list(value) == list(there.value):
        for key, inner in value.items():
            text = set_value(text, (*keys, key), inner)
        return text
    index = keys[-1]
    if not isinstance(index, int):  # pragma: no cover - callers give the index of an item
        raise EditRefused(there.line, "this is not an item of a list", BY_HAND)
    return remove_item(insert_item(text, keys[:-1], index, value), (*keys[:-1], index + 1))


def _hashable(value: object) -> object:
    if isinstance(value, dict):
        return tuple((key, _hashable(inner)) for key, inner in value.items())
    return tuple(map(_hashable, value)) if isinstance(value, list) else value


def _in_one_line(there: Target, value: New) -> list[Cut]:
    """A value in one line in place of a text or a list of another sort."""
    source, (_, start, end) = there.text.text, there.place
    written = in_braces(value)
    if there.value is None:
        return filled(there, written)
    if is_flow(source, start) or not (isinstance(there.value, list) or is_block_scalar(source, there.value, start)):
        return [(start, end, written)]
    if not isinstance(there.key, str):
        raise EditRefused(there.line, "this item is written in a way that cannot be replaced", BY_HAND)
    behind = colon_end(source, there.key, there.place[0])
    return [(behind, value_end(source, there.value, there.place), " " + written)]


def _entry_spans(there: Target, mapping: Mapping) -> list[tuple[int, int]]:
    """Where each entry begins and ends: from the comments right above it to those in it, whole lines but the break."""
    source = there.text.text
    if is_flow(source, there.place[1]):
        raise EditRefused(there.line, "these entries stand in braces", BY_HAND)
    spans = []
    for key, place in mapping.places.items():
        line = line_start(source, place[0])
        if source[line : place[0]].strip(" "):
            raise EditRefused(there.line, "these entries do not each begin a line", BY_HAND)
        indent = place[0] - line
        end = line_end(source, value_end(source, mapping[key], place))
        spans.append((_comments_above(source, line, indent), _comments_below(source, end, indent)))
    if any(one[1] > other[0] for one, other in pairwise(spans)):
        raise EditRefused(there.line, "these entries share comments or lines", BY_HAND)
    return spans


def _comments_above(source: str, line: int, indent: int) -> int:
    """The beginning of the first of the comments right above, which are not indented further than the entry."""
    while line:
        before = line_start(source, line - 1)
        text = source[before:line].lstrip(" ")
        if not text.startswith("#") or line - before - len(text) > indent:
            break
        line = before
    return line


def _comments_below(source: str, end: int, indent: int) -> int:
    """The end of the last comment that follows at once and is indented further than the entry."""
    while end < len(source):
        start = _behind(source, end)
        line = source[start : line_end(source, start)]
        if start >= len(source) or not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= indent:
            break
        end = start + len(line)
    return end
