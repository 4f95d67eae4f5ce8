"""A file as lines for `git diff` and `git log -p`: one a cell or field, each naming what it is about.

A matrix comes in the order of its addresses and ids, so that a row that was moved shows as nothing; the other files
in their own order, which says something.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench import yamltext
from workbench.yamltext import Value

WORDING = "wording"

UNRATED = "unrated"


def lines(data: bytes) -> list[str]:
    """The lines of a file. What stands in them may still do things to a terminal.

    Raises:
        YamlError: the file cannot be read.
    """
    root = yamltext.read(data).root
    with yamltext.collector_paused():
        return list(_matrix(root) if "rows" in root else _fields("", root))


def _matrix(root: yamltext.Mapping) -> Iterator[str]:
    """The items, each with its cells and what else is noted of it; then the rest."""
    rows, notes = (_held(root, section) for section in ("rows", "notes"))
    for address in sorted({*rows, *notes}):
        row, note = _held(rows, address), _held(notes, address)
        because, weighed = _held(note, "because"), _held(note, "weighed")
        for hypothesis in sorted({*row, *because, *weighed} - {WORDING}):
            said = f"{address} {hypothesis}: {_text(row.get(hypothesis, UNRATED))}"
            if hypothesis in weighed:
                said += f"; weighed: {_text(weighed[hypothesis])}"
            if hypothesis in because:
                said += f"; because: {_text(because[hypothesis])}"
            yield said
        for name, value in note.items():
            if value is not because and value is not weighed:
                yield from _fields(f"{address} {name}", value)
        if WORDING in row:
            yield f"{address} {WORDING}: {_text(row[WORDING])}"
        for section, held in (("rows", rows), ("notes", notes)):
            if address in held and not isinstance(held[address], Mapping):
                yield from _fields(f"{section} {address}", held[address])
    for section, value in root.items():
        if value is not rows and value is not notes:
            yield from _fields(section, value)


def _held(around: Mapping[str, Value], key: str) -> Mapping[str, Value]:
    """The mapping under a key; an empty one where there is none."""
    value = around.get(key)
    return value if isinstance(value, Mapping) else {}


def _fields(name: str, value: Value) -> Iterator[str]:
    """What stands at a place, a line a text or list."""
    if not isinstance(value, Mapping):
        yield f"{name}: {_text(value)}"
        return
    for key, inner in value.items():
        yield from _fields(f"{name} {key}" if name else key, inner)


def _text(value: Value) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return value if value.isalnum() else " ".join(value.split())
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_text(inner)}" for key, inner in value.items()) + "}"
    return ", ".join(map(_text, value)) if isinstance(value, list) else ""
