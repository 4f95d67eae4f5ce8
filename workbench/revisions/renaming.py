"""Renames between two states of a workspace: told by `formerly`, in either direction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from workbench.analysis.changes.side import Ids, Renames
from workbench.model import Hypothesis, Item, Matrix, Origin, Question, Row, Source
from workbench.workspace import Workspace, naming

Present = Callable[[str], str]
Made = TypeVar("Made")
Things = Mapping[str, Source] | Mapping[str, Origin] | Mapping[str, Hypothesis]


def renames(before: Workspace, after: Workspace) -> Renames:
    """Which ids of `before` are others in `after`.

    An old id that `after` names as such is renamed, or merged where its new one was there before as well. Where `after`
    is the older state, a thing is called by its old id again. An id that is there on both sides means itself.
    """
    asked = before.questions.keys() & after.questions.keys()
    return Renames(
        sources=_formerly(before.sources, after.sources),
        origins=_formerly(before.origins, after.origins),
        items=_between(before.items, after.items, after.names.address, before.names.address),
        hypotheses={q: _formerly(before.questions[q].hypotheses, after.questions[q].hypotheses) for q in asked},
    )


def _formerly(before: Things, after: Things) -> Ids:
    forward, back = _olds(after), _olds(before)
    return _between(before, after, lambda old: forward.get(old, old), lambda old: back.get(old, old))


def _olds(things: Things) -> dict[str, str]:
    return {old: id_ for id_, thing in things.items() for old in thing.formerly if old not in things}


def _between(before: Collection[str], after: Collection[str], forward: Present, back: Present) -> Ids:
    """Ids of `before` that are gone, with what they are now.

    Args:
        before: the ids on the one side.
        after: those on the other.
        forward: the present id of an old one, as `after` knows it.
        back: the same as `before` knows it.
    """
    called = {id_: forward(id_) for id_ in before if id_ not in after}
    called = {id_: new for id_, new in called.items() if new != id_ and new in after}
    merged = {id_: new for id_, new in called.items() if new in before}
    renamed: dict[str, str] = {}
    for id_, new in called.items():
        if new not in before and new not in renamed.values():
            renamed[id_] = new
    for id_ in after:
        present = id_ if id_ in before or id_ in renamed.values() else back(id_)
        if present != id_ and present in before and present not in after and present not in renamed:
            renamed[present] = id_
    return Ids(renamed, merged)


def present(before: Workspace, ids: Renames) -> Workspace:
    """A workspace under the ids that its things have on the other side; a merged thing is not there any more."""
    if ids.none:
        return before
    known = naming.Names(
        addresses=ids.items.every,
        origins=ids.origins.every,
        suspects={**ids.origins.every, **ids.sources.every},
        hypotheses={q: found.every for q, found in ids.hypotheses.items()},
    )
    sources, origins = _kept(before.sources, ids.sources), _kept(before.origins, ids.origins)
    items = (_item(known, item) for item in _kept(before.items, ids.items).values())
    return replace(
        before,
        names=known,
        questions={q: _question(known, asked) for q, asked in before.questions.items()},
        sources={id_: replace(source, id=id_) for id_, source in sources.items()},
        origins={id_: naming.origin(known, origin._replace(id=id_)) for id_, origin in origins.items()},
        items={item.address: item for item in items},
        matrices={key: _matrix(known, matrix) for key, matrix in before.matrices.items()},
    )


def _kept(things: Mapping[str, Made], ids: Ids) -> dict[str, Made]:
    return {ids.renamed.get(id_, id_): thing for id_, thing in things.items() if id_ not in ids.merged}


def _question(known: naming.Names, asked: Question) -> Question:
    called = known.hypotheses.get(asked.id)
    if not called:
        return asked
    renamed = (
        h._replace(id=called.get(h.id, h.id), into=called.get(h.into, h.into))
        for h in asked.hypotheses.values()
        if called.get(h.id) not in asked.hypotheses
    )
    return naming.question(known, replace(asked, hypotheses={h.id: h for h in renamed}))


def _item(known: naming.Names, item: Item) -> Item:
    address = known.address(item.address)
    moved = item if address == item.address else replace(item, address=address)
    return naming.item(known, moved)


def _matrix(known: naming.Names, matrix: Matrix) -> Matrix:
    """A matrix under present ids. A row stays one that was written with the ids of its file, or it would look stale."""
    found = naming.matrix(known, matrix)
    if not known.hypotheses.get(matrix.question):
        return found
    olds = {a: row.written for a, row in matrix.rows.items() if row.written}
    back = {known.address(a): written for a, written in olds.items()}
    return replace(found, rows={a: _written(row, back.get(a, {})) for a, row in found.rows.items()})


def _written(row: Row, before: Mapping[str, str]) -> Row:
    if not before:
        return row
    called = {new: before.get(old, old) for new, old in row.written.items()}
    kept = {h: old for h, old in before.items() if h in row.ratings}
    return replace(row, written=kept | called)
