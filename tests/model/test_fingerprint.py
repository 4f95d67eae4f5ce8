"""The fingerprint of what was rated: what it covers, and what it does not see."""

import hashlib
import unicodedata
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from workbench.model import (
    Case,
    Confirm,
    Hypothesis,
    Item,
    Matrix,
    Question,
    Rate,
    Rating,
    Row,
    edited,
    fingerprint,
    normal,
)

NONE = Hypothesis("none", "No retaliation", "Iraq will not retaliate.")
MINOR = Hypothesis("minor", "Minor action", "It will sponsor some minor terrorist actions.")
TEXT = "Saddam says in public that he will not retaliate."


def case(text: str = TEXT, statement: str = NONE.statement, row: Row | None = None) -> Case:
    question = Question("iraq", "?", hypotheses={"none": NONE._replace(statement=statement), "minor": MINOR})
    item = Item("embassy/statement", text)
    return Case(question, {item.address: item}, {}, {}, Matrix("iraq", "me", rows={item.address: row} if row else {}))


def test_golden_values() -> None:
    """The values other programs must reproduce."""
    assert fingerprint("a", []) == "wca978112ca1bbdca"
    assert fingerprint(TEXT, [("none", NONE.statement)]) == "w" + _by_hand(TEXT, "none", NONE.statement)
    both = [("none", NONE.statement), ("minor", MINOR.statement)]
    assert fingerprint(TEXT, both) == "w" + _by_hand(TEXT, "minor", MINOR.statement, "none", NONE.statement)


def _by_hand(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:16]


@given(st.text())
def test_white_space_and_composition_do_not_matter(text: str) -> None:
    spread = "  " + "\n ".join(unicodedata.normalize("NFD", text).split()) + "\t"
    assert fingerprint(spread, []) == fingerprint(normal(text), [])


@given(st.lists(st.tuples(st.text("abc", min_size=1), st.text()), unique_by=lambda pair: pair[0]))
def test_the_order_of_cells_does_not_matter(rated: list[tuple[str, str]]) -> None:
    assert fingerprint("x", rated) == fingerprint("x", reversed(rated))


def test_rating_a_fresh_row_marks_it() -> None:
    after = edited(case(), Rate("embassy/statement", "none", Rating.C))
    assert after.matrix.row("embassy/statement").wording == fingerprint(TEXT, [("none", NONE.statement)])
    assert not after.stale("embassy/statement")


def test_another_cell_renews_the_mark_of_a_row_that_fits() -> None:
    first = edited(case(), Rate("embassy/statement", "none", Rating.C))
    second = edited(first, Rate("embassy/statement", "minor", Rating.C))
    assert not second.stale("embassy/statement")
    assert second.matrix.row("embassy/statement").wording != first.matrix.row("embassy/statement").wording


def test_a_reworded_item_makes_its_row_stale_until_it_is_confirmed() -> None:
    rated = edited(case(), Rate("embassy/statement", "none", Rating.C)).matrix
    reworded = case("He says so twice.").with_matrix(rated)
    assert reworded.stale("embassy/statement")
    rerated = edited(reworded, Rate("embassy/statement", "none", Rating.I))
    assert rerated.stale("embassy/statement")
    assert not edited(rerated, Confirm("embassy/statement")).stale("embassy/statement")


def test_a_reworded_hypothesis_makes_the_row_stale_only_where_it_is_rated() -> None:
    rated = edited(case(), Rate("embassy/statement", "minor", Rating.C)).matrix
    assert not case(statement="Iraq does nothing.").with_matrix(rated).stale("embassy/statement")
    both = edited(case().with_matrix(rated), Rate("embassy/statement", "none", Rating.C)).matrix
    assert case(statement="Iraq does nothing.").with_matrix(both).stale("embassy/statement")


def test_a_row_written_by_hand_counts_and_stays_unconfirmed_while_it_is_rated() -> None:
    by_hand = case(row=Row({"none": Rating.C}))
    assert by_hand.unconfirmed("embassy/statement")
    rated = edited(by_hand, Rate("embassy/statement", "minor", Rating.I))
    assert rated.unconfirmed("embassy/statement")
    assert not edited(rated, Confirm("embassy/statement")).unconfirmed("embassy/statement")


def test_clearing_the_last_cell_leaves_an_empty_row() -> None:
    rated = edited(case(), Rate("embassy/statement", "none", Rating.C))
    assert edited(rated, Rate("embassy/statement", "none", None)).matrix.row("embassy/statement") == Row()


def test_a_renamed_hypothesis_is_not_a_reworded_one() -> None:
    """The row was written under an old id: it fits under that one."""
    wording = fingerprint(TEXT, [("no-action", NONE.statement)])
    renamed = case(row=Row({"none": Rating.C}, wording, written={"none": "no-action"}))
    assert not renamed.stale("embassy/statement")


def test_an_edit_that_changes_nothing_gives_the_same_case() -> None:
    rated = edited(case(), Rate("embassy/statement", "none", Rating.C))
    assert edited(rated, Rate("embassy/statement", "none", Rating.C)) is rated


def test_the_row_of_an_item_that_is_gone_can_be_rated_and_keeps_its_mark() -> None:
    rated = edited(case(), Rate("embassy/statement", "none", Rating.C)).matrix
    gone = replace(case(), items={}).with_matrix(rated)
    after = edited(gone, Rate("embassy/statement", "minor", Rating.I))
    assert after.matrix.row("embassy/statement").wording == rated.row("embassy/statement").wording
    assert edited(after, Confirm("embassy/statement")) is after
    assert edited(gone, Rate("other/gone", "none", Rating.C)).matrix.row("other/gone") == Row({"none": Rating.C})
