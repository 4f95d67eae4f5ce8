"""Entries of a matrix file: under which of its ids a thing stands there, and setting, adding and removing it.

What stands is never moved, and what nobody asked to be removed stays: a comment, say, or a misspelt field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from workbench import yamltext
from workbench.model import Question
from workbench.workspace import naming
from workbench.workspace.naming import Names

SECTIONS = ("format", "rows", "notes", "grades", "deceptive", "checks", "order", "judgement")
"""The order of sections in a file we begin; sections that stand are never moved."""

Patches = tuple[yamltext.Patch, ...]

Written = tuple[yamltext.Document, Patches]
"""A document after some changes, and the changes."""

Keys = tuple[str, ...]
"""What leads to an entry in a text."""

Scalar = str | int
"""What is written behind a colon; an empty text stands for nothing at all."""


def one(result: tuple[yamltext.Document, yamltext.Patch]) -> Written:
    """A document after a single change."""
    return result[0], (result[1],)


# ---- a section of the file


def row_key(document: yamltext.Document, section: str, address: str, names: Names) -> str | None:
    """The key that counts for an address in a section, if it stands there at all (see `naming.keys`)."""
    return _counting(document, section, address, names.former(address), names.address)


def suspect_key(document: yamltext.Document, section: str, suspect: str, names: Names) -> str | None:
    """The key that counts for a source or an origin in a section, if it stands there at all."""
    return _counting(document, section, suspect, names.former_suspects(suspect), names.suspect)


def _counting(
    document: yamltext.Document, section: str, wanted: str, former: Sequence[str], called: Callable[[str], str]
) -> str | None:
    present = document.keys(section)
    if not former:
        return wanted if wanted in present else None
    standing = [key for key in present if key == wanted or key in former]
    read = [key for key in standing if isinstance(document.entry(section, key), Mapping)]
    return naming.keys(read or standing, called).get(wanted)


def preceding(present: Iterable[str], wanted: str) -> str | None:
    """The last key, in the order of the file, that sorts before the wanted one."""
    return next((key for key in reversed(list(present)) if key < wanted), None)


def added(document: yamltext.Document, section: str, key: str, value: yamltext.New) -> Written:
    """The document with a new entry where it sorts in its section; nothing is done where it holds nothing."""
    if not value:
        return document, ()
    after = preceding(document.keys(section), key)
    return one(document.add(section, key, value, after=after, section_order=SECTIONS, spaced=True))


def emptied(
    document: yamltext.Document, section: str, key: str, known: Mapping[str, yamltext.New], called: Iterable[str]
) -> Written | None:
    """The document without an entry that holds what is known.

    Nothing where more would be lost with it, or where the same thing stands there once more, as it may be `called`:
    that one would count from now on.
    """
    doubled = len({*document.keys(section)} & {*called}) > 1
    if doubled or _size(document.entry(section, key)) > _size(known):
        return None
    shorter, patch = document.remove(section, key)
    return None if _remarks(patch.removed) > _remarks(patch.added) else (shorter, (patch,))


def _remarks(lines: Sequence[str]) -> int:
    """How many comments there are in some lines; more are taken for comments where the lines cannot be read alone."""
    try:
        return len(yamltext.remarks(yamltext.read("\n".join([*lines, ""]).encode())))
    except yamltext.YamlError:
        return sum("#" in line for line in lines)


def _size(value: object) -> int:
    """How many texts and empty places a value holds."""
    if isinstance(value, Mapping):
        return sum(map(_size, value.values()))
    return sum(map(_size, value)) if isinstance(value, list) else 1


# ---- a mapping in a text


def keys_at(text: yamltext.Text, keys: Keys) -> list[str]:
    """The keys of the mapping at a place; none where there is no mapping."""
    entry = held(text.root, keys)
    return list(entry) if isinstance(entry, Mapping) else []


def held(value: object, keys: Keys) -> object:
    """What stands at a place in data; nothing where the way there ends before."""
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def earlier(present: Iterable[str], field: str, order: Sequence[str]) -> str | None:
    """The last of the present fields that precede one in a fixed order."""
    before = order[: order.index(field)]
    return next((name for name in reversed(list(present)) if name in before), None)


def entry(text: yamltext.Text, keys: Keys, key: str, value: Scalar, *, after: str | None) -> yamltext.Text:
    """Set, add or (with an empty value) remove one entry of a mapping."""
    present = key in keys_at(text, keys)
    if value == "":
        return yamltext.remove_entry(text, (*keys, key)) if present else text
    if present:
        return yamltext.set_scalar(text, (*keys, key), value)
    return yamltext.insert_entry(text, keys, key, value, after=after)


def by_hypothesis(
    text: yamltext.Text, keys: Keys, hypothesis: str, value: Scalar, asked: Question, names: Names
) -> yamltext.Text:
    """Set, add or remove what stands for a hypothesis in a mapping, under whichever of its ids it stands there."""
    known = hypotheses_at(text, keys, asked, names)
    if value == "":
        for raw in keys_at(text, keys):
            if names.hypothesis(asked.id, raw) == hypothesis:  # all of them, or an old one would count from now on
                text = yamltext.remove_entry(text, (*keys, raw))
        return text
    order = list(asked.hypotheses)
    before = set(order[: order.index(hypothesis)]) if hypothesis in order else set(order)
    after = next((raw for present, raw in reversed(known.items()) if present in before), None)
    return entry(text, keys, known.get(hypothesis, hypothesis), value, after=after)


def hypotheses_at(text: yamltext.Text, keys: Keys, asked: Question, names: Names) -> dict[str, str]:
    """The hypotheses in a mapping, and the key that counts for each."""
    return naming.keys(keys_at(text, keys), lambda raw: names.hypothesis(asked.id, raw))


def in_order(given: Iterable[str], asked: Question) -> list[str]:
    """Hypotheses in the order of the question; behind them those it does not have."""
    given = list(given)
    return [h for h in asked.hypotheses if h in given] + [h for h in given if h not in asked.hypotheses]


def without(text: yamltext.Text, keys: Keys) -> yamltext.Text | None:
    """The text without an entry; nothing where comments would be lost with it."""
    shorter = yamltext.remove_entry(text, keys)
    return shorter if yamltext.remarks(shorter) == yamltext.remarks(text) else None


def renamed(text: yamltext.Text, keys: Keys, present: str) -> yamltext.Text:
    """The text with an entry under its present name."""
    return text if keys[-1] == present else yamltext.rename_key(text, keys, present)
