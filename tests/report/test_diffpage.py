"""The page of a comparison: cause and effect first and once, what to look at, and only what moved in the tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.analysis.changes.test_comparison import changed_item, compared, rated, side
from tests.analysis.conftest import build_case
from tests.matrices import with_row
from workbench.analysis.changes import Comparison, compare
from workbench.model import Case, Rate, Rating, Row, edited
from workbench.report import comment
from workbench.report.diffpage import diff_document


def page(found: Comparison) -> str:
    return comment.render(diff_document(found, "ach-workbench 0.0"))


def without(case: Case, *addresses: str) -> Case:
    return replace(case, items={a: item for a, item in case.items.items() if a not in addresses})


def lines(found: Comparison) -> list[str]:
    return [line for line in page(found).splitlines() if line]


def test_cause_and_effect_come_first_with_every_matrix_of_the_question() -> None:
    case = build_case({"a/x": "C I", "a/y": "I C", "a/z": "C I"})
    bob = rated("bob", {a: dict(row.ratings) for a, row in case.matrix.rows.items()})
    changed = edited(case, Rate("a/x", "h1", Rating.II))

    told = lines(compare(side(case, "before", bob), side(changed, "after", bob)))

    assert told[:5] == [
        "### What changed from before to after",
        '**1 rating of me changed from C (expected) to II (needs a special explanation): "Text of a/x" (a/x) for H1.**',
        "**q:** ? Who leads by weighted points in each analyst's matrix:",
        "**me's matrix:** H2 now leads instead of H1, 1 point ahead.",
        "**bob's matrix:** unchanged, H1 leads.",
    ]
    assert told[5] == "#### Look at this"


def test_an_argument_that_spoke_only_against_one_is_called_so() -> None:
    case = build_case({"a/x": "N I N", "a/y": "I N N", "a/z": "I I I"}, items={"a/y": {"kind": "argument"}})

    said = page(compared(case, without(case, "a/y")))

    assert '**1 argument removed, which spoke only against H1: "Text of a/y" (a/y).**' in said
    assert "**me's matrix:** H3 loses its sole lead: now a tie with H1." in said
    assert '"Text of a/y" (a/y), which is deleted, spoke only against H1, which shares the lead now in me\'s' in said
    assert "**was rated by me:** I (surprising) for H1, N (as likely as not) for the 2 others (q)" in said


def test_that_ratings_went_with_their_item_is_no_cause_of_its_own() -> None:
    case = build_case({"a/x": "C I", "a/y": "I N"})
    rows = {a: row for a, row in case.matrix.rows.items() if a != "a/y"}
    after = replace(without(case, "a/y"), matrix=replace(case.matrix, rows=rows))

    assert lines(compared(case, after))[1].startswith("**1 report removed, which spoke only against H1:")


def test_many_changes_are_counted() -> None:
    case = build_case({f"a/x{n}": "C I" for n in range(4)})
    after = case
    for address in case.items:
        after = edited(after, Rate(address, "h1", Rating.CC))

    assert lines(compared(case, after))[1] == "**4 ratings changed.**"


def test_ranks_behind_the_leader_are_told_and_the_rest_is_counted() -> None:
    case = build_case({"a/x": "C I II C C"})
    said = page(compared(case, edited(edited(case, Rate("a/x", "h2", Rating.II)), Rate("a/x", "h3", Rating.I))))

    assert "another one than before. Ranks 4 and 5 swap: H3 now stands before H2." in said
    assert "did not move" not in said
    alone = page(
        compared(build_case({"a/x": "C I II N", "a/y": "C I I I"}), build_case({"a/x": "C I I N", "a/y": "C I I I"}))
    )
    assert "| H3 | 3 → 2 | 3 → 2 | 4 → 3= |" in alone or "| H3 | 3 → 2 | 3 → 2 | 4 → 2= |" in alone
    assert "did not move |" in alone


def test_no_score_moved_is_no_approval_of_a_new_wording() -> None:
    case = build_case({"a/x": "C I"})
    marked = case.with_matrix(
        with_row(case.matrix, "a/x", Row(case.matrix.row("a/x").ratings, case.fingerprint("a/x")))
    )

    said = page(compared(marked, changed_item(marked, "a/x", text="Other words.")))

    assert "no score moved, because the new wording is not rated yet. By ratings of the old one H1 leads." in said
    assert "**The scores are of the old wording.** The text of" in said
    assert "No score moved" not in said


def test_what_decides_no_more_is_told_from_what_is_gone() -> None:
    case = build_case({"a/x": "C I N", "a/y": "C N I", "a/z": "I C C"})
    gone, parted = (
        page(compared(case, without(case, "a/z"))),
        page(compared(case, edited(case, Rate("a/z", "h1", Rating.C)))),
    )

    for said in (gone, parted):
        assert "**went:**" not in said
    assert "(a/z)" in gone.partition("no longer in the matrix:**")[2].partition("\n")[0] or "In a tie" in gone


def test_several_items_to_look_at_are_counted_by_sort() -> None:
    case = build_case({f"a/x{n}": "C I" for n in range(6)})
    after = case
    for address in case.items:
        after = edited(after, Rate(address, "h1", Rating.I))

    said = page(compared(case, after))

    assert said.count("**A rating changed side, its reason did not.**") == 3
    assert "And 3 more ratings that changed side under the same reason, or under none." in said


@pytest.mark.parametrize(
    "before, after, said",
    [
        ("C I I", "I C II", "H2 now leads instead of H1, 1 point ahead."),
        ("C I I", "I C C", "H2 and H3 now tie for the lead instead of H1, 1 point ahead."),
        ("C I I", "C C C", "H1 loses its sole lead: now a three-way tie with H2 and H3."),
        ("C C I", "C C C", "H3 joined H1 and H2, who tied for the lead: now a three-way tie."),
        ("C C I", "C I I", "H1 now leads alone, 1 point ahead; H2 tied with it before."),
        ("C C C", "C C I", "only H1 and H2 tie for the lead now; H3 did as well."),
        ("C C I", "I C C", "H2 and H3 tie for the lead now; before, H1 and H2 tied for the lead."),
        ("N N N", "C I I", "H1 leads now; nobody did before."),
        ("C I I", "N N N", "nobody leads any more (H1 led). No hypothesis is tested: every rating is N or NA."),
        ("C I I", "C I II", "H1 still leads. H3 goes from rank 2 to 3."),
        ("C I N", "C II N", "H1 still leads, by more: 2 points ahead of H2, 1 before."),
    ],
)
def test_every_turn_of_a_lead_has_its_sentence(before: str, after: str, said: str) -> None:
    told = page(compared(build_case({"a/x": before}), build_case({"a/x": after})))

    assert f"**me's matrix:** {said}" in told


def test_a_matrix_that_came_and_one_that_went() -> None:
    case = build_case({"a/x": "C I"})
    bob = rated("bob", {"a/x": {"h1": Rating.C, "h2": Rating.I}})
    came, went = page(compare(side(case), side(case, "", bob))), page(compare(side(case, "", bob), side(case)))

    assert "**The matrix of bob for q is new.**" in came
    assert "**bob's matrix:** a new matrix; H1 leads." in came
    assert "**me's matrix:** unchanged, H1 leads." in came
    assert "**bob's matrix:** this matrix is gone; H1 led in it." in went


def test_equal_weights_are_named_where_they_lead_otherwise() -> None:
    rows = {"a/x": "I N C", "a/y": "N I C", "a/z": "II II C"}
    case = build_case(rows, items={"a/x": {"credibility": "1"}, "a/y": {"credibility": "3"}}, sources={"a": "A"})
    two = {"h1": case.question.hypotheses["h1"], "h2": case.question.hypotheses["h2"]}
    before = replace(case, question=replace(case.question, hypotheses=two))
    told = page(compared(before, changed_item(before, "a/x", credibility="3")))

    assert (
        "**me's matrix:** H2 loses its sole lead: now a tie with H1. By equal weights they tied before already." in told
    )
    back = page(compared(changed_item(before, "a/x", credibility="3"), before))
    assert "H2 now leads alone, 0.4 points ahead; H1 tied with it before. By equal weights H1 and H2 tie" in back


def test_an_answer_that_depends_on_counting_origins_once_now_says_so() -> None:
    case = build_case({"a/x": "I C", "a/y": "I C", "a/z": "C I", "a/w": "C I", "a/v": "C I"}, origins={"ann": "C"})
    told = case
    for address in ("a/z", "a/w", "a/v"):
        told = changed_item(told, address, origins=("ann",))

    said = page(compared(case, told))

    assert "**me's matrix:** H1 still leads." in said
    assert "With every voice counted once H2 leads." in said


def test_cells_that_are_open_now_are_said_beside_the_lead() -> None:
    case = build_case({"a/x": "C I", "a/y": "C I"})

    said = page(compared(case, edited(case, Rate("a/y", "h1", None))))

    assert "**me's matrix:** H1 still leads. The answer says now: H1 leads. 1 of 4 cells is unrated" in said
