"""Lines of a printed page as paragraphs, by what a reader's eye goes by: distance, indent and size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from workbench.documents.document import Block, Unit

WIDER = 1.25
"""So many times the usual distance of lines lies between paragraphs at least."""

FEW, SINGLE = 4, 1.6
"""Where a page has fewer distances to go by, its lines are taken for no further apart than so many times their size."""

LARGER = 1.1
"""So many times larger or smaller letters begin another paragraph."""

INDENT = 0.6
"""Heights of a letter by which the first line of a paragraph is indented at least."""

REPEATS = 3
"""Pages from which on what stands at the same edge of each of them is no part of the text."""

_BULLET = re.compile(r"[•◦‣▪●○■]")
_ENDS = tuple(".?!:;…\"'”’»)")
_HYPHENATED = re.compile(r"\w*[^\W\d_]-$")


class Line(NamedTuple):
    """A line of a page: its text, where it begins (from left and bottom), and the size of its letters, in points."""

    text: str
    x: float = 0
    y: float = 0
    size: float = 0


def without_margins(pages: Sequence[list[Line]], labels: Sequence[str]) -> list[list[Line]]:
    """The pages without what repeats at the head or foot of several, and without page numbers that stand alone."""
    kept: list[list[Line]] = []
    for edge in (0, -1):
        repeated = Counter(_alike(lines[edge].text) for lines in pages if len(lines) > 1)
        often = {text for text, times in repeated.items() if times >= REPEATS}
        kept = []
        for lines, label in zip(pages, labels, strict=False):
            text = lines[edge].text if len(lines) > 1 else ""
            away = bool(text) and (_alike(text) in often or text == label or text.strip("-– ").isdecimal())
            kept.append((lines[1:] if edge == 0 else lines[:-1]) if away else lines)
        pages = kept
    return kept


def _alike(text: str) -> str:
    return re.sub(r"[0-9]+", "#", text)


def blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """The paragraphs of a page."""
    usual = _usual(lines)
    part: list[Line] = []
    for place, line in enumerate(lines):
        if part and _begins(part, line, lines[place + 1] if place + 1 < len(lines) else None, usual):
            yield _block(part)
            part = []
        part.append(line)
    if part:
        yield _block(part)


def _block(part: Sequence[Line]) -> Block:
    return Block(joined([line.text for line in part]), Unit.POINT if _BULLET.match(part[0].text) else Unit.PARAGRAPH)


def _usual(lines: Sequence[Line]) -> float:
    """The distance from line to line within paragraphs: of a page's distances the one a quarter of the way up."""
    apart = (one.y - other.y for one, other in pairwise(lines))
    found = sorted(gap for gap, line in zip(apart, lines, strict=False) if 0.5 * line.size < gap < 4 * line.size)
    usual = found[len(found) // 4] if found else 0.0
    return usual if len(found) >= FEW else min(usual, SINGLE * max((line.size for line in lines), default=0.0))


def _begins(part: Sequence[Line], line: Line, after: Line | None, usual: float) -> bool:
    """Whether a paragraph begins with a line."""
    before = part[-1]
    gap = before.y - line.y
    if _BULLET.match(line.text) or not _same_size(before, line):
        return True
    if gap < -line.size:  # up again: another column, in which a sentence may go on
        return before.text.endswith(_ENDS) or line.x < before.x
    if usual and gap > WIDER * usual:
        return True
    return _indented(part, line, after, usual)


def _same_size(one: Line, other: Line) -> bool:
    small, large = sorted((one.size, other.size))
    return large <= LARGER * small or not small


def _indented(part: Sequence[Line], line: Line, after: Line | None, usual: float) -> bool:
    """Whether a line is indented against both of its neighbours; within a point of a list that means nothing."""
    deep = INDENT * line.size
    if _BULLET.match(part[0].text) or after is None or not deep or line.x - part[-1].x < deep:
        return False
    close = 0 < line.y - after.y <= WIDER * usual
    return close and line.x - after.x >= deep and part[-1].text.endswith(_ENDS)


def joined(texts: Sequence[str]) -> str:
    """Lines as one text; a word that was parted at a line's end is one again."""
    made = texts[0] if texts else ""
    for text in texts[1:]:
        parted = made.endswith("\u00ad") or (_HYPHENATED.search(made) and text[:1].islower())
        made = made[:-1] + text if parted else f"{made} {text}"
    return made
