"""What tells two hypotheses apart: the rows that rate them differently, and by how many points each separates them.

A row separates two hypotheses by the absolute difference of its weighted inconsistencies under them (the default
method, so CC, C, N and NA count alike). Ours, after Heuer's advice to work on what is diagnostic. Ignored: rows that
share a voice count each by itself here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workbench.analysis.methods import DEFAULT, scale
from workbench.analysis.points import Points
from workbench.analysis.standing import Standing
from workbench.model import Case, Rating
from workbench.model.words import NOTHING


class Apart(NamedTuple):
    """How two hypotheses are rated by the unparked rows, all by address and in the order of the files.

    `differing` rows rate both, and not alike; those that separate them most come first where points are known. Of
    `unrated` ones a cell or both are unrated. `points` holds those of the differing rows.
    """

    pair: tuple[str, str]
    differing: Sequence[str]
    alike: Sequence[str]
    unrated: Sequence[str]
    points: Mapping[str, Points]


def apart(case: Case, pair: tuple[str, str], known: Standing | None = None) -> Apart:
    """Tell two hypotheses apart, by their ids; the points only where the standing of the case is given."""
    one, other = pair
    differing: list[str] = []
    alike: list[str] = []
    unrated: list[str] = []
    for item, row in case.rows:
        left, right = row.ratings.get(one), row.ratings.get(other)
        kind = unrated if left is None or right is None else alike if left is right else differing
        kind.append(item.address)
    if known is None:
        return Apart(pair, differing, alike, unrated, NOTHING)
    by = {address: _separated(known, address, case.matrix.row(address).ratings, pair) for address in differing}
    return Apart(pair, sorted(by, key=by.__getitem__, reverse=True), alike, unrated, by)


def _separated(known: Standing, address: str, ratings: Mapping[str, Rating], pair: tuple[str, str]) -> Points:
    points = scale(DEFAULT, known.setting.weight(known.case, address))
    return abs(points[ratings[pair[0]]] - points[ratings[pair[1]]])
