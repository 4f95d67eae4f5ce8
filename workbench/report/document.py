"""A document in its own terms: headings, paragraphs and tables, before any format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

Spelling = Callable[[str], str]
"""How a format writes a text so that nothing in it acts."""


class Tone(StrEnum):
    """What a cell says beside its letters; each format shows it in its own way, or not at all."""

    PLAIN = "plain"
    STRONGLY_CONSISTENT = "CC"
    CONSISTENT = "C"
    NEUTRAL = "N"
    INCONSISTENT = "I"
    STRONGLY_INCONSISTENT = "II"
    NOT_APPLICABLE = "NA"
    UNRATED = "unrated"
    LEADING = "leading"
    QUIET = "quiet"


class Wording(StrEnum):
    """What became of some words of a text."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


class Align(StrEnum):
    """How a column stands."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. `under` stands on a line of its own below the text."""

    text: str
    tone: Tone = Tone.PLAIN
    under: str = ""

    def spelled(self, spelling: Spelling) -> Cell:
        """The cell with its texts written as a format needs them."""
        return replace(self, text=spelling(self.text), under=spelling(self.under))


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `short` stands for the heading where room is scarce.

    One column of a table may be prose: it takes the room the others leave, or stands below them.
    `stub` columns come first and are repeated where a table is split into several groups of columns.
    """

    head: str
    short: str = ""
    align: Align = Align.LEFT
    prose: bool = False
    stub: bool = False

    def spelled(self, spelling: Spelling) -> Column:
        """The column with its headings written as a format needs them."""
        return replace(self, head=spelling(self.head), short=spelling(self.short))


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table. `name` stands for its prose where a table continues in further columns."""

    cells: tuple[Cell, ...]
    name: str = ""

    def spelled(self, spelling: Spelling) -> Line:
        """The row with its texts written as a format needs them."""
        return Line(tuple(c.spelled(spelling) for c in self.cells), spelling(self.name))


@dataclass(frozen=True, slots=True)
class Band:
    """Rows of a table that belong together, under a title of their own (none: the first rows)."""

    title: str
    lines: tuple[Line, ...]

    def spelled(self, spelling: Spelling) -> Band:
        """The band with its texts written as a format needs them."""
        return Band(spelling(self.title), tuple(line.spelled(spelling) for line in self.lines))


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns and its rows in bands."""

    name: str
    columns: tuple[Column, ...]
    bands: tuple[Band, ...]

    def spelled(self, spelling: Spelling) -> Table:
        """The table with its texts written as a format needs them."""
        columns = tuple(c.spelled(spelling) for c in self.columns)
        return Table(self.name, columns, tuple(b.spelled(spelling) for b in self.bands))


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part."""

    text: str

    def spelled(self, spelling: Spelling) -> Heading:
        """The heading written as a format needs it."""
        return Heading(spelling(self.text))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `lead` is its first words, set apart: "Method", "none I"."""

    text: str
    lead: str = ""
    tone: Tone = Tone.PLAIN

    def spelled(self, spelling: Spelling) -> Paragraph:
        """The paragraph with its texts written as a format needs them."""
        return replace(self, text=spelling(self.text), lead=spelling(self.lead))


@dataclass(frozen=True, slots=True)
class Reworded:
    """A text before and after, in one: words that stayed, that went and that came, each run of them apart."""

    words: tuple[tuple[Wording, str], ...]
    lead: str = ""

    def spelled(self, spelling: Spelling) -> Reworded:
        """The text written as a format needs it."""
        return Reworded(tuple((wording, spelling(text)) for wording, text in self.words), spelling(self.lead))


@dataclass(frozen=True, slots=True)
class Entry:
    """A named thing with what there is to say of it, each on a line of its own."""

    name: str
    text: str
    under: tuple[Paragraph | Reworded, ...] = ()

    def spelled(self, spelling: Spelling) -> Entry:
        """The entry with its texts written as a format needs them."""
        return Entry(spelling(self.name), spelling(self.text), tuple(p.spelled(spelling) for p in self.under))


@dataclass(frozen=True, slots=True)
class Fold:
    """A part that need not be read at once: it is folded under its title where a format can do that."""

    title: str
    blocks: tuple[Block, ...]

    def spelled(self, spelling: Spelling) -> Fold:
        """The part with its texts written as a format needs them; its title, of our own words, stays as it is."""
        return Fold(self.title, tuple(block.spelled(spelling) for block in self.blocks))


Block = Heading | Paragraph | Reworded | Entry | Table | Fold


@dataclass(frozen=True, slots=True)
class Document:
    """What is printed. `marking` stands at the top and the bottom of it, `title` below the first."""

    title: str
    marking: str
    blocks: tuple[Block, ...]

    def spelled(self, spelling: Spelling) -> Document:
        """The document with every text of it written as a format needs it."""
        blocks = tuple(block.spelled(spelling) for block in self.blocks)
        return Document(spelling(self.title), spelling(self.marking), blocks)
