"""Where a page is turned: a table that goes on overleaf is one on a screen, and two groups of rows on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from workbench.report.document import Block, Overleaf, Table


class Turned(NamedTuple):
    """A table, and what is said at the foot of a page before some of its bands, by their numbers."""

    table: Table
    turns: dict[int, str]


def turned(blocks: Iterable[Block]) -> Iterator[Block | Turned]:
    """The blocks, each table joined with the one of the same name and columns that follows overleaf."""
    held: list[Turned | Overleaf] = []
    for block in blocks:
        match held, block:
            case [Turned()], Overleaf():
                held.append(block)
            case [Turned() as before, Overleaf() as turn], Table() if _same(before.table, block):
                held = [_joined(before, turn, block)]
            case _, Table():
                yield from held
                held = [Turned(block, {})]
            case _:
                yield from held
                held = []
                yield block
    yield from held


def _same(one: Table, other: Table) -> bool:
    return one.name == other.name and one.columns == other.columns


def _joined(before: Turned, turn: Overleaf, table: Table) -> Turned:
    at = len(before.table.bands)
    return Turned(replace(before.table, bands=before.table.bands + table.bands), {**before.turns, at: turn.text})
