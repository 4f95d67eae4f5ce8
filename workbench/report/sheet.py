"""A matrix as CSV for spreadsheets: UTF-8, RFC 4180, one rectangle, no cell that runs as a formula.

The first column says what a line holds: a fact about the whole (`question`, `headline` ...), a value
of each hypothesis (`points parc-weighted` ...), a row of one of the blocks, or a `parked` item with
the reason among its remarks. Every line has all columns.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from workbench.analysis.methods import DEFAULT, METHODS, SIDE_BY_SIDE
from workbench.model import Item
from workbench.report import rewordings, visible, wording
from workbench.report.content import Content, Row, Score

ITEM_COLUMNS = (
    "row", "grade", "weight", "relevance", "address", "kind", "when", "reported", "at", "origin", "remarks", "text",
)  # fmt: skip

_FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
"""A cell that begins with one of these (also in their wide forms) may run in a spreadsheet."""

_LATER = re.compile(r"(?<=;)(?=\"*[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a cell begins for a spreadsheet that takes a semicolon for the separator, as that of many countries does."""


def render(content: Content) -> str:
    """The matrix as CSV text with CRLF line ends."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    for record in _records(content):
        writer.writerow(map(safe, record))
    return lines.getvalue()


def safe(text: str) -> str:
    """The text so that a spreadsheet shows it and does not run it: an apostrophe stands before a formula."""
    shown = _LATER.sub("'", visible.line(text))
    return f"'{shown}" if shown.lstrip()[:1] in _FORMULA and shown else shown


def _records(content: Content) -> Iterator[Sequence[str]]:
    ids = [score.hypothesis.id for score in content.scores]
    yield ("part", *ITEM_COLUMNS, *ids, *(f"because {h}" for h in ids))
    for word, text in _about(content):
        yield _line(content, word, text)
    for word, value in _values():
        yield _line(content, word, cells=[value(score) for score in content.scores])
    for block, rows in content.bands.items():
        yield from (_row(content, block.value, row) for row in rows)
    for item, why in content.parked:
        yield ["parked", *[""] * 4, *_item(item, why), *_blank(content), *_blank(content)]
    yield _line(content, "printed by", content.program)


def _about(content: Content) -> Iterator[tuple[str, str]]:
    """What the sheet is about: a word and a text each."""
    question = content.case.question
    yield "marking", question.marking
    yield "question", question.text
    yield "headline", content.headline
    yield from (("remark", remark) for remark in content.answer.remarks)
    yield "analyst", content.case.matrix.analyst
    yield "information up to", question.cutoff
    yield "points", wording.NO_PROBABILITY
    yield from ((name, f"{METHODS[name].formula} Ignores: {METHODS[name].ignores}") for name in SIDE_BY_SIDE)


def _values() -> Iterator[tuple[str, Callable[[Score], str]]]:
    """The lines of the hypotheses: what each says, and how it is read off a score."""
    yield "hypothesis", lambda score: score.hypothesis.short
    yield "statement", lambda score: score.hypothesis.statement
    for name in SIDE_BY_SIDE:
        yield f"points {name}", partial(_points, name)
        yield f"adjusted {name}", partial(_adjusted, name)
        yield f"rank {name}", partial(_rank, name)
    yield "bears on", lambda score: str(score.bears_on)
    yield "contradicts", lambda score: str(score.contradicts)
    yield "coverage", lambda score: score.share
    yield "remark", lambda score: score.remark(DEFAULT)


def _points(method: str, score: Score) -> str:
    return score.points[method]


def _adjusted(method: str, score: Score) -> str:
    return score.adjusted[method]


def _rank(method: str, score: Score) -> str:
    return score.ranks[method]


def _line(content: Content, part: str, text: str = "", cells: Sequence[str] = ()) -> list[str]:
    """A line that is no row of the matrix."""
    before = [""] * (len(ITEM_COLUMNS) - 1)
    return [part, *before, text, *(cells or _blank(content)), *_blank(content)]


def _blank(content: Content) -> list[str]:
    return [""] * len(content.scores)


def _row(content: Content, part: str, row: Row) -> list[str]:
    ids = [score.hypothesis.id for score in content.scores]
    letters = [row.ratings[h].value if h in row.ratings else wording.UNRATED for h in ids]
    counted = [str(row.number), row.grade, row.weight, row.standing.weight.relevance.value]
    remarks = "; ".join(filter(None, (*(mark.text for mark in row.marks), rewordings.line(row.reworded))))
    return [part, *counted, *_item(row.item, remarks), *letters, *(row.reasons.get(h, "") for h in ids)]


def _item(item: Item, remarks: str) -> list[str]:
    origins = ", ".join(item.origins)
    return [item.address, item.kind.value, item.when, item.reported, item.at, origins, remarks, item.text]
