"""What a place of a file becomes, in its lines: fields in their order, entries where they belong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workbench import yamltext
from workbench.workspace.authoring_style import BY_ID, REQUIRED, Keys, fields, sections, styled

Data = Any
"""Texts in mappings and lists, as `yamltext.read` gives them; None where nothing stands."""

Behind = tuple[str | None, bool]
"""The key that a new entry follows; without one, whether it goes behind all others or before them."""


def edited(
    document: yamltext.Document, kind: str, keys: Keys, value: Data, behind: Behind = (None, True)
) -> yamltext.Document:
    """A document in which this stands at a place, or nothing (None).

    Args:
        document: the file.
        kind: what kind of file it is.
        keys: the way to the place: a section; an entry or field of it; or a field further in.
        value: a text, or texts in mappings and lists.
        behind: the key that a new entry follows, where its place does not follow from its name; without such a key
            it goes behind all others (True) or before them.

    Raises:
        EditRefused: the lines are written in a way that cannot be changed safely.
    """
    section, order = str(keys[0]), sections(kind)
    if len(keys) == 1:
        return _section(document, section, value, order)
    key, present = str(keys[1]), document.keys(section)
    if len(keys) == 2 and value is None:
        return _without(document, section, key)
    if len(keys) > 2 or key in present:
        return document.change(section, key, lambda text, way: _field(text, way, keys, value, behind))[0]
    after = _after(present, fields((section,)), key, behind)
    spaced = section in BY_ID
    return document.add(section, key, styled(keys, value), after=after, section_order=order, spaced=spaced)[0]


def _section(document: yamltext.Document, section: str, value: Data, order: Sequence[str]) -> yamltext.Document:
    """A document with another text or list as a section; one that was empty is begun anew where it belongs."""
    text = document.whole()
    standing = text.root.get(section)
    new = styled((section,), value) if value else None
    if standing and new is not None:
        return yamltext.Document.of(yamltext.set_value(text, (section,), new))
    if section in text.root:
        text = yamltext.end_section(text, section)
    if new is not None:
        text = yamltext.begin_section(text, section, new, order=order, spaced=not isinstance(new, str))
    return yamltext.Document.of(text)


def _without(document: yamltext.Document, section: str, key: str) -> yamltext.Document:
    """Without an entry; a section that may be missing goes with its last one."""
    if section not in REQUIRED and document.keys(section) == [key]:
        return yamltext.Document.of(yamltext.end_section(document.whole(), section))
    return document.remove(section, key, spaced=section in BY_ID)[0]


def _field(text: yamltext.Text, way: Sequence[str | int], keys: Keys, value: Data, behind: Behind) -> yamltext.Text:
    """The text with something else at a field of an entry.

    Args:
        text: lines that hold the entry.
        way: the way to the entry in it.
        keys: the way to the field in the file, of which the first two lead to the entry.
        value: what it shall be.
        behind: where it goes if it is new and has no place by its name; see `edited`.
    """
    inner = keys[2:]
    here = (*way, *inner)
    standing = within(text.root, here)
    if value is None:
        return _removed(text, tuple(way), inner)
    if _holds(text.root, here) and not (isinstance(standing, list | dict) and not standing):
        return yamltext.set_value(text, here, styled(keys, value))
    if _holds(text.root, here):
        text = yamltext.remove_entry(text, here)
    holder = within(text.root, here[:-1])
    if not isinstance(holder, Mapping) and len(inner) > 1:
        return _field(text, way, keys[:-1], {str(keys[-1]): value}, behind)
    present = list(holder) if isinstance(holder, Mapping) else []
    after = _after(present, fields(keys[:-1]), str(keys[-1]), behind)
    return yamltext.insert_entry(text, here[:-1], str(keys[-1]), styled(keys, value), after=after)


def _removed(text: yamltext.Text, way: Keys, inner: Keys) -> yamltext.Text:
    """Without a field; a mapping inside the entry that would be left empty goes with it."""
    holder = within(text.root, (*way, *inner[:-1]))
    if len(inner) > 1 and isinstance(holder, Mapping) and len(holder) == 1:
        return yamltext.remove_entry(text, (*way, *inner[:-1]))
    return yamltext.remove_entry(text, (*way, *inner))


def _after(present: list[str], order: Sequence[str] | None, wanted: str, behind: Behind) -> str | None:
    """The key that a new one follows: the last that precedes it in the order, or as asked for."""
    if not order:
        after, last = behind
        return next(reversed(present), None) if after is None and last else after
    earlier = order[: order.index(wanted)] if wanted in order else present
    return next((key for key in reversed(present) if key in earlier), None)


def within(value: Data, keys: Keys) -> Data:
    """What stands along these keys in data; None where nothing does."""
    for key in keys:
        if isinstance(value, list) and isinstance(key, int):
            value = value[key] if key < len(value) else None
        else:
            value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _holds(value: Data, keys: Keys) -> bool:
    holder = within(value, keys[:-1])
    return isinstance(holder, Mapping) and keys[-1] in holder


def plain(value: Data) -> Data:
    """Data without its places, lists for tuples, so that it can be compared and kept."""
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list | tuple) else value
