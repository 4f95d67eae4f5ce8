"""The changes themselves as blocks: cells, rows, items and everything else; long lists are folded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from workbench.analysis.changes import Cell as Rated
from workbench.analysis.changes import Comparison, How, Thing
from workbench.analysis.changes import Entry as Said
from workbench.analysis.changes.alerts import changes_side
from workbench.analysis.names import listed
from workbench.model import Question, Rating
from workbench.report import diffwords
from workbench.report.diffcauses import KINDS, parted
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
from workbench.report.later import Later

OPEN = 8
"""Lines of a list that is not folded."""

_FIRST = ("text", "statement", "title", "question", "kind", "credibility", "reliability", "origin")
"""The fields of a thing that is new or gone which are shown; the others are in the file."""

_CELLS = (Column("item", prose=True, stub=True), Column("hypothesis"), Column("was"), Column("now"), Column("reason"))

_ENTRIES = (Column("what", stub=True), Column("about", prose=True, stub=True), Column("was"), Column("now"))

NO_QUESTION = Question("", "")

_TONES = {tone.value: tone for tone in Tone}


def changes(found: Comparison) -> Iterator[Block]:
    """What changed: a heading, and a list for each sort of thing."""
    lists = [*_matrices(found), *_things(found)]
    if lists:
        yield Heading("What changed")
        yield from lists


def _listed(title: str, lines: int, blocks: Sequence[Block]) -> Iterator[Block]:
    """A list under its heading, folded where it is long."""
    if lines > OPEN:
        yield Fold(f"{title}: {lines:,}", blocks)
    elif lines:
        yield from (Heading(title, under=True), *blocks)


def _matrices(found: Comparison) -> Iterator[Block]:
    for matrix in found.matrices:
        own = f"{matrix.analyst}, {matrix.question}"
        whole, cells = parted(matrix)
        lines = Later(cells, partial(_cell, found, matrix.question))
        yield from _listed(f"Ratings and reasons of {own}", len(lines), (Table("cells", _CELLS, (Band("", lines),)),))
        rows = Later(whole, partial(_row, found, matrix.question))
        yield from _listed(f"Rows of {own}", len(rows), rows)
        said = Later(matrix.entries, partial(_entry, found, matrix.question))
        yield from _listed(f"Other notes of {own}", len(said), (Table("notes", _ENTRIES, (Band("", said),)),))


def _cell(found: Comparison, question: str, cell: Rated) -> Line:
    suspect = f", as if {cell.suspect} deceived us" if cell.suspect else ""
    was, now = diffwords.rating(cell.was), diffwords.rating(cell.now)
    cells = (
        Cell(diffwords.quoted(found, cell.address), under=f"{cell.address}{suspect}"),
        Cell(diffwords.hypothesis(found, question, cell.hypothesis)),
        Cell(was, _TONES.get(was, Tone.UNRATED)),
        Cell(now, _TONES.get(now, Tone.UNRATED), under="changes side" if changes_side(cell) else ""),
        Cell(cell.because_now or "none", under=_reason_before(cell)),
    )
    return Line(cells, name=cell.address)


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
    for kind, several in KINDS.items():
        entries = Later([thing for thing in found.things if thing.kind == kind], partial(_thing, found))
        yield from _listed(several.capitalize(), len(entries), entries)


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
    """How an item that is gone was rated; analysts who rated it alike in one line."""
    alike: dict[tuple[str, tuple[tuple[str, Rating], ...]], list[str]] = {}
    for (question, analyst), matrix in found.before.matrices.items():
        if given := matrix.row(address).ratings:
            alike.setdefault((question, tuple(sorted(given.items()))), []).append(analyst)
    for (question, ratings), analysts in alike.items():
        text = f"{_ratings(found, question, dict(ratings))} ({question})"
        yield Paragraph(text, lead=f"was rated by {diffwords.several(analysts)}")


def _ratings(found: Comparison, question: str, ratings: Mapping[str, Rating]) -> str:
    """'I for Own intelligence, N for the 7 others'; what is given most often last."""
    given: dict[Rating, list[str]] = {}
    for h in dict.fromkeys((*found.before.questions.get(question, NO_QUESTION).hypotheses, *ratings)):
        if h in ratings:
            given.setdefault(ratings[h], []).append(diffwords.hypothesis(found, question, h))
    *fewer, (most, rest) = sorted(given.items(), key=lambda pair: len(pair[1]))
    told = [f"{diffwords.meant(rating)} for {listed(names)}" for rating, names in fewer]
    last = f"the {len(rest)} others" if told and len(rest) > 1 else listed(rest) if len(rest) < len(ratings) else "all"
    return ", ".join((*told, f"{diffwords.meant(most)} for {last}"))
