"""A filled-in sheet beside the matrix there is: merged, refused or replaced, and stale where the wording changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import EMBASSY, QUESTION
from tests.ratingsheets.conftest import Cells, Table, as_workbook
from workbench import checks, workspace
from workbench.model import Case, Level, Rating
from workbench.ratingsheets import Taken, filled, opened, taken
from workbench.workspace import Keeper, Saved

Fill = Callable[[Any], Table]

ROW = {"[none]": "C", "[minor]": "N", "[major]": "NA"}


@pytest.fixture
def take(fill: Fill, root: Path) -> Callable[..., tuple[Taken, Case]]:
    """Fill in the sheet, take it for an analyst, save, and read the case again."""
    blank = fill({})

    def take(cells: Cells, analyst: str = "bob", *, replacing: bool = False) -> tuple[Taken, Case]:
        from tests.ratingsheets.conftest import fill_in

        found = workspace.read(root)
        made = taken(found, filled(opened(as_workbook(fill_in(blank, cells)))), analyst, replacing=replacing)
        keeper = Keeper(made.printed, "retaliation", analyst)
        for edit in made.edits:
            keeper.apply(edit)
        assert isinstance(keeper.save(), Saved)
        return made, workspace.read(root).case("retaliation", analyst)

    return take


Take = Callable[..., tuple[Taken, Case]]


def rate(address: str, **cells: str) -> dict[tuple[str, str], str]:
    named = {"none": "[none]", "minor": "[minor]", "major": "[major]", "why": "why [none]"}
    return {(address, named.get(name, name)): text for name, text in cells.items()}


def test_a_new_matrix_is_as_the_terminal_writes_it(take: Take, root: Path) -> None:
    cells = {
        **rate("embassy/statement", none="C", minor="C", major="C"),
        **rate("embassy/precautions", none="I", minor="C", major="NA", why="Nobody guards nothing.", relevance="low"),
        **rate("embassy/loss-of-face", park="Idle."),
    }
    made, case = take(cells)

    assert not made.faults
    assert case.matrix.row("embassy/precautions").ratings == {
        "none": Rating.I, "minor": Rating.C, "major": Rating.NA,
    }  # fmt: skip
    assert case.matrix.note("embassy/precautions").because == {"none": "Nobody guards nothing."}
    assert case.matrix.note("embassy/precautions").relevance is Level.LOW
    assert case.parked("embassy/loss-of-face")
    assert not any(case.stale(a) or case.unconfirmed(a) for a in case.items)
    assert not [f for f in checks.findings(workspace.read(root)) if f.path.endswith("bob.yaml") and not f.note]


def test_the_same_sheet_again_changes_nothing(take: Take, root: Path) -> None:
    cells = rate("embassy/precautions", none="I", minor="C", why="Nobody guards nothing.", relevance="low")
    take(cells)
    before = (root / "matrices/retaliation/bob.yaml").read_bytes()
    made, _ = take(cells)

    assert not made.edits
    assert not made.faults
    assert (root / "matrices/retaliation/bob.yaml").read_bytes() == before


def test_what_is_unrated_is_filled_and_what_differs_is_named(take: Take) -> None:
    take(rate("embassy/statement", none="C", minor="C"))
    made, case = take(rate("embassy/statement", none="I", major="N", why="He lies."))

    assert case.matrix.row("embassy/statement").ratings == {
        "none": Rating.C, "minor": Rating.C, "major": Rating.N,
    }  # fmt: skip
    assert [fault.sentence for fault in made.faults] == [
        "'embassy/statement' is C for 'none' there, and I on the sheet"
    ]
    assert not case.matrix.note("embassy/statement").because
    assert not case.stale("embassy/statement")


def test_the_sheet_can_go_first(take: Take) -> None:
    take({**rate("embassy/statement", none="C", minor="C"), **rate("embassy/precautions", park="Idle.")})
    made, case = take(
        {**rate("embassy/statement", none="I", why="He lies."), **rate("embassy/precautions", none="N")}, replacing=True
    )

    assert not made.faults
    assert case.matrix.row("embassy/statement").ratings == {"none": Rating.I, "minor": Rating.C}
    assert case.matrix.row("embassy/precautions").ratings == {"none": Rating.N}
    assert not case.parked("embassy/precautions")


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [
        ({"none": "I", "why": "One."}, {"none": "I", "why": "Another."}, "has another reason for 'none' there"),
        ({"relevance": "low"}, {"relevance": "high"}, "has relevance low there, and high on the sheet"),
        ({"park": "Idle."}, {"none": "C"}, "is parked there, and rated on the sheet"),
        ({"none": "C"}, {"park": "Idle."}, "is rated there, and parked on the sheet"),
        ({"park": "Idle."}, {"park": "Vain."}, "is parked there for another reason"),
    ],
)
def test_nothing_that_stands_is_changed_silently(take: Take, first: Any, second: Any, says: str) -> None:
    _, before = take(rate("embassy/statement", **first))
    made, after = take(rate("embassy/statement", **second))

    assert [says in fault.sentence for fault in made.faults] == [True]
    assert after.matrix == before.matrix
    made, after = take(rate("embassy/statement", **second), replacing=True)
    assert not made.faults
    assert after.matrix != before.matrix


def reword(root: Path, new: str = "Saddam says on the radio that he will not retaliate.") -> None:
    path = root / "evidence/embassy.yaml"
    path.write_text(EMBASSY.replace("Saddam says he will not retaliate.", new), encoding="utf-8")


def test_an_item_reworded_meanwhile_comes_back_stale(take: Take, root: Path) -> None:
    old = workspace.read(root).case("retaliation", "bob")
    reword(root)
    made, case = take({**rate("embassy/statement", none="C", major="N"), **rate("embassy/precautions", none="N")})

    assert [row.stale for row in made.rows] == [True, False]
    assert case.stale("embassy/statement")
    assert not case.stale("embassy/precautions")
    row = case.matrix.row("embassy/statement")
    assert row.wording == old.fingerprint("embassy/statement", row)  # that of what was really rated
    reword(root, "Saddam says he will not retaliate.")
    assert not workspace.read(root).case("retaliation", "bob").stale("embassy/statement")


def test_a_hypothesis_reworded_meanwhile_makes_its_rows_stale(take: Take, root: Path) -> None:
    path = root / "hypotheses/retaliation.yaml"
    path.write_text(QUESTION.replace("It is planning a major attack.", "It is planning several."), encoding="utf-8")
    _, case = take({**rate("embassy/statement", none="C", major="N"), **rate("embassy/precautions", none="N")})

    assert case.stale("embassy/statement")
    assert not case.stale("embassy/precautions")


def test_an_old_sheet_does_not_go_into_a_row_of_the_new_wording(take: Take, root: Path) -> None:
    reword(root)
    path = root / "matrices/retaliation/bob.yaml"
    keeper = Keeper(workspace.read(root), "retaliation", "bob")
    from workbench.model import Rate

    keeper.apply(Rate("embassy/statement", "none", Rating.C))
    keeper.save()
    before = path.read_bytes()
    made, _ = take(rate("embassy/statement", major="N"))
    assert "was reworded after the sheet was printed" in made.faults[0].sentence
    assert path.read_bytes() == before

    made, case = take(rate("embassy/statement", none="N", major="N"), replacing=True)
    assert not made.faults
    assert case.stale("embassy/statement")


def test_rating_all_of_a_stale_row_anew_confirms_it(take: Take, root: Path) -> None:
    (root / "matrices/retaliation/bob.yaml").write_text(
        "format: 1\nrows:\n  embassy/statement: {none: C, wording: w0123456789abcdef}\n", encoding="utf-8"
    )
    _, partly = take(rate("embassy/statement", minor="N"))
    assert partly.stale("embassy/statement")
    _, wholly = take(rate("embassy/statement", none="C", minor="N"))
    assert not wholly.stale("embassy/statement")


def test_an_item_renamed_meanwhile_is_found(take: Take, root: Path) -> None:
    renamed = EMBASSY.replace("  statement: {", "  promise: {formerly: [statement], ")
    (root / "evidence/embassy.yaml").write_text(renamed, encoding="utf-8")
    made, case = take(rate("embassy/statement", none="C"))

    assert not made.faults
    assert case.matrix.row("embassy/promise").ratings == {"none": Rating.C}


def test_an_item_that_is_gone_and_a_hypothesis_that_is_none_are_named(take: Take, root: Path) -> None:
    (root / "evidence/embassy.yaml").write_text(
        "\n".join(line for line in EMBASSY.split("\n") if "statement:" not in line), encoding="utf-8"
    )
    parked = QUESTION.replace("expect_not: [An attack.]}", "expect_not: [An attack.], status: parked, because: So.}")
    (root / "hypotheses/retaliation.yaml").write_text(parked, encoding="utf-8")
    made, case = take({**rate("embassy/statement", none="C"), **rate("embassy/precautions", none="C", minor="C")})

    assert sorted(fault.sentence for fault in made.faults) == [
        "the hypothesis 'none' is parked by now",
        "there is no item 'embassy/statement' in retaliation",
    ]
    assert case.matrix.row("embassy/precautions").ratings == {"minor": Rating.C}


def test_only_a_lost_mark_and_text_make_a_row_stale(fill: Fill, root: Path) -> None:
    table = [row[:-1] for row in fill(rate("embassy/statement", none="C"))]
    made = taken(workspace.read(root), filled(opened(as_workbook(table))), "bob")
    assert [row.stale for row in made.rows] == [False]  # the text is still that of the file

    reword(root)
    made = taken(workspace.read(root), filled(opened(as_workbook(table))), "bob")
    assert [row.stale for row in made.rows] == [True]
