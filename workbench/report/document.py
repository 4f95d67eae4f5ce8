"""A document in its own terms: headings, paragraphs and tables, before any format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.report.picture import Picture

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
    """One cell of a table. `under` stands on a line of its own below the text.

    `note` is what stands behind the cell, a rating's reason for instance: formats in which a cell can be opened show it
    there, and it is said elsewhere in the document for those that cannot.
    """

    text: str
    tone: Tone = Tone.PLAIN
    under: str = ""
    note: str = ""

    def spelled(self, spelling: Spelling) -> Cell:
        """The cell with its texts written as a format needs them."""
        return Cell(spelling(self.text), self.tone, spelling(self.under), spelling(self.note))


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
    """A row of a table. `name` stands for its prose where a table continues in further columns.

    `entry` is the anchor of the entry that says more of it, for formats in which a row can lead there.
    """

    cells: tuple[Cell, ...]
    name: str = ""
    entry: str = ""

    def spelled(self, spelling: Spelling) -> Line:
        """The row with its texts written as a format needs them."""
        return Line(tuple(c.spelled(spelling) for c in self.cells), spelling(self.name), self.entry)


@dataclass(frozen=True, slots=True)
class Band:
    """Rows of a table that belong together, under a title of their own (none: the first rows)."""

    title: str
    lines: Sequence[Line]

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
    """The heading of a part, or, `under` one, of a part of that part.

    `reference` says of a part in which one looks things up what it has, and how much: "47 rows". Formats that fold do
    so under these words, of our own, where it is long; in others it stands as any part.
    """

    text: str
    under: bool = False
    reference: str = ""

    def spelled(self, spelling: Spelling) -> Heading:
        """The heading written as a format needs it."""
        return replace(self, text=spelling(self.text))


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
    """A named thing with what there is to say of it, each on a line of its own. Rows refer to it by its `anchor`."""

    name: str
    text: str
    under: tuple[Paragraph | Reworded, ...] = ()
    anchor: str = ""

    def spelled(self, spelling: Spelling) -> Entry:
        """The entry with its texts written as a format needs them."""
        under = tuple(p.spelled(spelling) for p in self.under)
        return Entry(spelling(self.name), spelling(self.text), under, self.anchor)


@dataclass(frozen=True, slots=True)
class Fold:
    """A part that need not be read at once: it is folded under its title where a format can do that."""

    title: str
    blocks: Sequence[Block]

    def spelled(self, spelling: Spelling) -> Fold:
        """The part with its texts written as a format needs them; its title, of our own words, stays as it is."""
        return Fold(self.title, tuple(block.spelled(spelling) for block in self.blocks))


@dataclass(frozen=True, slots=True)
class Overleaf:
    """Where a page is turned, in formats that have pages; the text says what follows. Others leave it out."""

    text: str = ""

    def spelled(self, spelling: Spelling) -> Overleaf:
        """The turn with its text written as a format needs it."""
        return Overleaf(spelling(self.text))


@dataclass(frozen=True, slots=True)
class Drawn(Picture):
    """A picture in a document. Formats that cannot draw show what stands `instead`, which says the same.

    Where blocks beside it say the same anyway, nothing stands instead.
    """

    instead: tuple[Block, ...] = ()

    def spelled(self, spelling: Spelling) -> Drawn:
        """The picture, and what stands instead, with their texts written as a format needs them."""
        instead = tuple(block.spelled(spelling) for block in self.instead)
        return replace(self, caption=spelling(self.caption), words=spelling(self.words), instead=instead)


def drawn(picture: Picture, *instead: Block) -> Drawn:
    """A picture as a block, and what stands instead of it in formats that cannot draw."""
    name, caption, words = picture.name, picture.caption, picture.words
    return Drawn(name, caption, words, picture.width, picture.height, picture.shapes, instead)


Block = Heading | Paragraph | Reworded | Entry | Table | Fold | Picture | Overleaf


@dataclass(frozen=True, slots=True)
class Imprint:
    """What every page says of itself, a line each; what is empty is left out.

    `revision` and `date` are those of the files in git, or of SOURCE_DATE_EPOCH: the same case prints the same page.
    `method` names the method with its weights. `legend` has the letters of the cells, each with its meaning `under` it.
    """

    program: str = ""
    question: str = ""
    scope: str = ""
    analyst: str = ""
    date: str = ""
    revision: str = ""
    method: str = ""
    legend: tuple[Cell, ...] = ()

    def spelled(self, spelling: Spelling) -> Imprint:
        """The imprint with its texts written as a format needs them."""
        return Imprint(
            program=spelling(self.program),
            question=spelling(self.question),
            scope=spelling(self.scope),
            analyst=spelling(self.analyst),
            date=spelling(self.date),
            revision=spelling(self.revision),
            method=spelling(self.method),
            legend=tuple(cell.spelled(spelling) for cell in self.legend),
        )

    @property
    def edition(self) -> str:
        """Of which day and revision it is, in one line; empty where nothing is known of either."""
        return ", ".join(filter(None, (self.revision and f"revision {self.revision}", self.date)))


@dataclass(frozen=True, slots=True)
class Document:
    """What is printed. `marking` stands at the top and the bottom of every page of it, `title` below the first."""

    title: str
    marking: str
    blocks: tuple[Block, ...]
    imprint: Imprint = Imprint()

    def spelled(self, spelling: Spelling) -> Document:
        """The document with every text of it written as a format needs it."""
        blocks = tuple(block.spelled(spelling) for block in self.blocks)
        return Document(spelling(self.title), spelling(self.marking), blocks, self.imprint.spelled(spelling))

    @property
    def colophon(self) -> tuple[Paragraph, ...]:
        """The last words, in formats that say them once: of which revision it is, and by what it was printed."""
        edition, program = self.imprint.edition, self.imprint.program
        return (
            *((Paragraph(f"{edition}.", lead="printed from"),) if edition else ()),
            *((Paragraph(f"Printed by {program}."),) if program else ()),
        )

    def of_edition(self, revision: str, date: str) -> Document:
        """The document of these files: as a revision of git has them, and of which day."""
        return replace(self, imprint=replace(self.imprint, revision=revision, date=date))
