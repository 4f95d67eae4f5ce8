from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matrices import with_note
from workbench.analysis import standing
from workbench.analysis.heuer.columns import column, inconsistencies, unweighed
from workbench.analysis.points import ZERO
from workbench.model import CONTRADICTING, Case, Judgement, Level, Note, Rating, Weighing

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]


def test_what_contradicts_most_stands_first_with_its_reason(build: Build) -> None:
    notes = {
        "s/b": Note(Level.HIGH, {"h1": "Dearer."}, {"h1": Weighing.ERROR}),
        "s/c": Note(parked="so"),
    }
    case = build({"s/a": "I C", "s/b": "I C", "s/c": "II C", "s/d": "II C", "s/e": "I C"}, notes=notes)
    found = inconsistencies(standing(case), "h1")

    assert [(cell.address, cell.rating) for cell in found] == [
        *(("s/d", Rating.II), ("s/b", Rating.I), ("s/a", Rating.I), ("s/e", Rating.I))
    ]
    assert (found[1].because, found[1].weighed) == ("Dearer.", Weighing.ERROR)
    assert inconsistencies(standing(case), "h2") == ()


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_a_column_adds_up_to_its_points(cases: Cases, data: st.DataObject) -> None:
    now = standing(data.draw(cases))
    for hypothesis, points in now.methods["parc-weighted"].scores.items():
        found = column(now, hypothesis)
        assert sum((cell.points for cell in found.inconsistencies), ZERO) == points
        assert list(found.inconsistencies) == sorted(found.inconsistencies, key=lambda c: c.points, reverse=True)
        assert len(found.inconsistencies) == now.contradicts[hypothesis]


def test_a_column_knows_its_place_and_its_likelihood(build: Build) -> None:
    now = standing(build({"s/a": "C I"}, judgement=Judgement({"h2": 30})))
    first, second = column(now, "h1"), column(now, "h2")

    assert (first.rank, first.leads, first.likelihood) == (1, True, None)
    assert (second.rank, second.leads, second.likelihood) == (2, False, 30)
    with pytest.raises(KeyError):
        column(now, "h3")


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_unweighed_is_every_contradiction_of_a_leader_without_a_word_on_it(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases)
    weighed = {a: {h: Weighing.ERROR for h in ("h1", "h2") if data.draw(st.booleans())} for a in case.items}
    notes = {a: case.matrix.note(a)._replace(weighed=weighed[a]) for a in case.items}
    for address, note in notes.items():
        case = case.with_matrix(with_note(case.matrix, address, note))
    now = standing(case)

    assert set(unweighed(now)) == {
        (item.address, h)
        for item, row in case.rows
        for h, rating in row.ratings.items()
        if h in now.methods["parc-weighted"].leading and rating in CONTRADICTING and h not in weighed[item.address]
    }
