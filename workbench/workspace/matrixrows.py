"""Rows in a matrix file, those rated again for a suspect as well: one changed rating, one changed line."""

from __future__ import annotations

from workbench import yamltext
from workbench.model import Question, Row
from workbench.workspace import naming
from workbench.workspace.history import Change
from workbench.workspace.matrixentries import (
    SECTIONS,
    Keys,
    Written,
    added,
    by_hypothesis,
    emptied,
    entry,
    hypotheses_at,
    in_order,
    keys_at,
    one,
    preceding,
    renamed,
    row_key,
    suspect_key,
    without,
)
from workbench.workspace.naming import Names


def row(document: yamltext.Document, change: Change, asked: Question, names: Names) -> Written:
    """Bring a row from one state to another. One whose last cell is cleared keeps its line."""
    (address,) = change.part.keys
    key = row_key(document, "rows", address, names)
    if key is not None:
        return one(document.change("rows", key, lambda text, keys: _row(text, keys, change, asked, names)))
    if not change.now.ratings:
        return document, ()
    after = preceding(document.keys("rows"), address)
    cells = row_cells(change.now, asked)
    return one(document.add("rows", address, cells, after=after, section_order=SECTIONS, flow=True))


def rated_again(document: yamltext.Document, change: Change, asked: Question, names: Names) -> Written:
    """Bring a row of a suspect from one state to another. One whose last cell is cleared goes, as it replaces none."""
    suspect, address = change.part.keys
    cells = row_cells(change.now, asked)
    key = suspect_key(document, "deceptive", suspect, names)
    if key is None:
        return added(document, "deceptive", suspect, {address: cells} if change.now.ratings else {})
    known, called = {address: row_cells(change.was, asked)}, (suspect, *names.former_suspects(suspect))
    if not change.now.ratings and (gone := emptied(document, "deceptive", key, known, called)):
        return gone
    return one(document.change("deceptive", key, lambda text, keys: _of_suspect(text, keys, change, asked, names)))


def row_cells(row: Row, asked: Question) -> yamltext.Braced:
    """What a row has in its file: its ratings in the order of the hypotheses, and the wording it was rated under."""
    cells = {h: str(row.ratings[h]) for h in in_order(row.ratings, asked)}
    return yamltext.Braced(cells | ({"wording": row.wording} if row.wording else {}))


def _of_suspect(text: yamltext.Text, keys: Keys, change: Change, asked: Question, names: Names) -> yamltext.Text:
    """The rows of one suspect with one of them brought to another state."""
    suspect, address = change.part.keys
    present = keys_at(text, keys)
    key = naming.keys(present, names.address).get(address)
    if key is None:
        cells, after = row_cells(change.now, asked), preceding(present, address)
        text = yamltext.insert_entry(text, keys, address, cells, after=after) if change.now.ratings else text
    else:
        alone = [names.address(other) for other in present].count(address) == 1
        gone = None if change.now.ratings or not alone else _without_row(text, (*keys, key), change.was)
        text = gone or _row(text, (*keys, key), change, asked, names)
    return renamed(text, keys, suspect)


def _without_row(text: yamltext.Text, keys: Keys, was: Row) -> yamltext.Text | None:
    """The text without a row; nothing where there is more in it than we know of, or a comment behind it."""
    return without(text, keys) if len(keys_at(text, keys)) <= len(was.ratings) + bool(was.wording) else None


def _row(text: yamltext.Text, keys: Keys, change: Change, asked: Question, names: Names) -> yamltext.Text:
    """The lines of one row: cells that differ, then the fingerprint, then names that are out of date."""
    was, now = change.was, change.now
    for hypothesis in dict.fromkeys([*was.ratings, *now.ratings]):
        if was.ratings.get(hypothesis) != now.ratings.get(hypothesis):
            text = by_hypothesis(text, keys, hypothesis, now.ratings.get(hypothesis, ""), asked, names)
    if was.wording != now.wording:
        present = keys_at(text, keys)
        text = entry(text, keys, "wording", now.wording, after=present[-1] if present else None)
    # An old id beside the present one stays: `check` asks which of them holds.
    for present_id, raw in hypotheses_at(text, keys, asked, names).items():
        text = renamed(text, (*keys, raw), present_id)
    return renamed(text, keys, change.part.keys[-1])
