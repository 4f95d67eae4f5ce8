"""A document as plain text: fits a width, wraps and never cuts, reads row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from workbench.report import asciitext, grid, visible
from workbench.report.document import (
    Align,
    Band,
    Block,
    Cell,
    Document,
    Drawn,
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
    Wording,
)
from workbench.report.picture import Picture
from workbench.report.wrapping import padded, wrapped

NARROWEST = 40
"""Narrower than this is not laid out."""

_PROSE = 100
"""Prose in longer lines is hard to read."""

_MARKED = {Wording.KEPT: "{}", Wording.GONE: "[-{}-]", Wording.NEW: "{{+{}+}}"}
"""How words that went and that came are marked: as git does it where it shows a difference by words."""

_SIGNS: dict[Tone, str] = {
    Tone.STRONGLY_CONSISTENT: "1;34",
    Tone.CONSISTENT: "34",
    Tone.NEUTRAL: "2",
    Tone.INCONSISTENT: "38;5;208",
    Tone.STRONGLY_INCONSISTENT: "1;38;5;208",
    Tone.NOT_APPLICABLE: "2",
    Tone.UNRATED: "2",
    Tone.LEADING: "1",
    Tone.QUIET: "2",
}
"""Terminal colours: blue for what fits, orange for what does not, as on the screen."""


def render(document: Document, *, width: int = 80, colour: bool = False, only_ascii: bool = False) -> str:
    """The document as lines of at most `width` terminal cells, with a line end after the last.

    With `only_ascii` no other character is in it; it says so where some had to be written out.
    """
    spelling = asciitext.line if only_ascii else visible.line
    page = _Page(max(width, NARROWEST), colour, spelling)
    spelled = document.spelled(spelling)
    lines = [*page.lines(spelled)]
    if only_ascii and any(asciitext.OUT in line for line in lines):
        lines = [*page.lines(replace(spelled, blocks=(*spelled.blocks, Paragraph(asciitext.WRITTEN_OUT))))]
    return "\n".join(lines) + "\n"


class _Page:
    def __init__(self, room: int, colour: bool, spelling: Spelling) -> None:
        self.spelling = spelling
        self.room = room
        self.prose = min(room, _PROSE)
        self.colour = colour
        self.cells: dict[tuple[Cell, int, Align], list[str]] = {}

    def lines(self, document: Document) -> Iterator[str]:
        marking = [self.toned(part, Tone.LEADING) for part in wrapped(document.marking, self.prose)]
        yield from [*marking, ""] if document.marking else []
        yield from (self.toned(part, Tone.LEADING) for part in wrapped(document.title, self.prose))
        before: Block | None = None
        for block in (*document.blocks, *document.colophon):
            for shown in _shown(block):
                if not _close(before, shown):
                    yield ""
                yield from self.block(shown)
                before = shown
        yield from ["", *marking] if document.marking else []

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                said = block.text if block.under else block.text.upper()
                yield from (self.toned(part, Tone.LEADING) for part in wrapped(said, self.prose))
            case Paragraph() | Reworded():
                yield from self.paragraph(block, 0)
            case Fold():
                yield from (self.toned(part, Tone.LEADING) for part in wrapped(self.spelling(block.title), self.prose))
                for inner in block.blocks:
                    yield ""
                    yield from self.block(inner)
            case Entry():
                yield from self.entry(block)
            case Table():
                yield from self.table(block)
            case Picture():
                yield from self.paragraph(Paragraph(block.words, lead=block.caption), 0)
            case Overleaf():
                pass

    def paragraph(self, block: Paragraph | Reworded, indent: int) -> Iterator[str]:
        """A paragraph; what follows its lead is set in below it."""
        if isinstance(block, Reworded):
            block = Paragraph(" ".join(_MARKED[wording].format(words) for wording, words in block.words), block.lead)
        hanging = 2 if block.lead else 0
        text = f"{block.lead}: {block.text}" if block.lead else block.text
        for number, part in enumerate(wrapped(text, self.prose - indent - hanging)):
            yield " " * (indent + (hanging if number else 0)) + self.toned(part, block.tone)

    def entry(self, block: Entry) -> Iterator[str]:
        yield from (self.toned(part, Tone.LEADING) for part in wrapped(block.name, self.prose))
        for paragraph in (*([Paragraph(block.text)] if block.text else []), *block.under):
            yield from self.paragraph(paragraph, 3)

    def table(self, table: Table) -> Iterator[str]:
        for number, group in enumerate(grid.groups(table, self.room)):
            yield from [""] if number else []
            yield from self.group(table, group)

    def group(self, table: Table, group: grid.Group) -> Iterator[str]:
        yield from self.heads(table, group)
        yield "-" * (self.room if group.below is not None else group.room)
        for number, band in enumerate(table.bands):
            yield from [""] if number else []
            yield from self.band(table, group, band)

    def heads(self, table: Table, group: grid.Group) -> Iterator[str]:
        """The headings, standing on one line at the bottom."""
        parts = [wrapped(track.head, track.room) for track in group.tracks]
        tallest = max(map(len, parts))
        columns = [[""] * (tallest - len(part)) + part for part in parts]
        aligns = [table.columns[t.index].align for t in group.tracks]
        for row in zip(*columns, strict=True):
            cells = zip(row, group.tracks, aligns, strict=True)
            yield (" " * group.gap).join(padded(text, t.room, align) for text, t, align in cells).rstrip()

    def band(self, table: Table, group: grid.Group, band: Band) -> Iterator[str]:
        if band.title:
            yield from (self.toned(part, Tone.LEADING) for part in wrapped(band.title, self.prose))
        for number, line in enumerate(band.lines):
            yield from [""] if number and group.below is not None and not group.continued else []
            yield from self.line(table, group, line)

    def line(self, table: Table, group: grid.Group, line: Line) -> Iterator[str]:
        """A row: each cell wrapped in its column, and the prose below where it does not stand beside."""
        columns = [self.cell(line.cells[t.index], t.room, table.columns[t.index].align) for t in group.tracks]
        gap = " " * group.gap
        if all(len(lines) == 1 for lines in columns):
            yield gap.join([lines[0] for lines in columns]).rstrip()
        else:
            blanks = [" " * track.room for track in group.tracks]
            for row in zip_longest(*columns):
                cells = (text if text is not None else blank for text, blank in zip(row, blanks, strict=True))
                yield gap.join(cells).rstrip()
        if group.below is not None:
            prose = Cell(line.name) if group.continued else line.cells[group.below]
            for text in self.cell(prose, self.room - group.indent, Align.LEFT):
                yield (" " * group.indent + text).rstrip()

    def cell(self, cell: Cell, room: int, align: Align) -> list[str]:
        """A cell in lines; letters, names and texts come again and again, and are laid out once."""
        key = cell, room, align
        if key not in self.cells:
            self.cells[key] = self.laid_out(*key)
        return self.cells[key]

    def laid_out(self, cell: Cell, room: int, align: Align) -> list[str]:
        """The same, for the first time."""
        lines = [(part, cell.tone) for part in wrapped(cell.text, room)]
        if cell.under:
            lines += [(part, Tone.QUIET) for part in wrapped(cell.under, room)]
        return [self.toned(padded(part, room, align), tone) for part, tone in lines]

    def toned(self, text: str, tone: Tone) -> str:
        """The text in the colour of its tone, where there are colours; blanks around it stay plain."""
        sign = _SIGNS.get(tone)
        if not (self.colour and sign and text.strip()):
            return text
        inner = text.strip(" ")
        before, _, after = text.partition(inner)
        return f"{before}\x1b[{sign}m{inner}\x1b[0m{after}"


def _shown(block: Block) -> tuple[Block, ...]:
    """What of a block is shown where nothing is drawn and no page is turned."""
    if isinstance(block, Drawn):
        return block.instead
    return () if isinstance(block, Overleaf) else (block,)


def _close(before: Block | None, block: Block) -> bool:
    """Whether a block follows the one before it without an empty line: a run of paragraphs with leads."""
    return isinstance(block, Paragraph) and isinstance(before, Paragraph) and bool(block.lead and before.lead)
