"""What a judgement was made on: what its fingerprint covers, what it does not see, and who says that it holds."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.conftest import random_cases
from workbench.analysis.methods import DEFAULT
from workbench.analysis.narrowing import narrowed
from workbench.analysis.standing import standing
from workbench.model import (
    NO_NOTE,
    Case,
    Check,
    Condition,
    Confidence,
    Confirm,
    Edit,
    Grade,
    Hypothesis,
    Item,
    Judge,
    Kind,
    Level,
    Look,
    Matrix,
    Narrowing,
    Note,
    Origin,
    Park,
    Question,
    Rate,
    Rating,
    Reason,
    Relevance,
    Row,
    Shuffle,
    Source,
    Status,
    Suspect,
    Weigh,
    Weighing,
    edited,
    judgement_stale,
    judgement_unconfirmed,
    matrix_fingerprint,
)

SAID, RADIO, OURS = "embassy/statement", "monitors/radio-traffic", "own/costly"
NONE = Hypothesis("none", "No retaliation", "Iraq will not retaliate.")
MINOR = Hypothesis("minor", "Minor action", "It will sponsor some minor terrorist actions.")
CASE = Case(
    Question("iraq", "Will it?", hypotheses={"none": NONE, "minor": MINOR}),
    {
        SAID: Item(SAID, "Saddam says so.", Kind.STATEMENT, credibility="2"),
        RADIO: Item(RADIO, "Agents send more often.", origins=("border", "clerk"), credibility="3"),
        OURS: Item(OURS, "It would cost him standing.", Kind.ARGUMENT),
    },
    {"embassy": Source("embassy", "Cables", reliability="B"), "monitors": Source("monitors", "Monitors")},
    {"border": Origin("border", reliability="C")},
    Matrix(
        "iraq",
        "me",
        rows={
            SAID: Row({"none": Rating.C, "minor": Rating.C}),
            RADIO: Row({"none": Rating.I}),
            OURS: Row({"none": Rating.II, "minor": Rating.NA}),
        },
        notes={RADIO: Note(Level.HIGH, {"none": "Why send?"})},
    ),
)
LINES = (
    "embassy/statement B 2 medium minor C none C",
    "minor It will sponsor some minor terrorist actions.",
    "monitors/radio-traffic ?CF 3 high none I",
    "none Iraq will not retaliate.",
    "own/costly own medium minor NA none II",
)
"""What other programs must make of that case."""


def test_golden_value() -> None:
    assert matrix_fingerprint(CASE) == "m" + hashlib.sha256("\n".join(LINES).encode()).hexdigest()[:16]
    assert matrix_fingerprint(CASE) == "m1f2725ffd11eeaa0"


COVERED: list[Edit] = [
    Rate(SAID, "minor", Rating.CC),
    Rate(RADIO, "minor", Rating.N),
    Rate(RADIO, "none", None),
    Park(SAID, "It says nothing."),
    Relevance(SAID, Level.LOW),
    Grade(SAID, "4", "He lies."),
]

NOT_COVERED: list[Edit] = [
    Reason(RADIO, "none", "For another reason."),
    Weigh(RADIO, "none", Weighing.FATAL),
    Confirm(SAID),
    Suspect("border", RADIO, "none", Rating.C),
    Check("border", "past", "It lied."),
    Judge({"none": 30.0}, Confidence.LOW, "So it is."),
    Shuffle("4711"),
    Look((SAID,)),
]


@pytest.mark.parametrize("edit", COVERED)
def test_what_counts_is_covered(edit: Edit) -> None:
    assert edited(CASE, edit) is not CASE
    assert matrix_fingerprint(edited(CASE, edit)) != matrix_fingerprint(CASE)


@pytest.mark.parametrize("edit", NOT_COVERED)
def test_what_does_not_count_is_not(edit: Edit) -> None:
    assert edited(CASE, edit) is not CASE
    assert matrix_fingerprint(edited(CASE, edit)) == matrix_fingerprint(CASE)


def with_item(address: str, **fields: object) -> Case:
    return replace(CASE, items={**CASE.items, address: replace(CASE.items[address], **fields)})  # type: ignore[arg-type]


def with_hypotheses(*hypotheses: Hypothesis) -> Case:
    return replace(CASE, question=replace(CASE.question, hypotheses={h.id: h for h in hypotheses}))


def test_the_files_of_evidence_and_hypotheses_count_by_what_moves_points_or_is_judged() -> None:
    known = matrix_fingerprint(CASE)
    same = [
        with_item(SAID, text="He says it twice.", when="1993", tags={"x": ("y",)}),
        replace(CASE, sources={**CASE.sources, "monitors": Source("monitors", "Other title")}),
        with_hypotheses(MINOR, NONE._replace(short="None", expect=("Calm.",))),
        replace(CASE, items={**CASE.items, "embassy/new": Item("embassy/new", "Not rated yet.")}),
    ]
    other = [
        with_item(SAID, credibility="3"),
        with_item(RADIO, origins=("border",)),
        replace(CASE, sources={**CASE.sources, "monitors": Source("monitors", "Monitors", reliability="A")}),
        replace(CASE, origins={"border": Origin("border", reliability="D")}),
        with_hypotheses(NONE, MINOR._replace(statement="It will do little.")),
        with_hypotheses(NONE, MINOR._replace(status=Status.PARKED)),
        with_hypotheses(NONE, MINOR, Hypothesis("major", "Major action", "It plans a major attack.")),
        replace(CASE, items={address: item for address, item in CASE.items.items() if address != SAID}),
    ]
    assert [matrix_fingerprint(case) for case in same] == [known] * len(same)
    assert known not in {matrix_fingerprint(case) for case in other}


def test_a_parked_row_counts_no_more_whatever_is_rated_in_it() -> None:
    parked = edited(CASE, Park(SAID, "It says nothing."))
    assert matrix_fingerprint(edited(parked, Rate(SAID, "none", Rating.I))) == matrix_fingerprint(parked)
    assert matrix_fingerprint(edited(parked, Park(SAID, ""))) == matrix_fingerprint(CASE)


def test_what_is_renamed_is_the_same() -> None:
    small = MINOR._replace(id="small", formerly=("minor",))
    called = {"none": "none", "minor": "small"}
    rows = {
        a.replace("radio-traffic", "radio"): Row({called[h]: r for h, r in row.ratings.items()})
        for a, row in CASE.matrix.rows.items()
    }
    radio = replace(CASE.items[RADIO], address="monitors/radio", formerly=("radio-traffic",))
    renamed = replace(
        with_hypotheses(NONE, small),
        items={**CASE.items, radio.address: radio},
        matrix=replace(CASE.matrix, rows=rows, notes={radio.address: CASE.matrix.note(RADIO)}),
    )
    assert matrix_fingerprint(renamed) == matrix_fingerprint(CASE)
    assert matrix_fingerprint(renamed, as_called_now=True) != matrix_fingerprint(CASE, as_called_now=True)


def test_an_item_that_another_was_merged_into_is_the_same() -> None:
    case = judged(Judge({"none": 60.0}))
    merged = replace(case.items[SAID], formerly=("announcement",))
    assert not judgement_stale(replace(case, items={**case.items, SAID: merged}))


def test_a_case_that_shows_some_rows_was_judged_as_a_whole() -> None:
    shown = narrowed(CASE, Narrowing((Condition("source", "embassy"),)))
    assert [*shown.items] == [SAID]
    assert matrix_fingerprint(shown) == matrix_fingerprint(CASE)


@given(random_cases(), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_hypotheses_does_not_matter(case: Case, chance: random.Random) -> None:
    def shuffled(held: dict[str, Any]) -> dict[str, Any]:
        return dict(chance.sample([*held.items()], len(held)))

    matrix = replace(case.matrix, rows=shuffled({**case.matrix.rows}), notes=shuffled({**case.matrix.notes}))
    question = replace(case.question, hypotheses=shuffled({**case.question.hypotheses}))
    other = replace(case, items=shuffled({**case.items}), question=question, matrix=matrix)
    assert matrix_fingerprint(other) == matrix_fingerprint(case)


@given(random_cases(), st.data())
def test_any_other_code_of_a_row_that_counts_is_another_matrix(case: Case, data: st.DataObject) -> None:
    cells = [(item.address, h.id) for item, _ in case.rows for h in case.hypotheses]
    if not cells:
        return
    address, hypothesis = data.draw(st.sampled_from(cells))
    was = case.matrix.row(address).ratings.get(hypothesis)
    code = data.draw(st.sampled_from([one for one in (*Rating, None) if one is not was]))
    assert matrix_fingerprint(edited(case, Rate(address, hypothesis, code))) != matrix_fingerprint(case)


CHANGES = st.sampled_from(["rate", "relevance", "park", "grade", "source", "origin", "kind", "status"])


@given(random_cases(), CHANGES, st.data())
def test_whatever_moves_a_weighted_point_is_another_matrix(case: Case, what: str, data: st.DataObject) -> None:
    if not case.items:
        return
    item = case.items[data.draw(st.sampled_from([*case.items]))]
    other = changed(case, what, item, data)
    if points(other) != points(case):
        assert matrix_fingerprint(other) != matrix_fingerprint(case)


def changed(case: Case, what: str, item: Item, data: st.DataObject) -> Case:
    hypotheses, letters = case.question.hypotheses, st.sampled_from(["A", "C", "E", ""])
    h = hypotheses[data.draw(st.sampled_from([*hypotheses]))]
    match what:
        case "rate":
            return edited(case, Rate(item.address, h.id, data.draw(st.sampled_from(Rating))))
        case "relevance":
            return edited(case, Relevance(item.address, data.draw(st.sampled_from(Level))))
        case "park":
            return edited(case, Park(item.address, "" if case.parked(item.address) else "So."))
        case "grade":
            return edited(case, Grade(item.address, data.draw(st.sampled_from("135"))))
        case "source":
            source = replace(case.sources[item.source], reliability=data.draw(letters))
            return replace(case, sources={**case.sources, source.id: source})
        case "origin":
            return replace(case, origins={o: Origin(o, reliability=data.draw(letters)) for o in case.origins})
        case "kind":
            return replace(case, items={**case.items, item.address: replace(item, kind=Kind.ARGUMENT)})
        case _:
            status = Status.PARKED if h.status is Status.ACTIVE else Status.ACTIVE
            question = replace(case.question, hypotheses={**hypotheses, h.id: h._replace(status=status)})
            return replace(case, question=question)


def points(case: Case) -> object:
    return dict(standing(case).methods[DEFAULT].scores)


# ---- who says that it holds


def judged(*edits: Edit, case: Case = CASE) -> Case:
    for edit in edits:
        case = edited(case, edit)
    return case


def test_a_judgement_is_stale_when_the_matrix_changed_and_not_for_its_own_words() -> None:
    case = judged(Judge({"none": 60.0}, because="So."), Reason(RADIO, "none", "Else."))
    assert not judgement_stale(case)
    assert not judgement_unconfirmed(case)
    assert judgement_stale(judged(Rate(SAID, "none", Rating.I), case=case))
    assert not judgement_stale(judged(Rate(SAID, "none", Rating.I), Rate(SAID, "none", Rating.C), case=case))


@pytest.mark.parametrize(
    "edit", [Judge({"none": 5.0}), Judge(confidence=Confidence.HIGH), Judge(because="Still."), Judge(holds=True)]
)
def test_whoever_changes_it_or_says_that_it_holds_makes_it_on_the_matrix_that_stands(edit: Judge) -> None:
    stale = judged(Judge({"none": 60.0}, because="So."), Rate(SAID, "none", Rating.I))
    assert not judgement_stale(judged(edit, case=stale))
    assert judged(edit, edit, case=stale) == judged(edit, case=stale)


def test_an_edit_that_changes_nothing_confirms_nothing() -> None:
    stale = judged(Judge({"none": 60.0}, because="So."), Rate(SAID, "none", Rating.I))
    assert edited(stale, Judge({"none": 60.0}, because="So. ")) is stale


def test_there_is_nothing_to_confirm_where_nothing_is_judged() -> None:
    assert edited(CASE, Judge(holds=True)) is CASE
    taken_back = judged(Judge({"none": 60.0}), Judge({"none": None}))
    assert taken_back.matrix.judgement is None
    assert taken_back.matrix.note(SAID) is NO_NOTE


def test_one_by_hand_is_unconfirmed_and_not_stale() -> None:
    by_hand = judged(Judge(because="So."))
    judgement = by_hand.matrix.judgement
    assert judgement
    by_hand = by_hand.with_matrix(replace(by_hand.matrix, judgement=judgement._replace(matrix="")))
    assert judgement_unconfirmed(by_hand)
    assert not judgement_stale(judged(Rate(SAID, "none", Rating.I), case=by_hand))
    assert not judgement_unconfirmed(judged(Judge(holds=True), case=by_hand))
