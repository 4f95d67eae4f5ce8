"""Plain text as blocks: paragraphs by blank lines or, where no line was wrapped, by lines; nothing is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.documents.document import Block, Content, Unit

UNWRAPPED = 140
"""Characters of a line from which on a text was not wrapped by hand: then every line is a paragraph."""

HEADING, BODY = 80, 120
"""A line of at most so many characters may be a heading where what follows has at least so many."""

_BULLET = re.compile(r"\s*(?:[•◦‣▪●○■–*-]|\(?[0-9]{1,3}[.)])\s+\S")
_ENDS = (".", ",", ";", ":", "!", "…", "-", "|", ")", '"', "”", "»")


def content(text: str) -> Content:
    """A plain text; a form feed begins a page."""
    pages = text.split("\f")
    if len([page for page in pages if page.strip()]) > 1:
        return Content([b._replace(page=str(n)) for n, page in enumerate(pages, 1) for b in _blocks(page)])
    return Content(headed(_blocks(text)))


def _blocks(text: str) -> list[Block]:
    lines = text.split("\n")
    whole = any(len(line) > UNWRAPPED for line in lines)
    return [Block(" ".join(" ".join(part).split()), _unit(part[0])) for part in _parts(lines, whole=whole)]


def _unit(line: str) -> Unit:
    return Unit.POINT if _BULLET.match(line) else Unit.PARAGRAPH


def _parts(lines: Sequence[str], *, whole: bool) -> Iterator[list[str]]:
    """Lines that belong together: those between blank ones, up to where a point of a list begins."""
    part: list[str] = []
    for line in lines:
        if part and (whole or not line.strip() or _BULLET.match(line)):
            yield part
            part = []
        if line.strip():
            part.append(line)
    if part:
        yield part


def headed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those that look like headings as such: the first of all is the title, the others are sections.

    A heading is a short line without a full stop, before a long one or another heading, behind a long one or a point;
    or at the beginning, where a title and a first heading may follow each other.
    """
    found = list(blocks)
    for place in reversed(range(len(found) - 1)):
        after, before = found[place + 1], found[place - 1] if place > 1 else None
        leads = after.unit is Unit.HEADING or len(after.text) >= BODY
        parted = before is None or len(before.text) >= BODY or before.unit is Unit.POINT
        if leads and parted and _is_short(found[place]):
            found[place] = found[place]._replace(unit=Unit.HEADING, level=2 if place else 1)
    return found


def _is_short(block: Block) -> bool:
    """Whether a block could be a heading, for its own part."""
    text = block.text
    return (
        block.unit is Unit.PARAGRAPH
        and len(text) <= HEADING
        and not text.endswith(_ENDS)
        and " / " not in text  # who took a picture, for whom
        and any(char.isalpha() for char in text)
        and not text[:1].islower()
    )
