"""What was changed, in the first sentence of a comparison: by name where it is little, else counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from workbench.analysis import resting
from workbench.analysis.changes import Cell, Comparison, Entry, Field, How, MatrixChange, Thing
from workbench.analysis.names import listed
from workbench.analysis.rewording import Stretch, reworded
from workbench.model import CONTRADICTING
from workbench.report import diffwords

FEW = 3
"""Changes that are named each."""

WORDS = 80
"""Characters of a text that came and went, up to which they are quoted."""

KINDS = {
    "item": "items",
    "source": "sources",
    "origin": "origins",
    "question": "questions",
    "hypothesis": "hypotheses",
    "overlap": "overlaps",
    "gap": "gaps",
    "indicator": "indicators",
}
"""What several of a kind are called."""


def cause(found: Comparison) -> str:
    """What was changed: each by name where they are few, else how many of each sort."""
    number = len(found.things)
    if number > FEW:
        return f"{counted(found)}."
    matrices = [(matrix, *parted(matrix, _gone(found))) for matrix in found.matrices]
    for matrix, whole, cells in matrices:
        number += 1 if matrix.how is not How.CHANGED else len(whole) + len(cells) + len(matrix.entries)
    if not 0 < number <= FEW:
        return f"{counted(found)}."
    told = [_thing(found, thing) for thing in found.things]
    for matrix, whole, cells in matrices:
        told += _matrix(found, matrix, whole, cells)
    return " ".join(told)


def _gone(found: Comparison) -> frozenset[str]:
    """The items that are there no more: that their ratings went is no change of its own."""
    return frozenset(t.id for t in found.things if t.kind == "item" and t.how is How.REMOVED)


def parted(matrix: MatrixChange, gone: frozenset[str] = frozenset()) -> tuple[list[list[Cell]], list[Cell]]:
    """The rows that came or went whole, of two cells at least, and the single cells of the others.

    Rows of items that are `gone` are left out.
    """
    whole: list[list[Cell]] = []
    cells: list[Cell] = []
    for (_, address), some in groupby(matrix.cells, key=lambda cell: (cell.suspect, cell.address)):
        if address in gone:
            continue
        row = list(some)
        alike = all(cell.rerated for cell in row) and len({(cell.was is None, cell.now is None) for cell in row}) == 1
        one_side = alike and (row[0].was is None or row[0].now is None)
        if one_side and len(row) > 1:
            whole.append(row)
        else:
            cells += row
    return whole, cells


def counted(found: Comparison) -> str:
    """'2 ratings, 1 item removed, 1 source changed'."""
    cells = [cell for matrix in found.matrices for cell in matrix.cells]
    rated = sum(cell.rerated for cell in cells)
    parts = [f"{_number(rated, 'rating')} changed"] if rated else []
    parts += [f"{_number(len(cells) - rated, 'reason')} changed"] if len(cells) > rated else []
    entries = sum(len(matrix.entries) for matrix in found.matrices)
    parts += [f"{_number(entries, 'other note')} in a matrix"] if entries else []
    for (kind, how), some in groupby(sorted(found.things, key=_sort), key=lambda thing: (thing.kind, thing.how)):
        number = len(list(some))
        parts.append(f"{number:,} {KINDS[kind] if number > 1 else kind} {diffwords.HOW[how]}")
    whole = [f"the matrix of {m.analyst} {diffwords.HOW[m.how]}" for m in found.matrices if m.how is not How.CHANGED]
    return ", ".join((*whole, *parts)) or "nothing"


def _sort(thing: Thing) -> tuple[int, str]:
    return list(KINDS).index(thing.kind), thing.how


def _number(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _thing(found: Comparison, thing: Thing) -> str:
    if thing.kind == "item":
        return _item(found, thing)
    name = f"the {thing.kind} {thing.id}"
    fields = listed([field.name for field in thing.fields]) if thing.how is How.CHANGED else ""
    if len(thing.fields) == 1 and thing.fields[0].name == "reliability" and fields:
        return f"The reliability of {name} {diffwords.graded(thing.fields[0])}."
    into = f" into {thing.into}" if thing.into else f", which was {thing.was_id}" if thing.was_id else ""
    return f"{name[0].upper()}{name[1:]} {diffwords.HOW[thing.how]}{into}{f': {fields}' if fields else ''}."


def _item(found: Comparison, thing: Thing) -> str:
    name = diffwords.item(found, thing.id)
    names = [field.name for field in thing.fields]
    if thing.how in {How.ADDED, How.REMOVED}:
        kind = thing.field("kind")
        what = diffwords.said(kind.now or kind.was) if kind else "item"
        spoke = f", which {_spoke(found, thing.id, 'spoke')}" if _spoken(found, thing.id) is not None else ""
        return f"1 {what} {'removed' if thing.how is How.REMOVED else 'added'}{spoke}: {name}."
    if thing.how is not How.CHANGED:
        into = f" into {thing.into}" if thing.into else f", which was {thing.was_id}" if thing.was_id else ""
        return f"1 item {diffwords.HOW[thing.how]}: {name}{into}."
    if names == ["text"]:
        spoke = f", which {_spoke(found, thing.id, 'speaks')}" if _spoken(found, thing.id) is not None else ""
        return f"1 text reworded{_replaced(thing.fields[0])}: {name}{spoke}."
    if "credibility" in names and set(names) <= {"credibility", "because"}:
        grade = next(field for field in thing.fields if field.name == "credibility")
        spoke = f", which {_spoke(found, thing.id, 'speaks')}" if _spoken(found, thing.id) is not None else ""
        return f"1 grade of credibility {diffwords.graded(grade)}: {name}{spoke}."
    return f"1 item changed: {listed(names)} of {name}."


def _replaced(text: Field) -> str:
    """', "chief" is now "only"', where that is all, and little."""
    stretches = reworded(diffwords.said(text.was), diffwords.said(text.now))
    changed = {words.stretch: words.text for words in stretches if words.stretch is not Stretch.KEPT}
    few = sum(words.stretch is not Stretch.KEPT for words in stretches) == len(changed)
    if not few or sum(map(len, changed.values())) > WORDS:
        return ""
    gone, new = (changed.get(stretch, "") for stretch in (Stretch.GONE, Stretch.NEW))
    if gone and new:
        return f', "{gone}" is now "{new}"'
    return f', "{gone}" is out' if gone else f', "{new}" came in' if new else ""


def _spoken(found: Comparison, address: str) -> tuple[str, list[str]] | None:
    """The question, and against which of its hypotheses the item spoke; none where matrices are not alike in that."""
    rated = []
    for (question, _), matrix in found.before.matrices.items():
        if (ratings := matrix.row(address).ratings) and (asked := found.before.questions.get(question)):
            rated.append((question, [h.id for h in asked.active if ratings.get(h.id) in CONTRADICTING]))
    return rated[0] if rated and all(one == rated[0] for one in rated) else None


def _spoke(found: Comparison, address: str, verb: str) -> str:
    """'spoke only against Own intelligence', 'speaks against every hypothesis but Guard business'."""
    question, against = _spoken(found, address) or ("", [])
    every = [h.id for h in found.before.questions[question].active]
    called = {h: diffwords.hypothesis(found, question, h) for h in every}
    if not against:
        return f"{verb} against no hypothesis"
    if len(against) == 1:
        return f"{verb} only against {called[against[0]]}"
    others = [called[h] for h in every if h not in against]
    if len(others) < min(len(against), FEW):
        return f"{verb} against every hypothesis{f' but {listed(others)}' if others else ''}"
    named = [called[h] for h in against]
    return f"{verb} against {listed(named) if len(named) <= FEW + 1 else f'{len(named)} of {len(every)} hypotheses'}"


def _matrix(
    found: Comparison, matrix: MatrixChange, whole: Sequence[Sequence[Cell]], cells: Sequence[Cell]
) -> Iterator[str]:
    who, question = matrix.analyst, matrix.question
    if matrix.how is not How.CHANGED:
        yield f"The matrix of {who} for {question} {'is new' if matrix.how is How.ADDED else 'is gone'}."
        return
    for row in whole:
        yield f"1 row {'rated' if row[0].was is None else 'no longer rated'} by {who}: {_about(found, row[0])}."
    yield from (_cell(found, matrix, cell) for cell in cells)
    yield from (_entry(found, matrix, entry) for entry in matrix.entries)


def _about(found: Comparison, cell: Cell) -> str:
    return f"{diffwords.item(found, cell.address)}{f', as if {cell.suspect} deceived us' if cell.suspect else ''}"


def _cell(found: Comparison, matrix: MatrixChange, cell: Cell) -> str:
    place = f"{_about(found, cell)} for {diffwords.hypothesis(found, matrix.question, cell.hypothesis)}"
    if not cell.rerated:
        return f"1 reason of {matrix.analyst} changed: {place}."
    was, now = diffwords.meant(cell.was), diffwords.meant(cell.now)
    return f"1 rating of {matrix.analyst} changed from {was} to {now}: {place}."


def _entry(found: Comparison, matrix: MatrixChange, entry: Entry) -> str:
    about = diffwords.keys(found, matrix.question, entry)
    if entry.what == "parked":
        return f"1 row {'parked' if entry.now else 'taken back'} by {matrix.analyst}: {about}."
    if entry.what == "wording":
        return f"1 row confirmed by {matrix.analyst} as it stands: {about}."
    if entry.what == "matrix":
        return f"The judgement of {matrix.analyst} was confirmed as it stands."
    was, now = (resting.start(diffwords.said(side)) or "none" for side in (entry.was, entry.now))
    of = f", {about}" if about else ""
    return f"{matrix.analyst} changed the {diffwords.what(entry)}{of}: {was} → {now}."
