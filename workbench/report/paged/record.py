"""A document as what the template reads: plain values, with the widths of columns worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, takewhile, zip_longest
from typing import Any

from workbench.report import palette, visible
from workbench.report.document import (
    Band,
    Block,
    Cell,
    Document,
    Entry,
    Fold,
    Heading,
    Line,
    Overleaf,
    Paragraph,
    Reworded,
    Spelling,
    Table,
    Tone,
)
from workbench.report.paged import drawing
from workbench.report.paged.breadth import BOLDER, breadth, breakable, longest, right_to_left
from workbench.report.paged.columns import LEAST, PAD, SMALL, Group, Lane, asks, easy, groups, headed, on_one_line
from workbench.report.paged.sheet import MARGIN, Page
from workbench.report.picture import Picture

Record = dict[str, Any]

Kind = tuple[str, Tone, str, float]
"""What rated cells that look the same have in common: text, tone, what stands under it, and their room in em."""

_TALL = 14
"""Rows of more lines than this may be split between pages."""

_TURNED = 12.0
"""The most room, in em, that a turned heading takes up the page; its words are broken beyond."""

_BESIDE = 0.55
"""The greatest share of a page's width that a table may take beside the opening paragraphs."""

_WORDY = 600
"""Banners of so many letters take five lines or more."""

GUTTER = 3.0
"""Room between two columns of text."""

_SHORT = 8
"""So few blocks are not worth two columns."""

_KEPT = 2
"""So many lines below the head of an entry are kept on one page with it and the next."""

_HEADED = 3
"""So many paragraphs between a heading and a picture are kept on one page with both."""

_TOLD = (Heading, Paragraph, Reworded, Entry)
"""What is read line by line."""

_RATED = frozenset(palette.CELLS)


def of(document: Document, page: Page, spelling: Spelling = visible.line) -> Record:
    """The document for a page, every text of it written as `spelling` writes it."""
    spelling = cache(spelling)
    shown = document.spelled(spelling)
    whole = _Whole(page, spelling)
    imprint = shown.imprint
    return {
        "paper": page.sheet.name,
        "landscape": page.landscape,
        "letters": page.sheet.letters,
        "margin": MARGIN,
        "title": whole.text(shown.title or " ", page.room / 2),
        "plain": shown.title or imprint.program or "page",
        "marking": whole.text(shown.marking, page.room * page.sheet.letters / 12 / BOLDER),
        "banner": _banner(shown.marking),
        "label": palette.label(shown.marking.strip()),
        "program": imprint.program,
        "question": whole.text(imprint.question or shown.title, page.room * 0.7),
        "scope": whole.text(imprint.scope, page.room * 0.7),
        "imprint": [whole.text(part, page.room * 0.7) for part in _told(shown)],
        "date": imprint.date,
        "legend": [whole.cell(cell, page.room * 0.3) for cell in imprint.legend],
        "tones": {tone.value: list(shade) for tone, shade in palette.CELLS.items()},
        "quiet": palette.QUIET,
        "rule": palette.RULE,
        "ink": palette.PAPER.ink,
        "piece": "whole",
        "first": True,
        "count": 0,
        "shrinks": True,
        "least": drawing.LEAST,
        "kept": _KEPT,
        "blocks": list(_grouped(list(whole.opening(shown.blocks)))),
    }


def _banner(marking: str) -> float:
    """The size of a banner in points: 12, and less only where it would else fill the page."""
    return 12.0 if len(marking) < _WORDY else max(1.0, 12.0 * (_WORDY / len(marking)) ** 0.5)


def _told(document: Document) -> Iterator[str]:
    """What every page says of itself besides the question."""
    imprint = document.imprint
    if imprint.analyst:
        yield f"matrix of {imprint.analyst}"
    if imprint.edition:
        yield imprint.edition
    if imprint.method:
        yield imprint.method


class _Whole:
    def __init__(self, page: Page, spelling: Spelling) -> None:
        self.page = page
        self.spelling = spelling
        self.under_heading = False

    def opening(self, blocks: Sequence[Block]) -> Iterator[Record]:
        """The blocks; on a page that lies, the first table stands beside the paragraphs before it if it has room."""
        before = list(takewhile(lambda block: isinstance(block, Paragraph), blocks))
        table = blocks[len(before)] if len(before) < len(blocks) else None
        if self.page.landscape and len(before) > 1 and isinstance(table, Table):
            room = min(asks(table) + 0.01, self.page.room * _BESIDE)
            if easy(table, room):
                left = self.page.room - room - 1.5
                yield {
                    "k": "opening",
                    "widths": [self.points(left), self.points(room)],
                    "left": [part for block in before for part in self.block(block, left)],
                    "right": list(self.block(table, room)),
                }
                blocks = blocks[len(before) + 1 :]
        runs = [(told, list(run)) for told, run in groupby(blocks, key=lambda block: isinstance(block, _TOLD))]
        for (told, said), after in zip_longest(runs, runs[1:]):
            leads_on = told and after is not None and not isinstance(after[1][0], Overleaf)
            tail = _tail(said) if leads_on else 0
            yield from self.run(said[: len(said) - tail], told=told and self.page.landscape)
            yield from self.run(said[len(said) - tail :], told=False)

    def run(self, blocks: Sequence[Block], *, told: bool) -> Iterator[Record]:
        """Blocks one below the other; on a page that lies, what is told at length stands in two columns."""
        room = (self.page.room - GUTTER) / 2 if told else self.page.room
        made = [part for block in blocks for part in self.block(block, room)]
        if told and len(made) > _SHORT:
            yield {"k": "columns", "blocks": made, "gutter": self.points(GUTTER)}
        else:
            yield from made

    def block(self, block: Block, room: float) -> Iterator[Record]:
        match block:
            case Heading():
                self.under_heading = True
                yield {"k": "heading", "t": self.text(block.text, room), "level": 2 + block.under}
            case Paragraph() | Reworded():
                yield self.paragraph(block, room)
            case Entry():
                under = [self.paragraph(part, room) for part in block.under]
                name, text = self.text(block.name, room), self.text(block.text, room)
                tall = sum(map(_length, block.under), breadth(block.text)) > _TALL * room
                yield {"k": "entry", "name": name, "t": text, "under": under, "tall": tall}
            case Table():
                yield from (self.table(block, group) for group in groups(block, room))
            case Fold():
                level = 3 if self.under_heading else 2
                yield {"k": "heading", "t": self.text(self.spelling(block.title), room), "level": level}
                for inner in block.blocks:
                    yield from self.block(inner, room)
            case Overleaf():
                yield {"k": "overleaf", "t": self.text(block.text, room)}
            case Picture():
                caption = self.text(block.caption, room)
                yield {**drawing.of(block, self.page, self.spelling), "caption": caption}

    def paragraph(self, block: Paragraph | Reworded, room: float) -> Record:
        lead = self.text(block.lead, room)
        if isinstance(block, Reworded):
            words = [[wording.value, self.text(text, room)] for wording, text in block.words]
            return {"k": "reworded", "lead": lead, "words": words}
        larger = 1.5 if block.tone is Tone.LEADING else 1.0
        return {"k": "paragraph", "lead": lead, "t": self.text(block.text, room / larger), "tone": block.tone.value}

    def table(self, table: Table, group: Group) -> Record:
        self.pool: dict[Kind, int] = {}
        columns = [table.columns[lane.index] for lane in group.lanes]
        turned = [_height(headed(column)) for lane, column in zip(group.lanes, columns, strict=True) if lane.turned]
        return {
            "k": "table",
            "widths": [self.points(lane.room) for lane in group.lanes],
            "prose": [column.prose for column in columns],
            "aligns": [column.align.value for column in columns],
            "heads": [self.heading(headed(column), lane) for lane, column in zip(group.lanes, columns, strict=True)],
            "turned": self.points(max(turned, default=0.0)),
            "bands": [self.band(table, band, group) for band in table.bands],
            "pool": [self.cell(Cell(text, tone, under), room) for text, tone, under, room in self.pool],
        }

    def heading(self, head: str, lane: Lane) -> Record:
        """A heading; only one with a word that is too long for its column may be hyphenated."""
        room = (_TURNED if lane.turned else lane.room - PAD) / SMALL / BOLDER
        long = not lane.turned and longest(head) > room
        return {"t": self.text(head, room), "turned": lane.turned, "long": long}

    def band(self, table: Table, band: Band, group: Group) -> Record:
        rows = [self.line(table, line, group) for line in band.lines]
        return {"title": self.text(band.title, group.room), "rows": rows}

    def line(self, table: Table, line: Line, group: Group) -> Record:
        cells = [self.stood(table, line, lane, group) for lane in group.lanes]
        lines = max(
            (breadth(line.cells[lane.index].text) // max(lane.room - PAD, 1.0) for lane in group.lanes), default=0
        )
        return {"c": cells, "tall": lines > _TALL}

    def stood(self, table: Table, line: Line, lane: Lane, group: Group) -> Record | str | list[str] | int:
        """A cell of a row; what stands under prose follows it on its last line where that is long, or has room.

        Rated cells, of which there are few kinds and many of each, are numbers in the table's pool of cells.
        """
        cell, room = self._shown(table, line, lane, group), lane.room - PAD
        if cell.tone in _RATED:
            return self.pool.setdefault((cell.text, cell.tone, cell.under, room), len(self.pool))
        made = self.cell(cell, room)
        if isinstance(made, dict) and table.columns[lane.index].prose and not right_to_left(cell.text):
            made["on"] = breadth(cell.text) > room or on_one_line(cell, room)
        return made

    def _shown(self, table: Table, line: Line, lane: Lane, group: Group) -> Cell:
        if group.continued and table.columns[lane.index].prose and line.name:
            return Cell(line.name)
        return line.cells[lane.index]

    def cell(self, cell: Cell, room: float) -> Record | str | list[str]:
        text, under = self.text(cell.text, room), self.text(cell.under, room)
        if cell.tone is Tone.PLAIN and not cell.under:
            return text
        return {"t": text, "u": under, "tone": cell.tone.value, "rated": cell.tone in _RATED, "on": False}

    def text(self, text: str, room: float) -> str | list[str]:
        """A text with places to break its long words; in a list where it runs from right to left."""
        shown = breakable(text, room)
        return [shown] if right_to_left(shown) else shown

    def points(self, room: float) -> float:
        return round(room * self.page.sheet.letters, 2)


def _grouped(blocks: Sequence[Record]) -> Iterator[Record]:
    """The blocks, each picture that fits a page in a group with the headings and the few sentences before it."""
    waiting: list[Record] = []
    for block in blocks:
        if block["k"] == "picture" and len(block["pieces"]) == 1:
            kept = _head(waiting)
            yield from waiting[: len(waiting) - kept]
            yield {"k": "group", "head": waiting[len(waiting) - kept :], "picture": block}
            waiting = []
        else:
            waiting.append(block)
    yield from waiting


def _head(blocks: Sequence[Record]) -> int:
    """How many blocks at the end are a heading, or several one under the other, with few paragraphs below."""
    told = len(list(takewhile(lambda block: block["k"] in {"paragraph", "reworded"}, reversed(blocks))))
    headings = takewhile(lambda block: block["k"] == "heading", reversed(blocks[: len(blocks) - told]))
    found = len(list(headings))
    return told + found if found and told <= _HEADED else 0


def _tail(blocks: Sequence[Block]) -> int:
    """How many blocks at the end of a run are the heading of what follows it."""
    after = list(takewhile(lambda block: not isinstance(block, Heading), reversed(blocks)))
    return len(after) + 1 if len(after) < min(_SHORT, len(blocks)) else 0


def _length(block: Paragraph | Reworded) -> float:
    """About how long a paragraph is on one line, a line at least."""
    text = block.text if isinstance(block, Paragraph) else " ".join(text for _, text in block.words)
    return breadth(text) + breadth(block.lead) + LEAST


def _height(head: str) -> float:
    """How far up a turned heading goes that stands in two lines where it is of several words."""
    asked = max(longest(head), breadth(head) * 0.6) * BOLDER * SMALL
    return min(asked + PAD / 2, _TURNED)
