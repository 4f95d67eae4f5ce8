"""Staleness: which rows were rated against another wording than the one that stands now.

The same rows as `Case.stale` names one by one. A fingerprint that was worked out once is remembered,
since the texts of items and hypotheses change seldom and this is asked after every change of a matrix.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from workbench.analysis.heuer.work import Work
from workbench.model.case import mark, stated

REMEMBERED = 1 << 15
"""Fingerprints kept: enough for three matrices of ten thousand rows."""


class _Rated:
    """What is stated of the hypotheses rated in some rows; its identity stands for them."""

    __slots__ = ("stated",)

    def __init__(self, pairs: tuple[tuple[str, str], ...]) -> None:
        self.stated = stated(pairs)


def stale(work: Work) -> tuple[str, ...]:
    """The addresses of the stale ones among the unparked rows."""
    case = work.case
    statements = {h: hypothesis.statement for h, hypothesis in case.question.hypotheses.items()}
    known: dict[tuple[str, ...], _Rated] = {}
    whole = _rated_of(tuple(work.names), statements)
    found = []
    for item, row in work.rows:
        if row.wording and row.ratings:
            rated = whole
            if not work.whole(item.address, row):
                ids = tuple(row.ratings)
                rated = known.get(ids) or known.setdefault(ids, _rated_of(ids, statements))
            if row.wording != _fingerprint(item.text, rated) and (not row.written or case.stale(item.address)):
                found.append(item.address)  # a row that was written under old ids may fit under these
    return tuple(found)


def _rated_of(ids: tuple[str, ...], statements: Mapping[str, str]) -> _Rated:
    return _rated(tuple((h, statements[h]) for h in sorted(ids) if h in statements))


@lru_cache(maxsize=256)
def _rated(pairs: tuple[tuple[str, str], ...]) -> _Rated:
    return _Rated(pairs)


@lru_cache(maxsize=REMEMBERED)
def _fingerprint(text: str, rated: _Rated) -> str:
    return mark(text, rated.stated)
