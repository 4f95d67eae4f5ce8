"""A document as the Markdown of a comment: smaller headings, and never longer than a comment may be.

What does not fit is left out from the end of each part, and the comment says how much. So the first words, which are
the answer, are always there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from workbench.report import markdown
from workbench.report.document import Band, Block, Document, Entry, Fold, Reworded, Table
from workbench.report.later import Later
from workbench.report.picture import Picture

LIMIT = 65_536
"""Characters of a comment on GitHub at most; GitLab takes more."""

SPARE = 1_000
"""Characters left for whoever posts the comment, to tell it by for instance."""

LONGEST = 1_500
"""Characters of one text at most, as it is written."""

_LEVEL = 4

_CUT = "…"

_LEAST = 50
"""Characters that nothing is shorter than."""


def render(document: Document, most: int = LIMIT - SPARE) -> str:
    """The comment, with a line end after its last line.

    Args:
        document: what it says; its last block is always there.
        most: how many characters it may have, counted as UTF-16 does; one of 8,000 or more is never cut short
            of its title and its end.
    """
    *blocks, end = document.blocks
    frame = Document(document.title, document.marking, (end,)).spelled(spelled_short)
    if _may_fit(blocks, most):
        whole = _joined(frame, [piece for block in blocks for piece in _written(block, _LEVEL)])
        if units(whole) <= most:
            return whole
    room = _Room(most - units(_joined(frame, [_left_out(10**9)])))
    pieces = [piece for block in blocks for piece in _fitted(block, room, _LEVEL)]
    return _joined(frame, [*pieces, _left_out(room.lost)])


def units(text: str) -> int:
    """How long a text is where characters are counted as UTF-16 does."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@lru_cache(maxsize=4096)  # names and texts of items come again and again
def spelled_short(text: str) -> str:
    """A text as Markdown, cut where it would be too long."""
    most = LONGEST
    written = markdown.escaped(text[:most])
    while len(written) > LONGEST:
        most = min(most - 1, most * LONGEST // len(written))
        written = markdown.escaped(text[:most])
    return written if len(text) <= most else f"{written.rstrip(' ')}{_CUT}"


def _written(block: Block, level: int) -> list[str]:
    return list(markdown.part(block.spelled(spelled_short), level))


def _may_fit(blocks: Sequence[Block], most: int) -> bool:
    """Whether they may find room, without looking at their letters: far too long ones need not be written to know."""
    for least in chain.from_iterable(map(_least, blocks)):
        most -= least
        if most < 0:
            return False
    return True


def _least(block: Block) -> Iterator[int]:
    """How long the parts of a block are at least."""
    match block:
        case Fold():
            yield from chain.from_iterable(map(_least, block.blocks))
        case Table():
            cells = (cell for band in block.bands for line in band.lines for cell in line.cells)
            yield from (min(len(cell.text), LONGEST) + min(len(cell.under), LONGEST) for cell in cells)
        case Picture():
            yield min(len(block.words), LONGEST)
        case Entry():
            yield min(len(block.text), LONGEST)
            yield from chain.from_iterable(map(_least, block.under))
        case Reworded():
            yield from (min(len(words), LONGEST) for _, words in block.words)
        case _:
            yield min(len(block.text), LONGEST)


class _Room:
    """How many characters there are left, and how many lines found no room."""

    def __init__(self, left: int) -> None:
        self.left = left
        self.lost = 0

    def take(self, need: int, most: int) -> bool:
        """Whether so many characters find room among `most`; then they are taken from what is left."""
        if need > min(most, self.left):
            return False
        self.left -= need
        return True


def _fitted(block: Block, room: _Room, level: int) -> Iterator[str]:
    """The pieces of a block that find room. A block gets half of it at most, so that something is left for others."""
    half = room.left // 2
    if half < _LEAST:
        room.lost += _lines(block)
        return
    match block:
        case Table():
            yield from _table(block, room, half)
        case Fold():
            yield from _fold(block, room, half, level)
        case _:
            pieces = _written(block, level)
            if room.take(sum(units(piece) + 2 for piece in pieces), half):
                yield from pieces
            else:
                room.lost += 1


def _fold(block: Fold, room: _Room, most: int, level: int) -> Iterator[str]:
    """A fold up to the first thing in it that finds no room."""
    opening, closing = f"<details><summary>{markdown.summary(block.title)}</summary>", "</details>"
    if not room.take(units(opening) + units(closing) + 4, most):
        room.lost += _lines(block)
        return
    yield opening
    inner = _Room(min(most, room.left))
    before = inner.left
    for number, part in enumerate(block.blocks):
        yield from _fitted(part, inner, level + 1)
        if inner.lost:
            inner.lost += _all_lines(block.blocks[number + 1 :])
            break
    room.left -= before - inner.left
    room.lost += inner.lost
    yield closing


def _table(block: Table, room: _Room, most: int) -> Iterator[str]:
    """A table up to the first line that finds no room."""
    head = "\n\n".join(_written(replace(block, bands=(Band("", ()),)), _LEVEL))
    for band in block.bands:
        title = [f"{'#' * (_LEVEL + 1)} {spelled_short(band.title)}"] if band.title else []
        lines: list[str] = []
        need = units(head) + sum(units(one) + 2 for one in title) + 2
        for line in band.lines:
            written = _written(replace(block, bands=(Band("", (line,)),)), _LEVEL)[0].removeprefix(head)
            if need + units(written) > min(most, room.left):
                break
            need += units(written)
            lines.append(written)
        room.lost += len(band.lines) - len(lines)
        if lines and room.take(need, most):
            most -= need
            yield from (*title, head + "".join(lines))


def _lines(block: Block) -> int:
    match block:
        case Table():
            return sum(len(band.lines) for band in block.bands)
        case Fold():
            return _all_lines(block.blocks)
        case _:
            return 1


def _all_lines(blocks: Sequence[Block]) -> int:
    """The lines of several blocks; those that are made when they are looked at have one each, and are not for that."""
    return len(blocks) if isinstance(blocks, Later) else sum(map(_lines, blocks))


def _left_out(lines: int) -> str:
    are = "1 line is" if lines == 1 else f"{lines:,} lines are"
    return f"**{are} left out here: a comment has room for no more. `ach diff` has them all.**"


def _joined(frame: Document, pieces: list[str]) -> str:
    """The comment with its marking, its title and its last block."""
    marking = [f"**{frame.marking}**"] if frame.marking else []
    title = f"{'#' * (_LEVEL - 1)} {frame.title}"
    return "\n\n".join([*marking, title, *pieces, *markdown.part(frame.blocks[0], _LEVEL), *marking]) + "\n"
