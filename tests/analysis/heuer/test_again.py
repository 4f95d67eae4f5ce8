from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis import standing
from workbench.analysis.heuer.again import again, rows
from workbench.analysis.heuer.suspects import suspects
from workbench.model import Case, Note, Rating, Row, Suspect, edited

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]


def test_its_rows_are_those_it_tells_and_those_rated_again_for_it(build: Build) -> None:
    case = build(
        {"a/x": "I C", "a/y": "C I", "b/x": "C I", "c/x": "C C"},
        items={"b/x": {"origins": ("eve",)}, "c/x": {"origins": ("eve",)}},
        origins={"eve": "B"},
        notes={"c/x": Note(parked="No.")},
        deceptive={"eve": {"a/y": Row({"h1": Rating.I})}},
    )
    now = standing(case)
    assert rows(now, "a") == ("a/x", "a/y")
    assert rows(now, "eve") == ("a/y", "b/x")
    assert rows(now, "nobody") == ()
    assert again(now, "nobody", ()).leading is None


def test_who_would_lead_is_told_when_all_is_rated_again(build: Build) -> None:
    case = build({"a/x": "I C", "a/y": "C C", "b/x": "C C"})
    assert standing(case).methods["parc-weighted"].leading == ("h2",)
    cells = [("a/x", "h1", "C"), ("a/x", "h2", "II"), ("a/y", "h1", "N"), ("a/y", "h2", "NA")]
    for number, (address, hypothesis, rating) in enumerate(cells):
        now = standing(case)
        found = again(now, "a", rows(now, "a"))
        assert (found.left, found.leading) == (len(cells) - number, None)
        case = edited(case, Suspect("a", address, hypothesis, Rating(rating)))
    now = standing(case)
    found = again(now, "a", rows(now, "a"))
    assert (found.left, found.leading) == (0, ("h1",))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_rated_again_as_at_first_nothing_changes(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases)
    now = standing(case)
    for suspect in suspects(now, every=True):
        wanted = rows(now, suspect.id)
        assert set(suspect.items) <= set(wanted)
        same = {a: Row(case.matrix.row(a).ratings) for a in wanted if case.matrix.row(a).ratings}
        told = standing(case.with_matrix(replace(case.matrix, deceptive={suspect.id: same})))
        found = again(told, suspect.id, rows(told, suspect.id))
        whole = wanted and all(h.id in case.matrix.row(a).ratings for a in wanted for h in case.hypotheses)
        assert (found.left == 0) == bool(whole or not wanted)
        assert found.leading == (now.methods["parc-weighted"].leading if whole else None)
