"""Alerts: each is raised where it is true and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.changes.test_comparison import changed_item, compared, rated, side
from tests.analysis.conftest import build_case, random_cases
from tests.matrices import with_row
from workbench.analysis.changes import Alert, Code, Comparison, compare
from workbench.analysis.changes.alerts import alerts
from workbench.analysis.changes.leads import place
from workbench.analysis.methods import DEFAULT
from workbench.analysis.standing import standing
from workbench.model import (
    CONTRADICTING,
    Case,
    Grade,
    Level,
    Park,
    Rate,
    Rating,
    Reason,
    Relevance,
    Row,
    edited,
)

MIND = {"h1": Rating.C, "h2": Rating.I}


def raised(found: Comparison, code: Code) -> list[Alert]:
    return [alert for alert in alerts(found) if alert.code is code]


def without(case: Case, address: str) -> Case:
    return replace(case, items={a: item for a, item in case.items.items() if a != address})


def points(case: Case, address: str, hypothesis: str) -> float:
    """What a cell adds to the weighted points; nothing where the row does not count."""
    if address not in case.items or case.parked(address):
        return 0.0
    return float(standing(case).row(address).points[DEFAULT].get(hypothesis) or 0)


@st.composite
def weakenings(draw: st.DrawFn) -> tuple[Case, Case, str]:
    """A case, the same after one change of one row, and that row: removed, parked, of another weight, rated anew."""
    case = draw(random_cases().filter(lambda case: any(not case.parked(a) for a in case.items)))
    address = draw(st.sampled_from([a for a in case.items if not case.parked(a)]))
    actives = [h.id for h in case.hypotheses]
    ways = ["removed", "parked", "low", "high", *(["rated"] if actives else [])]
    match draw(st.sampled_from(ways)):
        case "removed":
            return case, without(case, address), address
        case "parked":
            return case, edited(case, Park(address, "Not now.")), address
        case "rated":
            cell = Rate(address, draw(st.sampled_from(actives)), draw(st.sampled_from([None, *Rating])))
            return case, edited(case, cell), address
        case level:
            return case, edited(case, Relevance(address, Level(level))), address


@given(weakenings())
def test_what_spoke_against_a_leader_is_said_exactly_where_it_did(drawn: tuple[Case, Case, str]) -> None:
    """Against brute force: a cell of somebody who leads now adds less than it did, and no other row is named."""
    before, after, address = drawn
    leads, led = (place(standing(case)).leading for case in (after, before))
    hit = [h for h in leads if points(after, address, h) < points(before, address, h)]
    row = before.matrix.row(address).ratings
    spoke = [h.id for h in before.hypotheses if row.get(h.id) in CONTRADICTING]

    told = raised(compared(before, after), Code.AGAINST_LEADER)

    assert [(one.about, list(one.hypotheses), one.only) for one in told] == (
        [(address, hit, len(spoke) == 1)] if hit else []
    )
    assert all(one.led == (set(hit) <= set(led)) for one in told)


def test_an_argument_against_one_alone_is_removed_and_that_one_leads() -> None:
    case = build_case({"a/x": "N I", "a/y": "I N", "a/z": "C I"})
    (alert,) = raised(compared(case, without(case, "a/y")), Code.AGAINST_LEADER)

    assert (alert.about, alert.hypotheses, alert.way, alert.only, alert.led) == ("a/y", ("h1",), "removed", True, True)
    assert raised(compared(case, without(case, "a/x")), Code.AGAINST_LEADER)[0].led is False
    assert raised(compared(without(case, "a/y"), case), Code.AGAINST_LEADER) == []


@pytest.mark.parametrize(
    "now, reason, told",
    [
        (Rating.C, "Because.", [("I", "C", "Because.")]),
        (Rating.CC, "Because.", [("I", "CC", "Because.")]),
        (Rating.II, "Because.", []),
        (Rating.N, "Because.", []),
        (None, "Because.", []),
        (Rating.C, "Otherwise.", []),
    ],
)
def test_a_rating_changes_side_under_the_same_reason(
    now: Rating | None, reason: str, told: list[tuple[str, str, str]]
) -> None:
    case = edited(build_case({"a/x": "C I"}), Reason("a/x", "h2", "Because."))
    after = edited(edited(case, Rate("a/x", "h2", now)), Reason("a/x", "h2", reason))

    assert [(a.was, a.now, a.reason) for a in raised(compared(case, after), Code.SAME_REASON)] == told


def test_a_rating_changes_side_without_any_reason() -> None:
    case = build_case({"a/x": "C I"})

    (alert,) = raised(compared(case, edited(case, Rate("a/x", "h1", Rating.I))), Code.SAME_REASON)

    assert (alert.analysts, alert.hypotheses, alert.reason) == (("me",), ("h1",), "")


@pytest.mark.parametrize(
    "was, now, way",
    [("3", "4", "lowered"), ("4", "3", "raised"), ("3", "6", "changed"), ("3", "", "changed"), ("", "3", None)],
)
def test_a_grade_changes_without_a_word(was: str, now: str, way: str | None) -> None:
    case = build_case({"a/x": "C I"}, items={"a/x": {"credibility": was, "because": "He saw it."}})
    silent = compared(case, changed_item(case, "a/x", credibility=now))
    told = compared(case, changed_item(case, "a/x", credibility=now, because="He was not there."))

    assert [(a.kind, a.way, a.reason) for a in raised(silent, Code.GRADE)] == (
        [("item", way, "He saw it.")] if way else []
    )
    assert raised(told, Code.GRADE) == []
    assert raised(compared(case, changed_item(case, "a/x", because="Anew.")), Code.GRADE) == []


def test_a_source_and_an_own_grade_change_without_a_word() -> None:
    case = build_case({"a/x": "C I"}, items={"a/x": {"credibility": "2"}})
    source = replace(case, sources={"a": replace(case.sources["a"], reliability="E")})
    own = edited(case, Grade("a/x", "5"))
    because = edited(case, Grade("a/x", "5", "Hearsay."))

    (lowered,) = raised(compared(case, source), Code.GRADE)
    assert (lowered.kind, lowered.about, lowered.was, lowered.now, lowered.analysts) == ("source", "a", "C", "E", ())
    (mine,) = raised(compared(case, own), Code.GRADE)
    assert (mine.about, mine.was, mine.now, mine.way, mine.analysts) == ("a/x", "2", "5", "lowered", ("me",))
    assert raised(compared(case, because), Code.GRADE) == []
    assert raised(compared(own, case), Code.GRADE) == []


def marked(case: Case, address: str = "a/x") -> Case:
    return case.with_matrix(
        with_row(case.matrix, address, Row(case.matrix.row(address).ratings, case.fingerprint(address)))
    )


def test_scores_are_of_the_old_wording_until_somebody_confirms_the_new_one() -> None:
    case = marked(build_case({"a/x": "C I", "a/y": "I C"}))
    new = changed_item(case, "a/x", text="Other words.")

    (alert,) = raised(compared(case, new), Code.OLD_WORDING)
    assert (alert.about, alert.kind, alert.analysts, alert.rows) == ("a/x", "item", ("me",), 1)
    assert raised(compared(case, marked(new)), Code.OLD_WORDING) == []
    assert raised(compared(case, changed_item(case, "a/x", quote="mot")), Code.OLD_WORDING) == []
    assert raised(compared(new, new), Code.OLD_WORDING) == []


def test_a_row_without_a_mark_is_of_the_old_wording_as_long_as_it_is_as_it_was() -> None:
    case = build_case({"a/x": "C I", "a/y": "- -"})
    new = changed_item(changed_item(case, "a/x", text="Other words."), "a/y", text="Other.")

    assert [a.about for a in raised(compared(case, new), Code.OLD_WORDING)] == ["a/x"]
    assert raised(compared(case, edited(new, Rate("a/x", "h1", Rating.N))), Code.OLD_WORDING) == []


def test_a_statement_changes_under_the_rows_that_rate_it() -> None:
    case = marked(build_case({"a/x": "C I", "a/y": "I C"}))
    hypotheses = dict(case.question.hypotheses)
    hypotheses["h2"] = hypotheses["h2"]._replace(statement="Quite another thing.")
    after = replace(case, question=replace(case.question, hypotheses=hypotheses))

    (alert,) = raised(compared(case, after), Code.OLD_WORDING)

    assert (alert.kind, alert.about, alert.rows, alert.analysts) == ("hypothesis", "h2", 1, ("me",))


def test_ratings_go_with_an_item_and_not_with_a_parked_one() -> None:
    case = build_case({"a/x": "C I", "a/y": "- -"})
    others = [rated(who, {"a/x": MIND}) for who in ("bob", "cat")]
    gone = replace(case, items={})

    (alert,) = raised(compare(side(case, "", *others), side(gone, "", *others)), Code.RATINGS_LOST)

    assert (alert.about, alert.question, alert.analysts) == ("a/x", "q", ("bob", "cat", "me"))
    assert raised(compared(case, edited(case, Park("a/x", "Old."))), Code.RATINGS_LOST) == []


@pytest.mark.parametrize(
    "bob_was, bob_now, cat, movers",
    [
        ("I", "C", "I", ("bob",)),
        ("II", "CC", None, ("bob",)),
        ("N", "C", "I", ()),
        (None, "C", "I", ()),
        ("C", "I", "I", ()),
    ],
)
def test_who_left_the_side_of_the_others_is_named(
    bob_was: str | None, bob_now: str, cat: str | None, movers: tuple[str, ...]
) -> None:
    """The others say I; whoever took no side, or came over to theirs, left nobody."""
    case = build_case({"a/x": "C I"})

    def matrices(bob: str | None) -> list[Any]:
        cells = {"bob": bob, "cat": cat}
        return [rated(who, {"a/x": {"h2": Rating(cell)} if cell else {}}) for who, cell in cells.items()]

    found = compare(side(case, "", *matrices(bob_was)), side(case, "", *matrices(bob_now)))

    assert [(a.analysts, a.hypotheses) for a in raised(found, Code.CONTESTED)] == (
        [(movers, ("h2",))] if movers else []
    )


def test_a_change_of_what_the_earlier_answer_rested_on_is_said() -> None:
    case = build_case({"a/x": "C I", "a/y": "C C", "a/z": "C N"})
    rests = standing(case)
    (alert,) = raised(compared(case, edited(case, Rate("a/x", "h2", Rating.II))), Code.RESTED_ON)

    assert rests.complete
    assert (alert.about, alert.analysts) == ("a/x", ("me",))
    assert raised(compared(case, edited(case, Rate("a/y", "h2", Rating.N))), Code.RESTED_ON) == []
    assert raised(compared(case, edited(case, Reason("a/x", "h2", "So."))), Code.RESTED_ON) == []
    assert raised(compared(case, changed_item(case, "a/x", quote="mot")), Code.RESTED_ON) == []
    assert [a.about for a in raised(compared(case, without(case, "a/x")), Code.RESTED_ON)] == ["a/x"]


def test_an_open_matrix_rests_on_nothing_yet() -> None:
    case = build_case({"a/x": "C I", "a/y": "C -"})

    assert raised(compared(case, edited(case, Rate("a/x", "h2", Rating.II))), Code.RESTED_ON) == []


@given(random_cases())
def test_nothing_is_raised_where_nothing_differs(case: Case) -> None:
    assert alerts(compared(case, case)) == ()


@given(random_cases(), random_cases())
def test_no_alert_is_said_twice(one: Case, other: Case) -> None:
    found = alerts(compared(one, other))

    assert len(set(found)) == len(found)
