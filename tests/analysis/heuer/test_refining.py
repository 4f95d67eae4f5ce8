from collections.abc import Callable
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matrices import with_row
from workbench.analysis import Block, standing
from workbench.analysis.heuer import Action, tasks
from workbench.model import CONTRADICTING, Case, Rating

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]
TODAY = date(2026, 11, 22)


def queue(case: Case) -> list[tuple[str, str]]:
    return [(t.kind.name, t.address or t.hypothesis) for t in tasks(case, 4, TODAY)]


def test_the_queue_from_what_must_be_done_to_what_is_asked(build: Build) -> None:
    rows = {"s/a": "C C C", "s/b": "NA NA NA", "s/c": "I II I", "s/d": "CC C N", "s/e": "N NA N", "s/f": "C C NA"}
    case = build(rows)
    matrix = case.matrix
    for address in case.items:
        right = replace(matrix.row(address), wording=case.fingerprint(address))
        matrix = with_row(matrix, address, right)
    matrix = with_row(matrix, "s/d", replace(matrix.row("s/d"), wording="w0123456789abcdef"))
    matrix = with_row(matrix, "s/a", replace(matrix.row("s/a"), wording=""))

    assert queue(case.with_matrix(matrix)) == [
        ("stale-row", "s/d"),
        ("silent-row", "s/b"),
        ("unconfirmed-row", "s/a"),
        ("against-all", "s/c"),
        ("separates-nothing", "s/a"),
        ("separates-nothing", "s/e"),
    ]


def test_unrated_cells_come_first_and_hold_back_what_ratings_tell(build: Build) -> None:
    found = queue(build({"s/a": "C C", "s/b": "NA NA", "s/c": "- I"}))

    assert [entry for entry in found if entry[0] != "unconfirmed-row"] == [
        ("unrated-cells", "s/c"),
        ("silent-row", "s/b"),
    ]


def test_hypotheses_that_nothing_contradicts_or_tests(build: Build) -> None:
    found = queue(build({"s/a": "C I N", "s/b": "CC C NA"}))

    assert [entry for entry in found if entry[0] != "unconfirmed-row"] == [("uncontradicted", "h1"), ("untested", "h3")]


def test_one_hypothesis_is_told_apart_from_nothing(build: Build) -> None:
    assert [name for name, _ in queue(build({"s/a": "I", "s/b": "C"}))] == ["unconfirmed-row", "unconfirmed-row"]


def test_every_entry_says_what_can_be_done(build: Build) -> None:
    found = tasks(build({"s/a": "C C"}), 4, TODAY)

    assert [t.kind.can for t in found if t.kind.name == "separates-nothing"] == [
        (Action.PARK, Action.REWORD, Action.RATE)
    ]
    assert all(t.kind.can for t in found)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_rows_are_in_the_queue_for_what_they_do_to_the_comparison(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases)
    found, now, ids = queue(case), standing(case), [h.id for h in case.hypotheses]
    whole = {i.address: [r.ratings[h] for h in ids] for i, r in case.rows if all(h in r.ratings for h in ids)}
    silent = {a for a, cells in whole.items() if cells and set(cells) == {Rating.NA}}
    against = {a for a, cells in whole.items() if set(cells) <= CONTRADICTING}
    alike = {a for a in whole if now.row(a).block is Block.SEPARATES_NOTHING} - silent - against

    assert {a for name, a in found if name == "silent-row"} == silent
    if case.complete and len(ids) > 1:
        assert {a for name, a in found if name == "against-all"} == against
        assert {a for name, a in found if name == "separates-nothing"} == alike
