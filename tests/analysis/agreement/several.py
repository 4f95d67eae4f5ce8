"""Cases with several analysts: from a few words, and random ones."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from tests.analysis.conftest import build_case, row
from workbench.model import Case, Judgement, Level, Matrix, Note, OwnGrade, Rating, Row

ANALYSTS = ("ann", "bob", "cy", "dee")


def several(
    each: Mapping[str, Mapping[str, str]], parts: Mapping[str, Mapping[str, Any]] | None = None, **given: Any
) -> Case:
    """A case from rows by analyst, like {'ann': {'s/a': 'I C'}}; `parts` are further parts of an analyst's matrix."""
    everything: dict[str, str] = {}
    for rows in each.values():
        everything |= rows
    case = build_case(everything, **given)
    ids = [h.id for h in case.hypotheses]
    first, *others = (
        Matrix("q", a, rows={x: row(cells, ids) for x, cells in rows.items()}, **(parts or {}).get(a, {}))
        for a, rows in each.items()
    )
    return replace(case, matrix=first, colleagues={m.analyst: m for m in others})


def judged(**shares: float) -> dict[str, Judgement]:
    return {"judgement": Judgement(likelihood=shares)}


@st.composite
def random_teams(draw: st.DrawFn, cases: st.SearchStrategy[Case], rows: int = 4) -> Case:
    """A small case that two to four analysts rated, sides close and gaps, parked rows and own grades among them."""
    case = draw(cases)
    items = dict(list(case.items.items())[:rows])
    ratings = st.sampled_from([None, Rating.NA, Rating.CC, Rating.C, Rating.N, Rating.I, Rating.I, Rating.II])

    def matrix(analyst: str) -> Matrix:
        made = {a: {h.id: draw(ratings) for h in case.hypotheses} for a in items}
        rows = {a: Row({h: rating for h, rating in cells.items() if rating}) for a, cells in made.items()}
        parked = st.sampled_from(["", "", "", "no"])
        notes = {a: Note(draw(st.sampled_from(Level)), parked=draw(parked)) for a in items}
        return Matrix(
            "q", analyst, rows=rows, notes=notes, grades={a: OwnGrade("2") for a in items if draw(st.booleans())}
        )

    first, *others = (matrix(a) for a in ANALYSTS[: draw(st.integers(2, 4))])
    return replace(case, items=items, matrix=first, colleagues={m.analyst: m for m in others})
