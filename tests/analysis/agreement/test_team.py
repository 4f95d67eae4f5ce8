from __future__ import annotations

from tests.analysis.agreement.several import several
from workbench.analysis.agreement import agreement
from workbench.analysis.methods import DEFAULT
from workbench.analysis.standing import Standing
from workbench.model import Case, Level, Matrix, Note, OwnGrade


def team(case: Case) -> tuple[Matrix, Standing]:
    found = agreement(case).orders
    assert found is not None
    return found.team.case.matrix, found.team


def test_the_median_of_every_cell() -> None:
    matrix, _ = team(several({"ann": {"s/a": "C I -"}, "bob": {"s/a": "I I -"}, "cy": {"s/a": "C II -"}}))
    assert matrix.row("s/a").ratings == {"h1": "C", "h2": "I"}
    assert matrix.analyst == "nobody: the median of 3 analysts"


def test_it_is_not_stale_and_not_unconfirmed() -> None:
    _, standing = team(several({"ann": {"s/a": "C I"}, "bob": {"s/a": "C I"}}))
    assert not standing.case.stale("s/a")
    assert not standing.case.unconfirmed("s/a")


def test_everyones_reasons_stand_beside_it() -> None:
    parts = {a: {"notes": {"s/a": Note(because={"h1": f"Says {a}."})}} for a in ("ann", "bob")}
    matrix, _ = team(several({"ann": {"s/a": "C C"}, "bob": {"s/a": "I C"}}, parts))
    assert matrix.note("s/a").because == {"h1": "ann C: Says ann.; bob I: Says bob."}


def test_a_row_is_parked_where_more_than_half_parked_it() -> None:
    rows, parked = {"s/a": "C C", "s/b": "C C"}, {"notes": {"s/a": Note(parked="No.")}}
    each = dict.fromkeys(("ann", "bob", "cy", "dee"), rows)
    assert not team(several(each, {"ann": parked, "bob": parked}))[0].note("s/a").parked
    assert team(several(each, {"ann": parked, "bob": parked, "cy": parked}))[0].note("s/a").parked == (
        "ann: No.; bob: No.; cy: No."
    )


def test_relevance_is_the_median_and_between_two_levels_medium() -> None:
    high, low = ({"notes": {"s/a": Note(level)}} for level in (Level.HIGH, Level.LOW))
    each = {a: {"s/a": "C C"} for a in ("ann", "bob", "cy")}
    assert team(several(each, {"ann": high, "bob": high}))[0].note("s/a").relevance is Level.HIGH
    assert team(several(each, {"ann": high, "bob": low}))[0].note("s/a").relevance is Level.MEDIUM
    two = {a: each[a] for a in ("ann", "bob")}
    assert team(several(two, {"ann": high}))[0].note("s/a").relevance is Level.MEDIUM


def test_a_grade_is_another_where_more_than_half_say_so() -> None:
    each, own = {a: {"s/a": "C C"} for a in ("ann", "bob", "cy")}, {"grades": {"s/a": OwnGrade("1")}}
    assert team(several(each, {"ann": own}))[0].grades == {}
    assert team(several(each, {"ann": own, "bob": own}))[0].grades["s/a"].credibility == "1"


def test_medians_between_two_steps_are_tried_both_ways() -> None:
    case = several({"ann": {"s/a": "I C", "s/b": "C I"}, "bob": {"s/a": "N C", "s/b": "C I"}})
    found = agreement(case).orders
    assert found is not None
    assert found.team.methods[DEFAULT].leading == ("h1",)
    assert found.other_leading == ("h1", "h2")
