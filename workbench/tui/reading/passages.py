"""The text of a document as lines of the screen: paragraphs with their numbers, what is marked, found and taken."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from workbench.documents import Document, Paragraph, Unit
from workbench.tui import words
from workbench.tui.pieces import Ground, Line, Piece, Tone, line

GUTTER = 7
"""Cells before the text: cursor, what is taken, number."""

READABLE = 92
"""Cells beyond which a paragraph is wrapped however wide the screen is."""

KEPT = 600
"""Paragraphs whose lines are remembered."""

_SIGNS = {Unit.POINT: "•", Unit.ROW: "│", Unit.CAPTION: "▫", Unit.HEADING: ""}


class Passages:
    """The lines of each paragraph at one width, made when they are asked for."""

    def __init__(self, document: Document) -> None:
        self._paragraphs = document.paragraphs
        self._width = 0
        self._lines: dict[int, list[str]] = {}

    def fit(self, width: int) -> None:
        """Take another width of the screen."""
        if width != self._width:
            self._width, self._lines = width, {}

    def height(self, place: int) -> int:
        """Lines of a paragraph, with those before and behind it."""
        return int(self._ruled(place)) + len(self._flowed(place)) + self._gap(place)

    def _flowed(self, place: int) -> list[str]:
        if place not in self._lines:
            if len(self._lines) > KEPT:
                self._lines.clear()
            width = min(READABLE, self._width - GUTTER - 1)
            self._lines[place] = words.flowed(self._paragraphs[place].text, max(4, width)) or [""]
        return self._lines[place]

    def _ruled(self, place: int) -> bool:
        """Whether a page begins here."""
        page = self._paragraphs[place].page
        return bool(page) and (not place or self._paragraphs[place - 1].page != page)

    def _gap(self, place: int) -> int:
        """Free lines behind a paragraph; none within a list or table."""
        if place + 1 >= len(self._paragraphs):
            return 0
        here, after = self._paragraphs[place].unit, self._paragraphs[place + 1].unit
        return int(here not in {Unit.POINT, Unit.ROW} or here is not after)

    def line(self, place: int, number: int, *, at: int, marked: Collection[int], taken: int, word: str) -> Line:
        """One of the lines of a paragraph.

        Args:
            place: the paragraph.
            number: which of its lines.
            at: the paragraph under the cursor.
            marked: the places that are marked.
            taken: items that were taken from it.
            word: what is being looked for.
        """
        paragraph, ruled = self._paragraphs[place], self._ruled(place)
        if ruled and not number:
            return self._rule(paragraph.page)
        flowed, number = self._flowed(place), number - ruled
        within = number < len(flowed) or (place + 1 in marked and place in marked)
        ground = Ground.CURRENT if place in marked and within else Ground.BODY
        if number >= len(flowed):
            return line(Piece("▌" if len(marked) > 1 and ground is Ground.CURRENT else "", Tone.ACCENT), ground=ground)
        cursor = "›" if place == at and not number else "▌" if len(marked) > 1 and place in marked else " "
        sign = "●" if taken and not number else " "
        return line(
            Piece(cursor, Tone.ACCENT),
            Piece(sign, Tone.LEAD),
            Piece(_number(paragraph, number), Tone.MUTED),
            *_found(flowed[number], word, Tone.HEADING if paragraph.unit is Unit.HEADING else Tone.TEXT),
            ground=ground,
        )

    def _rule(self, page: str) -> Line:
        shown = f"── p. {words.cut(page, 12)} "
        return line(Piece(shown + "─" * max(0, self._width - 1 - words.width_of(shown)), Tone.RULE))


def _number(paragraph: Paragraph, number: int) -> str:
    """What stands before a paragraph: its number, or a sign for what it is where its text does not begin with one."""
    shown = str(paragraph.number) if paragraph.unit is Unit.PARAGRAPH else _SIGNS[paragraph.unit]
    if number or (paragraph.unit is Unit.POINT and not paragraph.text[:1].isalpha()):
        return " " * (GUTTER - 2)
    return f"{shown:>{GUTTER - 3}} "[: GUTTER - 2]


def _found(text: str, word: str, tone: Tone) -> Iterator[Piece]:
    """A line with what is looked for on another ground."""
    last = 0
    for found in re.finditer(re.escape(words.plain(word)), text, re.IGNORECASE) if word.strip() else ():
        yield Piece(text[last : found.start()], tone)
        yield Piece(found[0], Tone.FOUND)
        last = found.end()
    yield Piece(text[last:], tone)
