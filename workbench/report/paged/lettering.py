"""Letters: which fonts a page is set in, and which characters no font here has.

Pages are set in fonts that come with this program, so that they are the same on every machine. Where those lack a
character, fonts of the machine are asked; where these lack it too, it is written out as `[U+1F642]` and named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.report import visible
from workbench.report.document import (
    Block,
    Document,
    Entry,
    Fold,
    Heading,
    Overleaf,
    Paragraph,
    Reworded,
    Spelling,
    Table,
)
from workbench.report.picture import Picture, Words

FONTS = Path(__file__).with_name("fonts")

_NAMED = 12
"""So many characters are named one by one."""

_REFUSED = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
"""How Typst names what a PDF for everybody (PDF/UA) may not hold: text without letters."""

_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")


@dataclass(frozen=True, slots=True)
class Missing:
    """Characters that no font here has letters for, each with the place where it stands first."""

    places: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """What to say of them, in a sentence."""
        count = len(self.places)
        named = [f"U+{ord(c):04X}{place and f' in {place}'}" for c, place in self.places[:_NAMED]]
        more = f" and {count - _NAMED} more" if count > _NAMED else ""
        subject = "1 character has" if count == 1 else f"{count} characters have"
        return (
            f"{subject} no letters in any font here and {'is' if count == 1 else 'are'} written out: {', '.join(named)}"
            f"{more}; install a font that has {'it' if count == 1 else 'them'}"
        )


def refused(diagnostic: str) -> str:
    """The characters that Typst found no letters for, from what it says; empty where it says something else."""
    found = "".join(_ESCAPE.sub(_meant, text) for text in _REFUSED.findall(diagnostic))
    return "".join(sorted({c for c in found if not c.isascii()}))


def _meant(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else escape[2]


def unusual(document: Document) -> str:
    """The characters of a document beyond those of Latin, Greek and Cyrillic, whose letters are certain to be there."""
    texts = (visible.line(text) for _, text in told(document) if not text.isascii())
    return "".join(sorted({c for text in texts for c in text if c > "\u04ff"}))


def spelling(lacking: str) -> Spelling:
    """How texts are written on the page: as they are read, and those characters written out."""
    if not lacking:
        return visible.line
    written = str.maketrans({c: f"[U+{ord(c):04X}]" for c in lacking})
    return lambda text: visible.line(text).translate(written)


def missing(document: Document, characters: str) -> Missing:
    """Where these characters stand first."""
    first: dict[str, str] = {}
    for place, text in told(document):
        for character in characters:
            if character in text:
                first.setdefault(character, place)
    return Missing(tuple((c, first.get(c, "")) for c in characters))


def told(document: Document) -> Iterator[tuple[str, str]]:
    """Every text of a document with a name for the place where it stands."""
    yield "the title", document.title
    yield "the marking", document.marking
    imprint = document.imprint
    yield "the imprint", " ".join((imprint.question, imprint.scope, imprint.analyst, imprint.method))
    for block in document.blocks:
        yield from _in(block)


def _in(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Heading() | Overleaf():
            yield f'"{block.text}"', block.text
        case Paragraph():
            yield block.lead or "the text", f"{block.lead} {block.text}"
        case Reworded():
            yield block.lead or "the text", " ".join((block.lead, *(text for _, text in block.words)))
        case Entry():
            under = (text for part in block.under for _, text in _in(part))
            yield block.name, " ".join((block.name, block.text, *under))
        case Table():
            yield from _within(block)
        case Fold():
            yield from (told for inner in block.blocks for told in _in(inner))
        case Picture():
            words = (shape.text for shape in block.shapes if isinstance(shape, Words))
            yield block.name, " ".join((block.caption, *words))


def _within(table: Table) -> Iterator[tuple[str, str]]:
    yield f"the headings of {table.name}", " ".join(column.head for column in table.columns)
    for band in table.bands:
        yield table.name, band.title
        for line in band.lines:
            place = f"{table.columns[0].head} {line.cells[0].text}" if line.cells else table.name
            yield place, _joined(text for cell in line.cells for text in (cell.text, cell.under))


def _joined(texts: Iterable[str]) -> str:
    return " ".join(filter(None, texts))
