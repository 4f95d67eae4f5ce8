from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.varied import dense_cases, grid
from workbench.analysis import standing
from workbench.analysis.methods import ADDITIVE
from workbench.analysis.sensitivity import Deception, sensitivity
from workbench.model import Case, Note, Rating, Row

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]


def test_the_rows_of_a_suspect_are_replaced(build: Build) -> None:
    believed = {"b/x": Row({"h1": Rating.C, "h2": Rating.I}), "b/gone": Row({"h1": Rating.II})}
    case = build({"a/x": "C I", "b/x": "II C", "b/y": "C I"}, deceptive={"b": believed, "ann": {}})
    now = sensitivity(standing(case))
    assert now.leading == ("h1", "h2")
    assert now.deceptions == (Deception("ann", (), ("h1", "h2")), Deception("b", ("b/x",), ("h1",)))


def test_a_parked_row_stays_out(build: Build) -> None:
    believed = {"b": {"b/x": Row({"h2": Rating.II})}}
    case = build({"a/x": "C I", "b/x": "I C"}, deceptive=believed, notes={"b/x": Note(parked="no")})
    assert sensitivity(standing(case)).deceptions == (Deception("b", (), ("h1",)),)


def test_what_was_not_rated_again_is_as_it_was(build: Build) -> None:
    """Were it unrated, h1 would be rid of its II and lead."""
    case = build({"a/x": "II I"}, deceptive={"a": {"a/x": Row({"h2": Rating.C})}})
    assert sensitivity(standing(case)).deceptions == (Deception("a", ("a/x",), ("h2",)),)


def test_what_was_not_tested_is_not_tested_by_it(build: Build) -> None:
    case = build({"a/x": "I C N"}, deceptive={"a": {"a/x": Row({"h2": Rating.II, "h3": Rating.C})}})
    assert sensitivity(standing(case)).deceptions == (Deception("a", ("a/x",), ("h1",)),)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_it_is_the_matrix_with_these_rows(cases: Cases, data: st.DataObject) -> None:
    case, other = data.draw(dense_cases(cases, 6)), data.draw(cases)
    case = case.with_matrix(replace(case.matrix, deceptive={"a": other.matrix.rows}))
    method = data.draw(st.sampled_from(ADDITIVE))
    now = grid(case, method)
    replaced = {a: {**now.ratings[a], **other.matrix.rows[a].ratings} for a in now.ratings if a in other.matrix.rows}
    (found,) = sensitivity(standing(case), method).deceptions
    assert found.items == tuple(sorted(replaced))
    assert found.leading == (replace(now, ratings={**now.ratings, **replaced}).leading() if now.tested else ())
