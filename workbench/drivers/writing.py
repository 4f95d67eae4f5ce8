"""Leaves that changed, written into the lines of a file; everything else keeps its bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench import yamltext
from workbench.drivers.places import Keys, Leaves, entries, leaves, nested
from workbench.model import Question
from workbench.workspace import building, matrixfile, writing
from workbench.workspace.authoring_lines import Data, edited, within
from workbench.workspace.authoring_style import BY_ID, fields
from workbench.workspace.naming import Names


def matrix(document: yamltext.Document, was: Leaves, now: Leaves, asked: Question) -> yamltext.Document:
    """A matrix brought from one state to another.

    Raises:
        EditRefused: the lines are written in a way that cannot be changed safely.
    """
    old, new = (building.matrix(asked.id, "", "", nested(side)) for side in (was, now))
    for change in writing.changes(old, new):
        document, _ = matrixfile.write(document, change, asked, Names())
    return document


def question(id_: str, columns: Iterable[str], *sides: Leaves) -> Question:
    """A question that has every hypothesis a matrix speaks of: first those that are known, in their order."""
    spoken = (keys[2] for side in sides for keys in side if len(keys) == 3 and keys[0] == "rows")
    ids = dict.fromkeys(h for h in (*columns, *spoken) if h != "wording")
    return building.question(id_, "", {"hypotheses": {h: {} for h in ids}})


def authored(
    document: yamltext.Document, kind: str, was: Leaves, now: Leaves, theirs: yamltext.Text
) -> yamltext.Document:
    """A file of hypotheses or evidence brought from one state to another.

    Args:
        document: the file as it stands.
        kind: what kind of file it is.
        was: what it says.
        now: what it shall say.
        theirs: the file that new entries come from, in its order.

    Raises:
        EditRefused: the lines are written in a way that cannot be changed safely.
    """
    had, has = entries(was), entries(now)
    for section, id_ in sorted(had - has):
        document = edited(document, kind, (section, id_), None)
    for keys in dict.fromkeys((*now, *was)):
        if was.get(keys) != now.get(keys) and keys[:2] not in had ^ has:
            document = edited(document, kind, keys, now.get(keys))
    for section in BY_ID:
        ids = [id_ for begun, id_ in sorted(has - had) if begun == section]
        order = list(within(theirs.root, (section,)) or ())
        for id_ in sorted(ids, key=lambda one: order.index(one) if one in order else len(order)):
            document = _begun(document, kind, (section, id_), nested(now)[section][id_], order, theirs)
    return document


def _begun(
    document: yamltext.Document, kind: str, keys: Keys, value: Data, order: Sequence[str], theirs: yamltext.Text
) -> yamltext.Document:
    """A new entry, in its own lines, behind what it follows where it comes from and behind what ours has there."""
    section, id_ = keys
    known = fields(keys) or ()
    in_order = {name: value[name] for name in (*(f for f in known if f in value), *value)}
    document = edited(document, kind, keys, in_order, _place(document.keys(section), id_, order))
    return as_written(document, keys, theirs)


def as_written(document: yamltext.Document, keys: Keys, there: yamltext.Text) -> yamltext.Document:
    """A document with an entry in the very lines it has in another file, where they say the same and fit in."""
    lines = lines_of(there, keys) if len(keys) > 1 else None
    if lines is None or keys[1] not in document.keys(keys[0]):
        return document
    try:
        entry = yamltext.read(lines.encode())
        if list(entry.root) == [keys[1]] and leaves(entry.root[keys[1]]) == leaves(document.entry(keys[0], keys[1])):
            return document.change(keys[0], keys[1], lambda text, way: _as_there(text, way, entry))[0]
    except (yamltext.YamlError, yamltext.EditRefused):
        pass  # these lines do not fit here: they are written as any other entry is
    return document


def _as_there(text: yamltext.Text, way: Sequence[str], there: yamltext.Text) -> yamltext.Text:
    """The lines an entry had where it comes from, if it stands by itself there and here and begins in one column."""
    begins = [one.text[: len(one.text) - len(one.text.lstrip(" "))] for one in (text, there)]
    if len(way) > 1 or begins[0] != begins[1] or text.newline != there.newline:
        return text
    return yamltext.read((there.text.rstrip("\r\n") + ("\n" if text.text.endswith("\n") else "")).encode())


def lines_of(text: yamltext.Text, keys: Keys) -> str | None:
    """The lines of an entry of a section; nothing where it has none of its own."""
    found = yamltext.extent(text, keys)
    around = yamltext.extent(text, keys[:1])
    if found is None or found == around:
        return None
    return "\n".join(text.text.split("\n")[slice(*found)]) + "\n"


def _place(present: Sequence[str], id_: str, order: Sequence[str]) -> tuple[str | None, bool]:
    """The key a new entry follows; see `authoring_lines.edited`."""
    index = order.index(id_) if id_ in order else len(order)
    at = next((present.index(one) + 1 for one in reversed(order[:index]) if one in present), 0)
    while at < len(present) and present[at] not in order:
        at += 1
    return (present[at - 1], True) if at else (None, False)
