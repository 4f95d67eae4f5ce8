"""What became of a lead: from which leading set to which, how far the next one is, and the ranks behind it."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.analysis.changes.test_comparison import compared, effect, rated, side
from tests.analysis.conftest import build_case, random_cases
from workbench.analysis.changes import Turn, compare, lead
from workbench.analysis.methods import DEFAULT, EQUAL_WEIGHTS
from workbench.analysis.points import Points
from workbench.analysis.standing import standing
from workbench.model import Case, Rating


def turned(before: dict[str, str], after: dict[str, str]) -> Turn:
    return lead(effect(compared(build_case(before), build_case(after)))).turn


@pytest.mark.parametrize(
    "before, after, turn",
    [
        ("C I I", "C I II", Turn.KEPT),
        ("C I I", "I C I", Turn.TAKEN),
        ("C I I", "C C I", Turn.SHARED),
        ("C C I", "C I I", Turn.NARROWED),
        ("C C I", "I C C", Turn.MIXED),
        ("N N N", "C I I", Turn.FIRST),
        ("C I I", "N N N", Turn.LOST),
        ("N N N", "NA N N", Turn.KEPT),
    ],
)
def test_what_became_of_a_lead(before: str, after: str, turn: Turn) -> None:
    assert turned({"a/x": before}, {"a/x": after}) is turn


@given(random_cases(), random_cases())
def test_a_lead_is_what_the_points_of_each_side_say(one: Case, other: Case) -> None:
    """Against brute force over the scores; who leads by equal weights stands beside it."""
    for found in compared(one, other).effects:
        told = lead(found)
        for case, place in ((one, told.before), (other, told.after)):
            whole = standing(case)
            result = whole.methods[DEFAULT]
            tested = [h for h in result.scores if h not in whole.not_tested]
            if len(tested) < 2:
                assert place == ((), (), (), None, ())
                continue
            fewest = min(result.scores[h] for h in tested)
            assert place.leading == tuple(h for h in tested if result.scores[h] == fewest)
            assert place.equal == whole.methods[EQUAL_WEIGHTS].leading
            assert place.once == result.leading_adjusted
            behind = sorted(float(result.scores[h] - fewest) for h in tested if h not in place.leading)
            assert (None if place.margin is None else float(place.margin)) == (behind[0] if behind else None)
            assert all(result.scores[h] == fewest + (place.margin or Points()) for h in place.next)
        assert (told.turn is Turn.KEPT) == (told.before.leading == told.after.leading)
        assert all(was != now for was, now in told.ranks.values())


def test_two_that_swap_ranks_are_named_the_better_one_first() -> None:
    before, after = {"a/x": "C I II N"}, {"a/x": "C II I N"}

    assert lead(effect(compared(build_case(before), build_case(after)))).swapped == ("h3", "h2")
    assert lead(effect(compared(build_case(before), build_case({"a/x": "C I II II"})))).swapped is None
    assert lead(effect(compared(build_case(before), build_case({"a/x": "C I II N", "a/y": "C I N N"})))).swapped is None


def test_the_lead_gets_smaller() -> None:
    told = lead(effect(compared(build_case({"a/x": "C II"}), build_case({"a/x": "C I"}))))

    assert (told.turn, told.before.margin, told.after.margin) == (Turn.KEPT, Points(4), Points(2))
    assert told.after.next == ("h2",)


def test_matrices_that_nothing_happened_to_are_named_where_another_one_changed() -> None:
    case = build_case({"a/x": "C I"})
    bob = {who: rated(who, {"a/x": {"h1": Rating.I, "h2": Rating.C}}) for who in ("bob", "cat")}
    changed = rated("cat", {"a/x": {"h1": Rating.C, "h2": Rating.C}})
    before, after = side(case, "before", *bob.values()), side(case, "after", bob["bob"], changed)

    found = compare(before, after)

    assert [(one.question, one.analyst, one.leading) for one in found.unmoved] == [
        ("q", "bob", ("h2",)),
        ("q", "me", ("h1",)),
    ]
    assert compare(before, before).unmoved == ()
    assert [one.analyst for one in compare(before, after, analyst="cat").unmoved] == []
