"""What tells two hypotheses apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis import standing
from workbench.analysis.apart import apart
from workbench.analysis.methods import DEFAULT
from workbench.analysis.points import Points
from workbench.model import Case, Note

Build = Callable[..., Case]
LETTERS = st.lists(st.sampled_from(["CC", "C", "N", "I", "II", "NA", "-"]), min_size=3, max_size=3).map(" ".join)


def test_rows_that_differ_are_told_from_those_that_do_not(build: Build) -> None:
    case = build({"s/a": "C I", "s/b": "C C", "s/c": "C CC", "s/d": "- I", "s/e": "- -"})
    found = apart(case, ("h1", "h2"))
    assert found.differing == ["s/a", "s/c"]
    assert found.alike == ["s/b"]
    assert found.unrated == ["s/d", "s/e"]
    assert not found.points


def test_those_that_separate_most_come_first_where_points_are_known(build: Build) -> None:
    case = build({"s/a": "C CC", "s/b": "I C", "s/c": "C II", "s/d": "N I"})
    found = apart(case, ("h1", "h2"), standing(case))
    assert found.differing == ["s/c", "s/b", "s/d", "s/a"]
    assert found.points["s/a"] == Points()
    assert found.points["s/b"] == found.points["s/d"] < found.points["s/c"]


def test_parked_rows_are_left_out(build: Build) -> None:
    case = build({"s/a": "C I", "s/b": "C C"})
    case = case.with_matrix(replace(case.matrix, notes={"s/a": Note(parked="so")}))
    assert not apart(case, ("h1", "h2"), standing(case)).differing


@given(rows=st.lists(LETTERS, min_size=1, max_size=8))
def test_laws(build: Build, rows: list[str]) -> None:
    """Every row once; the same for both orders; no total moves further apart than its rows."""
    case = build({f"s/{number}": letters for number, letters in enumerate(rows)})
    known = standing(case)
    found, turned = apart(case, ("h1", "h2"), known), apart(case, ("h2", "h1"), known)
    assert sorted((*found.differing, *found.alike, *found.unrated)) == sorted(case.items)
    assert turned._replace(pair=found.pair) == found
    assert sorted(apart(case, ("h1", "h2")).differing) == sorted(found.differing)
    assert [*found.points.values()] == [found.points[a] for a in found.points]
    if not found.unrated:
        scores = known.methods[DEFAULT].scores
        assert abs(scores["h1"] - scores["h2"]) <= sum(found.points.values(), Points())
