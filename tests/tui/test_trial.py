"""A memory of what is only tried: it forgets, takes back, and says what is different."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tui.hosting import HYPOTHESES, ROWS, heuer
from workbench.analysis import standing
from workbench.model import Confirm, Edit, Level, Park, Rate, Rating, Reason, Relevance, edited
from workbench.tui.trial import Trial

RADIO, GUARDS = "monitors/radio-traffic", "monitors/embassy-security"

EDITS = st.one_of(
    st.builds(Rate, st.sampled_from([a for a, *_ in ROWS]), st.sampled_from([*HYPOTHESES]), st.sampled_from([*Rating])),
    st.builds(Relevance, st.sampled_from([a for a, *_ in ROWS]), st.sampled_from([*Level])),
    st.builds(Park, st.sampled_from([a for a, *_ in ROWS]), st.sampled_from(["", "so"])),
)


def trial() -> Trial:
    case = heuer()
    return Trial(case, standing(case))


def told(tried: Trial) -> list[tuple[str, str, str]]:
    return [tuple(difference) for difference in tried.differences]  # type: ignore[misc]


def test_a_cell_rated_to_and_fro_is_no_change() -> None:
    tried = trial()
    tried.apply(Rate(RADIO, "none", Rating.CC))
    assert told(tried) == [(RADIO, "none", "I → CC")]
    assert tried.moved(RADIO)
    tried.apply(Rate(RADIO, "none", Rating.I))
    assert (tried.changes, tried.moved(RADIO), len(tried.edits)) == (0, False, 2)


def test_what_changes_nothing_is_not_remembered() -> None:
    tried = trial()
    tried.apply(Rate(RADIO, "none", Rating.I))
    assert not tried.edits
    assert tried.undo() is None


def test_everything_that_can_be_tried_is_told() -> None:
    tried = trial()
    for edit in (
        Rate(RADIO, "none", None),
        Relevance(RADIO, Level.LOW),
        Reason(RADIO, "none", "another"),
        Park(GUARDS, "not now"),
    ):
        tried.apply(edit)
    assert told(tried) == [
        (RADIO, "none", "I → unrated"),
        (RADIO, "", "relevance high → low"),
        (RADIO, "none", "another reason"),
        (GUARDS, "", "parked"),
    ]
    tried.apply(Park(GUARDS, ""))
    assert tried.changes == 3


def test_a_confirmed_row_is_a_change() -> None:
    case = heuer()
    rows = {**case.matrix.rows, RADIO: case.matrix.row(RADIO).rate("none", Rating.I)}
    rows[RADIO] = type(rows[RADIO])(rows[RADIO].ratings, wording="w0000000000000000")
    case = case.with_matrix(type(case.matrix)("iraq", "baseline", rows=rows))
    tried = Trial(case, standing(case))
    tried.apply(Confirm(RADIO))
    assert told(tried) == [(RADIO, "", "confirmed")]


@settings(max_examples=60, deadline=None)
@given(st.lists(EDITS, max_size=12))
def test_undone_to_the_beginning_and_redone_it_is_as_it_was(edits: list[Edit]) -> None:
    tried = trial()
    case = tried.start
    for edit in edits:
        case = edited(case, edit)
        assert tried.apply(edit) == case
    assert tried.before == standing(tried.start)
    while tried.undo():
        pass
    assert (tried.case, tried.changes) == (tried.start, 0)
    while tried.redo():
        pass
    assert tried.case == case


@settings(max_examples=60, deadline=None)
@given(st.lists(EDITS, max_size=12))
def test_the_edits_that_are_kept_make_the_same_case(edits: list[Edit]) -> None:
    tried = trial()
    for edit in edits:
        tried.apply(edit)
    case = tried.start
    for edit in tried.edits:
        case = edited(case, edit)
    assert case == tried.case
    if case.matrix == tried.start.matrix:
        assert tried.changes == 0
