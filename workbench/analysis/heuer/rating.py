"""Step 3, the matrix: which rows are not fully rated, and in which order they are put to the analyst.

A shuffled order keeps what comes early from colouring what comes late in the same way for everybody.
It comes from the stored seed alone, the same on every machine: rows and hypotheses are sorted by

    SHA-256 of seed, U+0000, "row" or "column", U+0000, address or id, in UTF-8

which is as good as any shuffle, and leaves what remains in its order when an item is added or parked
half-way, as drawing places one after the other would not.

Source: ours. That raters should see rows in random order is concluded from serial-position effects that
ACH did not mitigate (Whitesmith 2019, of which we read the abstract); Te@mACH does the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workbench.analysis.heuer.task import Action, Task, TaskKind
from workbench.analysis.heuer.work import Work
from workbench.model import Case

UNRATED = TaskKind(
    "unrated-cells",
    3,
    "{0} unrated.",
    (Action.RATE, Action.PARK),
    one="rate 1 cell",
    many="rate {n} cells",
)


class RatingOrder(NamedTuple):
    """The unparked items by address and the active hypotheses by id, in the order in which they are rated."""

    addresses: tuple[str, ...]
    hypotheses: tuple[str, ...]


def rating_order(case: Case, seed: str = "") -> RatingOrder:
    """The order that a seed gives; without one that of the files."""
    addresses = (item.address for item, _ in case.rows)
    hypotheses = (hypothesis.id for hypothesis in case.hypotheses)
    return RatingOrder(_shuffled(addresses, seed, "row"), _shuffled(hypotheses, seed, "column"))


def tasks(work: Work) -> Iterator[Task]:
    """Every row with unrated cells, in the order of the files; `hypothesis` is the first of them."""
    ids = tuple(work.names)
    for address, number in work.unrated.items():
        rated = work.case.matrix.row(address).ratings
        first = next(hypothesis for hypothesis in ids if hypothesis not in rated)
        yield Task(UNRATED, address, first, words=(_cells(number, len(ids)),), number=number)


def _cells(number: int, of: int) -> str:
    if number == of:
        return "The row is"
    return f"{number} of {of} cells {'is' if number == 1 else 'are'}"


def _shuffled(names: Iterable[str], seed: str, what: str) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: _mark(seed, what, name)) if seed else names)


def _mark(seed: str, what: str, name: str) -> bytes:
    return hashlib.sha256("\0".join((seed, what, name)).encode("utf-8", "surrogatepass")).digest()
