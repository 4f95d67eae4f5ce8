"""What each edit makes of a case, and what is said against one that makes no sense."""

from __future__ import annotations

import math

import pytest

from workbench.model import (
    Case,
    Check,
    Confidence,
    Confirm,
    Edit,
    Grade,
    Hypothesis,
    Item,
    Judge,
    Judgement,
    Kind,
    Look,
    Matrix,
    Note,
    Origin,
    OwnGrade,
    Park,
    Question,
    Rate,
    Rating,
    Reason,
    Relevance,
    Row,
    Shuffle,
    Source,
    Suspect,
    Weigh,
    Weighing,
    edited,
    matrix_fingerprint,
    objection,
)
from workbench.model.matrix import differing
from workbench.model.words import Level

SAID, OURS = "embassy/said", "own/guess"
ITEMS = {SAID: Item(SAID, "He says so."), OURS: Item(OURS, "He lies.", kind=Kind.ASSUMPTION)}
HYPOTHESES = {h: Hypothesis(h, h, f"It is {h}.") for h in ("none", "minor")}
MATRIX = Matrix("iraq", "me", rows={SAID: Row({"none": Rating.I})})
CASE = Case(
    Question("iraq", "?", hypotheses=HYPOTHESES),
    ITEMS,
    {"embassy": Source("embassy", "Cables")},
    {"clerk": Origin("clerk")},
    MATRIX,
)


def after(*edits: Edit) -> Matrix:
    case = CASE
    for edit in edits:
        case = edited(case, edit)
    return case.matrix


EVERY: list[tuple[Edit, Edit]] = [
    (Rate(SAID, "none", Rating.C), Rate(SAID, "none", Rating.I)),
    (Reason(SAID, "none", "why"), Reason(SAID, "none", " ")),
    (Weigh(SAID, "none", Weighing.FATAL), Weigh(SAID, "none", None)),
    (Relevance(SAID, Level.HIGH), Relevance(SAID, Level.MEDIUM)),
    (Park(SAID, "says nothing"), Park(SAID, "")),
    (Grade(SAID, "3", "so"), Grade(SAID, "")),
    (Suspect("clerk", SAID, "none", Rating.C), Suspect("clerk", SAID, "none", None)),
    (Check("clerk", "motive", "money"), Check("clerk", "motive", "")),
    (Judge({"none": 3.0}, Confidence.LOW, "so", "else"), Judge({"none": None}, "", "", " ")),
    (Shuffle("4711"), Shuffle(" ")),
]


@pytest.mark.parametrize(("edit", "back"), EVERY)
def test_an_edit_changes_its_part_and_no_other_and_can_be_taken_back(edit: Edit, back: Edit) -> None:
    changed = after(edit)
    assert changed != MATRIX
    assert list(differing(MATRIX, changed)) == [edit.part] == [back.part]
    assert list(differing(MATRIX, after(edit, back))) == []


@pytest.mark.parametrize(("edit", "_back"), [*EVERY, (Look((SAID,)), Look(())), (Confirm(SAID), Confirm(SAID))])
def test_the_same_once_more_changes_nothing(edit: Edit, _back: Edit) -> None:
    once = edited(CASE, edit)
    assert edited(once, edit) is once


def test_texts_are_kept_without_white_space_at_their_ends() -> None:
    changed = after(
        Grade(SAID, "3", " so\n"), Check("clerk", "past", "\tno "), Judge(because=" it is "), Shuffle(" 5 ")
    )
    assert changed.grades == {SAID: OwnGrade("3", "so")}
    assert changed.checks == {"clerk": {"past": "no"}}
    assert changed.judgement is not None
    assert changed.judgement._replace(matrix="") == Judgement(because="it is")
    assert changed.seed == "5"


def test_only_the_fields_that_are_named_are_judged_anew() -> None:
    first = Judge({"none": 20, "other": 80}, Confidence.HIGH, "so")
    judged = after(first, Judge({"other": 70.5}, differs_because="else")).judgement
    assert judged == Judgement({"none": 20.0, "other": 70.5}, "high", "so", "else", matrix_fingerprint(CASE))


def test_an_edit_of_one_cell_leaves_what_stands_beside_it() -> None:
    changed = after(
        Weigh(SAID, "none", Weighing.ERROR), Reason(SAID, "none", "why"), Weigh(SAID, "minor", Weighing.FATAL)
    )
    assert changed.note(SAID) == Note(
        because={"none": "why"}, weighed={"none": Weighing.ERROR, "minor": Weighing.FATAL}
    )


def test_a_row_rated_again_is_marked_with_what_it_was_rated_against() -> None:
    case = edited(CASE, Suspect("clerk", SAID, "minor", Rating.C))
    again = case.matrix.deceptive["clerk"][SAID]
    assert again.wording == case.fingerprint(SAID, Row({"minor": Rating.C}))
    assert case.matrix.row(SAID) == MATRIX.row(SAID)


def test_each_suspect_has_rows_of_its_own() -> None:
    both = after(Suspect("clerk", SAID, "none", Rating.C), Suspect("embassy", SAID, "none", Rating.N))
    assert {s: rows[SAID].ratings for s, rows in both.deceptive.items()} == {
        "clerk": {"none": Rating.C},
        "embassy": {"none": Rating.N},
    }


IMPOSSIBLE: list[tuple[Edit, str]] = [
    (Grade(SAID, "7"), "'7' is not a grade of credibility: write 1 to 6"),
    (Check("clerk", "mood", "good"), "'mood' is no question of the checklist"),
    (Judge({"none": 101}), "the share of 'none' is not from 0 to 100 per cent"),
    (Judge({"none": -0.5}), "the share of 'none' is not from 0 to 100 per cent"),
    (Judge({"none": math.nan}), "the share of 'none' is not from 0 to 100 per cent"),
    (Judge(confidence="sure"), "'sure' is no level of confidence: write low, moderate, high"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("edit", "sentence"), IMPOSSIBLE)
def test_what_no_matrix_may_hold_changes_nothing_and_is_said(edit: Edit, sentence: str) -> None:
    assert edited(CASE, edit) is CASE
    assert objection(CASE, edit) == sentence


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (Rate("embassy/gone", "none", Rating.C), "there is no item 'embassy/gone'"),
        (Grade("own/gone", "3"), "there is no item 'own/gone'"),
        (Reason(SAID, "major", "x"), "there is no hypothesis 'major'"),
        (Suspect("clerk", SAID, "major", Rating.C), "there is no hypothesis 'major'"),
        (Suspect("nobody", SAID, "none", Rating.C), "there is no source and no origin 'nobody'"),
        (Check("nobody", "motive", "x"), "there is no source and no origin 'nobody'"),
        (Weigh(SAID, "minor", Weighing.FATAL), "'embassy/said' is not inconsistent with 'minor'"),
        (Grade(OURS, "2"), "our own thinking has no grade"),
        (Judge({"major": 10}), "there is no hypothesis 'major'"),
        (Judge({"none": 10, "other": 90}), ""),
        (Weigh(SAID, "minor", None), ""),
        (Grade(OURS, ""), ""),
        (Look((SAID,)), ""),
    ],
)
def test_what_makes_no_sense_is_said(edit: Edit, sentence: str) -> None:
    assert objection(CASE, edit) == sentence


@pytest.mark.parametrize(("edit", "_back"), EVERY)
def test_nothing_is_said_against_what_makes_sense(edit: Edit, _back: Edit) -> None:
    assert objection(CASE, edit) == ""
