"""A table as HTML: row and column headings that are told as such, and cells in their tones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from workbench.report import palette
from workbench.report.document import Align, Band, Cell, Column, Line, Table, Tone
from workbench.report.web.markup import NOTHING, Markup, element, joined, plain, words
from workbench.report.web.turned import Turned

MANY = 12
"""From so many columns of ratings on, their headings stand upright on paper."""

BROAD = 17
"""From so many columns on a table scrolls in a region of its own on every screen."""

LONG = 300
"""From so many rows on, those of a matrix that are off the screen are not laid out: a browser would take seconds."""

_ALIGNED = {Align.LEFT: "", Align.RIGHT: "right", Align.MIDDLE: "middle"}

_FIGURE = re.compile(r"\d[\d/-]{2,20}")
"""A day or a number, which is not broken at its hyphens."""

_STUBS = [False, False, False, True]
"""Which of the columns before the ratings of evidence is prose: the last, after number, grade and weight."""

_RATED = frozenset(palette.CELLS)

Anchors = Mapping[str, str]
"""The id of an entry by what rows call it."""


def rated(table: Table) -> bool:
    """Whether there are ratings in it: then it is a matrix."""
    return any(cell.tone in _RATED for band in table.bands for line in band.lines for cell in line.cells)


def written(turned: Turned, name: str, anchors: Anchors, *, titled: bool) -> Markup:
    """A table in a region that scrolls by itself where it is wider than the screen.

    Args:
        turned: the table.
        name: its id.
        anchors: where its rows lead to.
        titled: whether a heading stands above it, so that its name need not be seen.
    """
    table = turned.table
    looks = {
        "matrix": rated(table),
        "broad": len(table.columns) >= BROAD,
        "many": ratings(table) > MANY,
        "long": _long(table),
    }
    look = " ".join(key for key, there in looks.items() if there)
    caption = element("caption", words(table.name), id=f"{name}-name", class_="unseen" if titled else "")
    heads = element("thead", element("tr", *(_head(column) for column in table.columns)))
    header = _header(table)
    bands = (_band(table, band, header, anchors, turned.turns.get(number)) for number, band in enumerate(table.bands))
    whole = element("table", joined((caption, heads, *bands)), id=name, class_=look)
    return element(
        "div", whole, class_=f"region {look}".strip(), role="group", aria_labelledby=f"{name}-name", tabindex="0"
    )


def openable(table: Table) -> bool:
    """Whether it is a matrix with the evidence in rows, so that there is something to open, to find and to sort."""
    return rated(table) and of_evidence(table)


def of_evidence(table: Table) -> bool:
    """Whether texts stand at the head of its rows."""
    return any(column.stub and column.prose for column in table.columns)


def _long(table: Table) -> bool:
    """Whether it is a long matrix; its columns then have the widths that the style sheet gives those of evidence."""
    stubs = [column.prose for column in table.columns if column.stub]
    return openable(table) and stubs == _STUBS and sum(len(band.lines) for band in table.bands) >= LONG


def ratings(table: Table) -> int:
    """How many columns there are beside those that name the rows."""
    return sum(not column.stub for column in table.columns)


def _header(table: Table) -> int:
    """Which column names the rows: the prose, else the first."""
    stubs = [at for at, column in enumerate(table.columns) if column.stub and column.prose]
    return stubs[0] if stubs else 0


def _head(column: Column) -> Markup:
    look = " ".join(filter(None, (_ALIGNED[column.align], "prose" if column.prose else "")))
    return element("th", words(column.head), scope="col", class_=look, data_stub=column.stub)


def _band(table: Table, band: Band, header: int, anchors: Anchors, turn: str | None) -> Markup:
    """The rows of a band under its title; `turn` is what stands on the page before it."""
    width = str(len(table.columns))
    title = element("th", element("span", words(band.title)), scope="rowgroup", colspan=width)
    head = element("tr", title, class_="band") if band.title else NOTHING
    foot = element("td", words(turn or ""), colspan=width)
    turning = element("tbody", element("tr", foot), class_="overleaf") if turn else NOTHING
    lines = (_line(table.columns, line, header, anchors) for line in band.lines)
    look = "turned" if turn is not None else ""
    return joined((turning, element("tbody", joined((head, *lines)), class_=look)))


def _line(columns: tuple[Column, ...], line: Line, header: int, anchors: Anchors) -> Markup:
    cells = zip(columns, line.cells, strict=True)
    leads = anchors.get(line.entry, "") if line.entry else ""
    return element(
        "tr", *(_cell(column, cell, leads if not at else "", at == header) for at, (column, cell) in enumerate(cells))
    )


def _cell(column: Column, cell: Cell, leads: str, header: bool) -> Markup:
    """A cell. That of a rating has its letters and nothing else, as there may be thousands of them."""
    if cell.tone in _RATED and not (cell.under or header):
        note = f' data-note="{plain(cell.note)}"' if cell.note else ""
        return Markup(f'<td class="{cell.tone.value}"{note}>{plain(cell.text)}</td>')
    text = words(cell.text)
    said = element("a", text, href=f"#{leads}") if leads else text
    under = element("small", words(cell.under)) if cell.under else NOTHING
    look = " ".join(_looks(column, cell))
    return element("th" if header else "td", said, under, scope="row" if header else "", class_=look)


def _looks(column: Column, cell: Cell) -> Iterator[str]:
    if _ALIGNED[column.align]:
        yield _ALIGNED[column.align]
    if column.prose:
        yield "prose"
    if cell.tone is not Tone.PLAIN:
        yield cell.tone.value
    if _FIGURE.fullmatch(cell.text):
        yield "figure"
