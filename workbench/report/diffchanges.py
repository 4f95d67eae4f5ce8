"""The changes themselves as blocks: cells, rows, items and everything else; long lists are folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from workbench.analysis.changes import Cell as Rated
from workbench.analysis.changes import Comparison, How, MatrixChange, Thing
from workbench.analysis.changes import Entry as Said
from workbench.model import BEARING, CONTRADICTING
from workbench.report import diffwords
from workbench.report.document import (
    Band,
    Block,
    Cell,
    Column,
    Entry,
    Fold,
    Heading,
    Line,
    Paragraph,
    Reworded,
    Table,
    Tone,
)

OPEN = 8
"""Lines of a list that is not folded."""

_KINDS = {
    "item": "Items",
    "source": "Sources",
    "origin": "Origins",
    "question": "Questions",
    "hypothesis": "Hypotheses",
    "overlap": "Overlaps",
    "gap": "Gaps",
    "indicator": "Indicators",
}

_FIRST = ("text", "statement", "title", "question", "kind", "credibility", "reliability", "origin")
"""The fields of a thing that is new or gone which are shown; the others are in the file."""

_CELLS = (Column("item", prose=True, stub=True), Column("hypothesis"), Column("was"), Column("now"), Column("reason"))

_ENTRIES = (Column("what", stub=True), Column("about", prose=True, stub=True), Column("was"), Column("now"))

_TONES = {tone.value: tone for tone in Tone}


def changes(found: Comparison) -> Iterator[Block]:
    """What changed: a heading, a sentence that counts, and a list for each sort of thing."""
    lists = [*_matrices(found), *_things(found)]
    if lists:
        yield Heading("What changed")
        yield Paragraph(f"{_counted(found)}.")
        yield from lists


def _counted(found: Comparison) -> str:
    """'2 ratings, 1 item removed, 1 source changed'."""
    cells = [cell for matrix in found.matrices for cell in matrix.cells]
    rated = sum(cell.rerated for cell in cells)
    parts = [_number(rated, "rating")] if rated else []
    parts += [_number(len(cells) - rated, "reason")] if len(cells) > rated else []
    entries = sum(len(matrix.entries) for matrix in found.matrices)
    parts += [_number(entries, "other note", "s of a matrix")] if entries else []
    for (kind, how), some in groupby(sorted(found.things, key=_sort), key=lambda thing: (thing.kind, thing.how)):
        number = len(list(some))
        name = _KINDS[kind].lower() if number > 1 else kind
        parts.append(f"{number} {name} {diffwords.HOW[how]}")
    whole = [f"the matrix of {m.analyst} {diffwords.HOW[m.how]}" for m in found.matrices if m.how is not How.CHANGED]
    return ", ".join((*whole, *parts)) or "nothing"


def _sort(thing: Thing) -> tuple[int, str]:
    return list(_KINDS).index(thing.kind), thing.how


def _number(number: int, word: str, rest: str = "") -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}{rest.removeprefix('s') if rest else ''}"


def _listed(title: str, lines: int, blocks: Iterable[Block]) -> Iterator[Block]:
    """A list under its heading, folded where it is long."""
    if lines > OPEN:
        yield Fold(f"{title}: {lines:,}", tuple(blocks))
    elif lines:
        yield from (Heading(title), *blocks)


def _matrices(found: Comparison) -> Iterator[Block]:
    for matrix in found.matrices:
        own = f"{matrix.analyst}, {matrix.question}"
        whole, cells = _parted(matrix)
        lines = tuple(_cell(found, matrix.question, cell) for cell in cells)
        yield from _listed(f"Ratings and reasons of {own}", len(lines), [Table("cells", _CELLS, (Band("", lines),))])
        rows = [_row(found, matrix.question, row) for row in whole]
        yield from _listed(f"Rows of {own}", len(rows), rows)
        said = tuple(_entry(found, matrix.question, entry) for entry in matrix.entries)
        yield from _listed(f"Other notes of {own}", len(said), [Table("notes", _ENTRIES, (Band("", said),))])


def _parted(matrix: MatrixChange) -> tuple[list[list[Rated]], list[Rated]]:
    """The rows that came or went whole, of two cells at least, and the single cells of the others."""
    whole: list[list[Rated]] = []
    cells: list[Rated] = []
    for _, some in groupby(matrix.cells, key=lambda cell: (cell.suspect, cell.address)):
        row = list(some)
        alike = all(cell.rerated for cell in row) and len({(cell.was is None, cell.now is None) for cell in row}) == 1
        one_side = alike and (row[0].was is None or row[0].now is None)
        if one_side and len(row) > 1:
            whole.append(row)
        else:
            cells += row
    return whole, cells


def _cell(found: Comparison, question: str, cell: Rated) -> Line:
    suspect = f", as if {cell.suspect} deceived us" if cell.suspect else ""
    was, now = diffwords.rating(cell.was), diffwords.rating(cell.now)
    cells = (
        Cell(diffwords.quoted(found, cell.address), under=f"{cell.address}{suspect}"),
        Cell(diffwords.hypothesis(found, question, cell.hypothesis)),
        Cell(was, _TONES.get(was, Tone.UNRATED)),
        Cell(now, _TONES.get(now, Tone.UNRATED), under="changes side" if _changes_side(cell) else ""),
        Cell(cell.because_now or "none", under=_reason_before(cell)),
    )
    return Line(cells, name=cell.address)


def _changes_side(cell: Rated) -> bool:
    """Whether the item spoke for the hypothesis and speaks against it now, or the other way round."""
    both = {cell.was, cell.now}
    return both <= BEARING and len(both & CONTRADICTING) == 1


def _reason_before(cell: Rated) -> str:
    """What the reason was, where it changed; where it did not though the rating did, that is worth a word."""
    if cell.because_was != cell.because_now:
        return f"before: {cell.because_was or 'none'}"
    return "the same reason as before" if cell.rerated and cell.because_now else ""


def _row(found: Comparison, question: str, row: Sequence[Rated]) -> Entry:
    first = row[0]
    how = "rated" if first.was is None else "no longer rated"
    suspect = f", as if {first.suspect} deceived us" if first.suspect else ""
    rated = (
        f"{diffwords.hypothesis(found, question, cell.hypothesis)} {diffwords.rating(cell.now or cell.was)}"
        for cell in row
    )
    return Entry(
        first.address,
        f"{diffwords.quoted(found, first.address)} {how}{suspect}: {', '.join(rated)}",
        tuple(
            Paragraph(cell.because_now, lead=diffwords.hypothesis(found, question, cell.hypothesis))
            for cell in row
            if cell.because_now
        ),
    )


def _entry(found: Comparison, question: str, entry: Said) -> Line:
    about = diffwords.keys(found, question, entry)
    was, now = diffwords.said(entry.was) or "none", diffwords.said(entry.now) or "none"
    return Line((Cell(diffwords.what(entry)), Cell(about), Cell(was), Cell(now)), name=about)


def _things(found: Comparison) -> Iterator[Block]:
    for kind, title in _KINDS.items():
        entries = [_thing(found, thing) for thing in found.things if thing.kind == kind]
        yield from _listed(title, len(entries), entries)


def _thing(found: Comparison, thing: Thing) -> Entry:
    of = f", {thing.question}" if thing.question and thing.kind != "question" else ""
    called = f" (was {thing.was_id})" if thing.was_id else f" into {thing.into}" if thing.into else ""
    under: list[Paragraph | Reworded] = []
    if thing.how in {How.ADDED, How.REMOVED}:
        shown = [field for field in thing.fields if field.name in _FIRST]
        under += [Paragraph(diffwords.said(field.now or field.was), lead=field.name) for field in shown]
    elif thing.how is How.CHANGED:
        text = diffwords.quoted(found, thing.id) if thing.kind == "item" and not thing.field("text") else ""
        under += [Paragraph(text, lead="of")] if text else []
        under += [diffwords.field(field) for field in thing.fields]
    if thing.kind == "item" and thing.how in {How.REMOVED, How.MERGED}:
        under += list(_was_rated(found, thing.id))
    return Entry(f"{thing.id}{of}", f"{diffwords.HOW[thing.how]}{called}", tuple(under))


def _was_rated(found: Comparison, address: str) -> Iterator[Paragraph]:
    """How an item that is gone was rated, by everybody who did."""
    for (question, analyst), matrix in found.before.matrices.items():
        ratings = matrix.row(address).ratings
        if ratings:
            cells = (f"{diffwords.hypothesis(found, question, h)} {rating.value}" for h, rating in ratings.items())
            yield Paragraph(f"{', '.join(cells)} ({question})", lead=f"was rated by {analyst}")
