"""What a document is made of: paragraphs in their order, each with the place by which it is cited."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What sort of file a document was read from."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PDF = "PDF"


class Unit(StrEnum):
    """What a paragraph is in its document. Points, rows and captions are counted after the paragraph they follow."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    POINT = "point"
    ROW = "row"
    CAPTION = "caption"


class Block(NamedTuple):
    """A piece of a document as it was read, white space as single blanks; `level` is that of a heading, 1 to 6."""

    text: str
    unit: Unit = Unit.PARAGRAPH
    page: str = ""
    level: int = 0


class Content(NamedTuple):
    """What the reader of a kind finds: blocks, a title where the file names one, and notes."""

    blocks: Sequence[Block]
    title: str = ""
    notes: tuple[str, ...] = ()


class Paragraph(NamedTuple):
    """A block and its place.

    `heading` is the section it stands in, empty before the first one. `page` is empty where there are no pages.
    `number` counts paragraphs within the section or page from 1; what is no paragraph has that of the paragraph before
    it, or 0, and `part` counts it after that one. `scope` and `spot` are the two halves of its locator, either of which
    may be empty.
    """

    text: str
    unit: Unit
    heading: str
    page: str
    number: int
    part: int
    scope: str
    spot: str

    @property
    def locator(self) -> str:
        """The words that cite it: `section Fridge duty, par. 4`."""
        return ", ".join(filter(None, (self.scope, self.spot)))


@dataclass(frozen=True, slots=True)
class Document:
    """A file as paragraphs. `notes` are sentences on how it was read; `sha256` is that of its bytes, in hex digits."""

    title: str
    kind: Kind
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[str, ...] = ()
    sha256: str = ""

    def locator(self, first: int, last: int) -> str:
        """The words that cite the paragraphs from `first` to `last` (0-based, both included)."""
        from workbench.documents.locating import locator  # noqa: PLC0415 - it builds upon this module

        return locator(self.paragraphs[first : last + 1])

    def passage(self, first: int, last: int) -> str:
        """The text of these paragraphs as it can stand in a file: one line, without what does not print.

        Of more than 10,000 characters the rest is left out, and an ellipsis stands for it.
        """
        said, room = [], LONGEST_PASSAGE
        for paragraph in self.paragraphs[first : last + 1]:
            said.append(paragraph.text[:room] + ("…" if len(paragraph.text) > room else ""))
            room -= len(paragraph.text)
            if room < 0:
                break
        return printable(" ".join(said))


LONGEST_PASSAGE = 10_000
"""Characters of a passage at most."""

_JOINERS = "\u200c\u200d"
"""Characters without width that belong to the spelling of some languages."""


def printable(text: str) -> str:
    """A text as one line: NFC, white space as single blanks, without control, direction and unassigned characters."""
    kept = (char for char in unicodedata.normalize("NFC", text) if char in _JOINERS or char.isspace() or _prints(char))
    return " ".join("".join(kept).split())


def _prints(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
