"""Many entries of a section at once: the file is read once, however many come or go.

One by one each would be proved by itself, and ten thousand would take as long as ten thousand edits do.
"""

from __future__ import annotations

from collections import abc
from collections.abc import Sequence

from .additions import are_apart, insertion, removal
from .document import Document
from .faults import EditRefused, YamlError
from .layout import Layout
from .proof import BY_HAND, refuse_unwritable, same
from .reading import Text
from .values import Mapping
from .writing import New, as_read, entry_lines


def add_several(
    document: Document,
    section: str,
    entries: abc.Mapping[str, New],
    *,
    after: str | None,
    section_order: Sequence[str],
    spaced: bool = False,
) -> Document:
    """The document with new entries that follow one another; else as `Document.add`, to the byte.

    Raises:
        EditRefused: one is there already, or `after` is not, or the result would not be read as expected.
    """
    for key, value in entries.items():
        refuse_unwritable(1, {section: {key: value}})
    (first, value), *rest = entries.items()
    begun, _ = document.add(section, first, value, after=after, section_order=section_order, spaced=spaced)
    text = begun.whole() if rest else None
    layout = None if text is None else Layout.of(text)
    chunk = None if layout is None else layout.chunk(section, first)
    if text is None or layout is None or chunk is None:
        return _one_by_one(begun, section, dict(rest), first, section_order, spaced=spaced)
    body = layout.bodies[section]
    assert body is not None  # it has a chunk  # noqa: S101
    lines = text.text.split("\n")
    gap = [""] if spaced and are_apart(lines, body, layout.sections.span(section)[0]) else []
    new: list[str] = []
    for key, value in rest:
        new += [*gap, *entry_lines(key, value, indent=body.column, step=body.column)]
    made = insertion(lines, chunk[1], new, text.newline).applied(tuple(lines))
    return _proved(text, made, section, _with(text.root[section], first, rest), chunk[1] + 1)


def remove_several(document: Document, section: str, keys: abc.Collection[str], *, spaced: bool = False) -> Document:
    """The document without these entries; else as `Document.remove`, one after the other.

    Raises:
        EditRefused: there is no such entry, or the result would not be read as expected.
    """
    names = document.keys(section)
    rest = list(keys)
    gone = [name for name in names if name in frozenset(rest)]
    if len(gone) == len(names):
        gone = gone[1:]  # the last one leaves `{}`, which takes another edit
    text = document.whole()
    layout = Layout.of(text)
    spans = [None if layout is None else layout.chunk(section, name) for name in gone]
    if len(gone) > 1 and None not in spans:
        lines = text.text.split("\n")
        for start, end in sorted((span for span in spans if span is not None), reverse=True):
            patch = removal(lines, start, end, spaced=spaced)
            lines[patch.start : patch.end] = patch.added
        out = frozenset(gone)
        left = {name: value for name, value in _entries(text, section).items() if name not in out}
        document = _proved(text, tuple(lines), section, left, 1)
        rest = [name for name in rest if name not in out]
    for name in rest:
        document, _ = document.remove(section, name, spaced=spaced)
    return document


def _one_by_one(
    document: Document, section: str, entries: abc.Mapping[str, New], after: str, order: Sequence[str], *, spaced: bool
) -> Document:
    for key, value in entries.items():
        document, _ = document.add(section, key, value, after=after, section_order=order, spaced=spaced)
        after = key
    return document


def _entries(text: Text, section: str) -> dict[str, object]:
    value = text.root[section]
    return dict(value) if isinstance(value, Mapping) else {}


def _with(entries: object, first: str, rest: Sequence[tuple[str, New]]) -> dict[str, object]:
    """Entries as they are to be read, with these behind the first of them."""
    made: dict[str, object] = {}
    for name, value in entries.items() if isinstance(entries, Mapping) else ():
        made[name] = value
        if name == first:
            made.update((key, as_read(new)) for key, new in rest)
    return made


def _proved(text: Text, lines: Sequence[str], section: str, expected: dict[str, object], line: int) -> Document:
    """The document of these lines, if it says what the text did but for this section.

    Raises:
        EditRefused: it would not.
    """
    try:
        document = Document.read(text.bom + "\n".join(lines).encode())
    except YamlError as error:
        message = f"the edit would leave text that cannot be read ({error.problem.message})"
        raise EditRefused(line, message, BY_HAND) from None
    if not same(document.data, {**text.root, section: expected}):
        raise EditRefused(line, "the edit would change something else as well", BY_HAND)
    return document
