"""Deceptions: the rows of a suspect, rated again as if it wanted us to believe them.

Heuer (1999, ch. 8) enters an item twice where it may be deception. Here the second rating stands in
the matrix under `deceptive`, by source or origin, and replaces the first, cell by cell: what was not
rated again is as it was, since unrated is not neutral. Grades and relevance stay.
What is tested is decided on the matrix as it is. To leave the suspect out altogether is a loss.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from workbench.analysis.ledger import Ledger


class Deception(NamedTuple):
    """What leads when the rows of a suspected source or origin are replaced by its `deceptive` ones."""

    suspect: str
    items: tuple[str, ...]
    """The unparked rows that are replaced, by address."""
    leading: tuple[str, ...]


def deceptions(ledger: Ledger) -> tuple[Deception, ...]:
    """Every suspect that rows are given for, by id."""
    return tuple(_deception(ledger, suspect) for suspect in sorted(ledger.case.matrix.deceptive))


def _deception(ledger: Ledger, suspect: str) -> Deception:
    replaced = ledger.case.matrix.deceptive[suspect]
    shift: Counter[str] = Counter()
    items = []
    for address, scale, given in zip(ledger.addresses, ledger.scales, ledger.given, strict=True):
        if address in replaced:
            items.append(address)
            now = replaced[address].ratings
            shift.update({h: scale[now[h]] - scale[given.get(h)] for h in ledger.totals if h in now})
    return Deception(suspect, tuple(sorted(items)), ledger.after(shift))
