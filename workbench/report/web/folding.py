"""What is folded on a screen: parts in which one looks things up, where they are long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.report.document import Block, Entry, Fold, Heading, Table

LONG = 20
"""A part of more lines than this is folded."""


def folded(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with what stands under headings of reference folded.

    The headings themselves stay where they were: they are in the outline of the page and in its contents.
    """
    held: list[Block] = []
    over: Heading | None = None
    for block in blocks:
        if isinstance(block, Heading) and (over is None or over.under or not block.under):
            yield from _ended(over, held)
            yield block
            held, over = [], block if block.reference else None
        elif over is None:
            yield block
        else:
            held.append(block)
    yield from _ended(over, held)


def _ended(over: Heading | None, held: list[Block]) -> Iterator[Block]:
    """What stands under a heading of reference, folded if it is long."""
    if over is not None and sum(map(_lines, held)) > LONG:
        yield Fold(over.reference, [_lifted(block) if not over.under else block for block in held])
    else:
        yield from held


def _lifted(block: Block) -> Block:
    """A heading under that of the folded part is the uppermost within it."""
    return replace(block, under=False) if isinstance(block, Heading) else block


def _lines(block: Block) -> int:
    if isinstance(block, Entry):
        return 1 + len(block.under)
    if isinstance(block, Table):
        return sum(len(band.lines) for band in block.bands)
    return 1
