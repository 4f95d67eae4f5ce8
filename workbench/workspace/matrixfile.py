"""What an edit changes in the lines of a matrix file: one changed rating, one changed line.

Each function brings one part of one address from `change.was` to `change.now`. Only what differs
between the two is touched, so that whatever else stands in the row stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from workbench import yamltext
from workbench.model import Level, Note, Question, Row
from workbench.workspace import naming
from workbench.workspace.history import Change
from workbench.workspace.naming import Names

SECTIONS = ("format", "rows", "notes", "grades", "deceptive", "checks", "order", "judgement")
"""The order of sections in a file we begin; sections that stand are never moved."""

EMPTY = b"# yaml-language-server: $schema=../../schemas/matrix.schema.json\nformat: 1\nrows: {}\n"

COMMENT = re.compile(r"(?:^|\s)#")
"""What may begin a comment."""

Patches = tuple[yamltext.Patch, ...]
Keys = tuple[str, ...]
"""What leads to an entry in a text."""


def write(
    document: yamltext.Document, change: Change, asked: Question, names: Names
) -> tuple[yamltext.Document, Patches]:
    """Bring a file from one state of an address to another.

    Raises:
        EditRefused: the lines are written in a way that cannot be changed safely.
    """
    patches: list[yamltext.Patch] = []
    for part in (_write_row, _write_note, _write_looked):
        document, made = part(document, change, asked, names)
        patches += made
    return document, tuple(patches)


def put_back(document: yamltext.Document, change: Change) -> yamltext.Document | None:
    """The very lines from before a step that is taken back; `None` where they cannot be put back."""
    if not change.exact or change.step is None or not change.step.patches:
        return None
    try:
        for patch in reversed(change.step.patches):
            document = document.apply(patch.inverse())
    except yamltext.PatchMismatch:
        return None  # lines moved: the same change is made by meaning instead
    return document


def _place(document: yamltext.Document, section: str, address: str, names: Names) -> str | None:
    """The key an address stands under in a section: the one that counts when it is read (see `naming.keys`)."""
    former = set(names.former(address))
    present = document.keys(section)
    if not former:
        return address if address in present else None
    standing = [key for key in present if key == address or key in former]
    read = [key for key in standing if isinstance(document.entry(section, key), Mapping)]
    return naming.keys(read or standing, names.address).get(address)


def _preceding(present: Iterable[str], wanted: str) -> str | None:
    """The last key of a section, in the order of the file, that sorts before the wanted one."""
    return next((key for key in reversed(list(present)) if key < wanted), None)


def _write_row(
    document: yamltext.Document, change: Change, asked: Question, names: Names
) -> tuple[yamltext.Document, Patches]:
    if change.was.row == change.now.row:
        return document, ()
    key = _place(document, "rows", change.address, names)
    if key is not None:
        return _one(document.change("rows", key, lambda text, keys: _row(text, keys, change, asked, names)))
    if not change.now.row.ratings:
        return document, ()
    after = _preceding(document.keys("rows"), change.address)
    cells = _cells(change.now.row, asked)
    return _one(document.add("rows", change.address, cells, after=after, section_order=SECTIONS, flow=True))


def _one(result: tuple[yamltext.Document, yamltext.Patch]) -> tuple[yamltext.Document, Patches]:
    return result[0], (result[1],)


def _cells(row: Row, asked: Question) -> dict[str, str]:
    cells = {h: str(row.ratings[h]) for h in _in_order(row.ratings, asked)}
    return cells | ({"wording": row.wording} if row.wording else {})


def _in_order(given: Iterable[str], asked: Question) -> list[str]:
    """Hypotheses in the order of the question; behind them those it no longer has."""
    given = list(given)
    return [h for h in asked.hypotheses if h in given] + [h for h in given if h not in asked.hypotheses]


def _row(text: yamltext.Text, keys: Keys, change: Change, asked: Question, names: Names) -> yamltext.Text:
    """The lines of one row: cells that differ, then the fingerprint, then names that are out of date."""
    was, now = change.was.row, change.now.row
    for hypothesis in dict.fromkeys([*was.ratings, *now.ratings]):
        if was.ratings.get(hypothesis) != now.ratings.get(hypothesis):
            text = _by_hypothesis(text, keys, hypothesis, now.ratings.get(hypothesis, ""), asked, names)
    if was.wording != now.wording:
        text = _entry(text, keys, "wording", now.wording, after=_last(text, keys))
    return _renamed(text, keys, change.address, asked, names)


def _by_hypothesis(
    text: yamltext.Text, keys: Keys, hypothesis: str, value: str, asked: Question, names: Names
) -> yamltext.Text:
    """Set, add or remove what stands for a hypothesis in a mapping, under whichever of its ids it stands there."""
    known = _known(text, keys, asked, names)
    if not value:
        for raw in _keys(text, keys):
            if names.hypothesis(asked.id, raw) == hypothesis:  # all of them, or an old one would count from now on
                text = yamltext.remove_entry(text, (*keys, raw))
        return text
    order = list(asked.hypotheses)
    before = set(order[: order.index(hypothesis)]) if hypothesis in order else set(order)
    after = next((raw for present, raw in reversed(known.items()) if present in before), None)
    return _entry(text, keys, known.get(hypothesis, hypothesis), value, after=after)


def _known(text: yamltext.Text, keys: Keys, asked: Question, names: Names) -> dict[str, str]:
    """The hypotheses in a mapping, and the key that counts for each."""
    return naming.keys(_keys(text, keys), lambda raw: names.hypothesis(asked.id, raw))


def _keys(text: yamltext.Text, keys: Keys) -> list[str]:
    entry = _at(text.root, keys)
    return list(entry) if isinstance(entry, Mapping) else []


def _last(text: yamltext.Text, keys: Keys) -> str | None:
    present = _keys(text, keys)
    return present[-1] if present else None


def _entry(text: yamltext.Text, keys: Keys, key: str, value: str, *, after: str | None) -> yamltext.Text:
    """Set, add or (with an empty value) remove one entry of a mapping."""
    holder = _at(text.root, keys)
    if isinstance(holder, Mapping) and key in holder:
        return yamltext.set_scalar(text, (*keys, key), value) if value else yamltext.remove_entry(text, (*keys, key))
    return yamltext.insert_entry(text, keys, key, value, after=after) if value else text


def _at(value: object, keys: Keys) -> object:
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _renamed(text: yamltext.Text, keys: Keys, address: str, asked: Question, names: Names) -> yamltext.Text:
    """The row under present ids. An old one beside the present one stays: `check` asks which of them holds."""
    for present, raw in _known(text, keys, asked, names).items():
        if present != raw:
            text = yamltext.rename_key(text, (*keys, raw), present)
    return text if keys[-1] == address else yamltext.rename_key(text, keys, address)


def _write_note(
    document: yamltext.Document, change: Change, asked: Question, names: Names
) -> tuple[yamltext.Document, Patches]:
    was, now = change.was.note, change.now.note
    if was == now:
        return document, ()
    key = _place(document, "notes", change.address, names)
    if key is None:
        fields = _fields(now, asked)
        after = _preceding(document.keys("notes"), change.address)
        added = document.add("notes", change.address, fields, after=after, section_order=SECTIONS, flow=False)
        return _one(added) if fields else (document, ())
    if now == Note() and (removed := _without_note(document, key, _fields(was, asked))):
        return _one(removed)
    return _one(document.change("notes", key, lambda text, keys: _note(text, keys, was, now, asked, names)))


def _without_note(
    document: yamltext.Document, key: str, known: Mapping[str, yamltext.New]
) -> tuple[yamltext.Document, yamltext.Patch] | None:
    """The document without a note, unless more stands there than we know of: a comment, say, or a misspelt field."""
    if _size(document.entry("notes", key)) > _size(known):
        return None
    shorter, patch = document.remove("notes", key)
    return None if any(COMMENT.search(line) for line in patch.removed) else (shorter, patch)


def _size(value: object) -> int:
    """How many texts and empty places a value holds."""
    if isinstance(value, Mapping):
        return sum(map(_size, value.values()))
    return sum(map(_size, value)) if isinstance(value, list) else 1


def _fields(note: Note, asked: Question) -> dict[str, yamltext.New]:
    because = {h: note.because[h] for h in _in_order(note.because, asked)}
    fields: dict[str, yamltext.New] = {
        "relevance": "" if note.relevance is Level.MEDIUM else str(note.relevance),
        "because": because,
        "weighed": dict(note.weighed),
        "parked": note.parked,
    }
    return {name: value for name, value in fields.items() if value}


def _note(text: yamltext.Text, keys: Keys, was: Note, now: Note, asked: Question, names: Names) -> yamltext.Text:
    before, after = _fields(was, asked), _fields(now, asked)
    for name in ("relevance", "parked"):
        if before.get(name) != after.get(name):
            text = _entry(text, keys, name, str(after.get(name, "")), after=_field_before(text, keys, name))
    for hypothesis in dict.fromkeys([*was.because, *now.because]):
        if was.because.get(hypothesis) != now.because.get(hypothesis):
            text = _reason(text, keys, hypothesis, now.because.get(hypothesis, ""), asked, names)
    return text


def _field_before(text: yamltext.Text, keys: Keys, name: str) -> str | None:
    order = ("relevance", "because", "weighed", "parked")
    earlier = order[: order.index(name)]
    return next((present for present in reversed(_keys(text, keys)) if present in earlier), None)


def _reason(
    text: yamltext.Text, keys: Keys, hypothesis: str, reason: str, asked: Question, names: Names
) -> yamltext.Text:
    inner = (*keys, "because")
    if "because" not in _keys(text, keys):
        after = _field_before(text, keys, "because")
        return yamltext.insert_entry(text, keys, "because", {hypothesis: reason}, after=after) if reason else text
    if not reason and set(_known(text, inner, asked, names)) == {hypothesis}:
        return yamltext.remove_entry(text, inner)
    return _by_hypothesis(text, inner, hypothesis, reason, asked, names)


def _write_looked(
    document: yamltext.Document, change: Change, _asked: Question, _names: Names
) -> tuple[yamltext.Document, Patches]:
    if change.was.looked == change.now.looked:
        return document, ()
    seen = list(change.now.looked)
    if "looked" not in document.keys("order"):
        added = document.add(
            "order",
            "looked",
            seen,
            after=_preceding(document.keys("order"), "looked~"),
            section_order=SECTIONS,
            flow=True,
        )
        return _one(added) if seen else (document, ())
    if not seen:
        return _one(document.remove("order", "looked"))
    # The list is taken out and put in again in its place: it is ours, and it only ever grows.
    others = [key for key in document.keys("order") if key != "looked"]
    shorter, removed = document.remove("order", "looked")
    after = others[-1] if others else None
    longer, grown = shorter.add("order", "looked", seen, after=after, section_order=SECTIONS, flow=True)
    return longer, (removed, grown)
