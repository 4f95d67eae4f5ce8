"""`ach matrix --blank` and `ach add matrix`: a sheet goes out, comes back, and becomes a matrix."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from workbench import workspace
from workbench.commands import progress
from workbench.model import Rating
from workbench.ratingsheets import opened

Run = Any


@pytest.fixture
def sheet(ach: Run, folder: Path, tmp_path: Path) -> Path:
    """The sheet as CSV."""
    path = tmp_path / "sheet.csv"
    assert ach("-C", folder, "matrix", "--blank", "-o", path).code == 0
    return path


def fill(sheet: Path, **rows: dict[str, str]) -> None:
    """Fill in cells: rows by the item's id, columns by what their name holds."""
    table = list(csv.reader(io.StringIO(sheet.read_text(encoding="utf-8"))))
    head = next(row for row in table if row[0] == "address")
    for item, cells in rows.items():
        row = next(row for row in table if row[0] == f"embassy/{item}")
        for name, text in cells.items():
            row[next(i for i, one in enumerate(head) if name in one)] = text
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(table)
    sheet.write_text(out.getvalue(), encoding="utf-8")


def test_a_filled_in_sheet_becomes_a_matrix(ach: Run, folder: Path, sheet: Path) -> None:
    fill(
        sheet,
        statement={"[none]": "c", "[minor]": "I", "why: Minor": "He rules it out."},
        precautions={"park": "Vague."},
    )

    ran = ach("-C", folder, "add", "matrix", sheet, "--analyst", "bob")

    assert ran.code == 0
    assert ran.out.splitlines() == [
        "matrices/retaliation/bob.yaml: added embassy/statement: none C, minor I, 1 reason",
        "matrices/retaliation/bob.yaml: added embassy/precautions: parked",
    ]
    assert "2 ratings in 2 rows added, 0 places refused" in ran.err
    case = workspace.read(folder).case("retaliation", "bob")
    assert case.matrix.row("embassy/statement").ratings == {"none": Rating.C, "minor": Rating.I}
    assert not case.stale("embassy/statement")


def test_one_cell_that_cannot_be_taken_refuses_the_whole(ach: Run, folder: Path, sheet: Path) -> None:
    fill(sheet, statement={"[none]": "C", "[minor]": "X"})
    path = folder / "matrices/retaliation/bob.yaml"

    ran = ach("-C", folder, "add", "matrix", sheet, "--analyst", "bob")

    assert ran.code == 1
    [line] = ran.out.splitlines()
    assert line.startswith(f"{sheet}:")
    assert line.endswith('refused: "X" is no rating; use one of CC C N I II NA')
    assert "nothing is added; --partly adds the rest" in ran.err
    assert not path.exists()
    assert ach("-C", folder, "add", "matrix", sheet, "--analyst", "bob", "--partly").code == 1
    assert workspace.read(folder).case("retaliation", "bob").matrix.row("embassy/statement").ratings == {
        "none": Rating.C
    }


def test_a_dry_run_says_the_same_and_writes_nothing(ach: Run, folder: Path, sheet: Path) -> None:
    fill(sheet, statement={"[none]": "C"})

    dry = ach("-C", folder, "add", "matrix", sheet, "--analyst", "bob", "--dry-run")

    assert dry.code == 0
    assert not (folder / "matrices/retaliation/bob.yaml").exists()
    real = ach("-C", folder, "add", "matrix", sheet, "--analyst", "bob")
    assert dry.out.replace("would add", "added") == real.out


def test_another_rating_is_left_alone_unless_it_is_to_be_replaced(ach: Run, folder: Path, sheet: Path) -> None:
    fill(sheet, precautions={"[none]": "N"})
    path = folder / "matrices/retaliation/ann.yaml"
    before = path.read_bytes()

    ran = ach("-C", folder, "add", "matrix", sheet, "--analyst", "ann")

    assert (ran.code, path.read_bytes()) == (1, before)
    assert "'embassy/precautions' is I for 'none' there, and N on the sheet; settle which holds" in ran.out
    assert ach("-C", folder, "add", "matrix", sheet, "--analyst", "ann", "--replace").code == 0
    changed = [new for old, new in zip(before.splitlines(), path.read_bytes().splitlines(), strict=True) if new != old]
    assert changed == [b"  embassy/precautions: {none: N, minor: C, major: C}"]


def test_what_follows_is_told(ach: Run, folder: Path, sheet: Path) -> None:
    fill(sheet, statement={"[none]": "I"})

    assert "without a reason" in ach("-C", folder, "add", "matrix", sheet, "--analyst", "bob").err


def test_what_follows_is_told_with_its_lines(ach: Run, folder: Path, sheet: Path) -> None:
    fill(sheet, statement={"[none]": "I"}, precautions={"[none]": "II"})

    told = ach("-C", folder, "add", "matrix", sheet, "--analyst", "bob").err
    checked = ach("-C", folder, "check").out

    now = [line.removeprefix("ach: now ") for line in told.splitlines() if line.startswith("ach: now ")]
    places = [re.match(r"(\S+:[1-9]\d*): ([A-Z]\d+)", line) for line in now]
    assert places
    for place in places:
        assert place is not None
        assert f"{place[1]}: {place[2]}" in checked


def test_a_finding_of_a_colleague_hides_none_in_the_new_matrix(ach: Run, folder: Path, sheet: Path) -> None:
    fill(sheet, statement={"[none]": "I"})
    for analyst in ("bob", "cy"):
        assert "without a reason" in ach("-C", folder, "add", "matrix", sheet, "--analyst", analyst).err


def test_beside_refusals_one_line_says_how_much_is_taken(ach: Run, folder: Path, sheet: Path) -> None:
    fill(
        sheet,
        **{"loss-of-face": {"[none]": "C", "[minor]": "I", "why: Minor": "He rules it out."}},
        statement={"[none]": "X", "[minor]": "C"},
        precautions={"park": "Vague."},
    )
    asked = ("-C", folder, "add", "matrix", sheet, "--analyst", "bob", "--partly")

    dry = ach(*asked, "--dry-run").out.splitlines()
    assert dry[0] == "matrices/retaliation/bob.yaml: would add 3 ratings in 3 rows, 1 reason, 1 row parked"
    assert [": refused: " in line for line in dry] == [False, True]
    assert len(json.loads(ach(*asked, "--dry-run", "--format", "json").out)["added"]) == 3
    assert ach(*asked).out.splitlines()[0] == dry[0].replace("would add", "added")


def test_rows_that_somebody_wrote_for_themselves_are_named(ach: Run, folder: Path, sheet: Path) -> None:
    fill(sheet, statement={"[none]": "C"})
    with sheet.open("a", encoding="utf-8") as lines:
        lines.write("What of the navy?\n;And the air force?\n")
    asked = ("-C", folder, "add", "matrix", sheet, "--analyst", "bob", "--dry-run")

    ran = ach(*asked)
    number = sheet.read_text(encoding="utf-8").count("\n")

    assert ran.code == 0
    assert f"2 rows name no item, and are not read: {number - 1}:1, {number}:2" in ran.err
    assert json.loads(ach(*asked, "--format", "json").out)["not_read"] == [f"{number - 1}:1", f"{number}:2"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_sheet_of_a_part_says_so_and_leaves_the_other_rows_alone(
    ach: Run, folder: Path, tmp_path: Path, form: str
) -> None:
    path, says = tmp_path / f"part.{form}", "Only kind=statement: 1 of 3 rows; 2 are left out."
    assert ach("-C", folder, "matrix", "--blank", "--slice", "kind=statement", "-o", path).code == 0
    cells = [cell for grid in opened(path.read_bytes()).values() for row in grid.rows for cell in row.cells]
    before = workspace.read(folder).case("retaliation", "ann").matrix

    assert any(says in cell for cell in cells)
    assert not any("embassy/precautions" in cell for cell in cells)
    if form == "csv":
        fill(path, statement={"[none]": "I", "why: No": "He says so."})
        assert ach("-C", folder, "add", "matrix", path, "--analyst", "ann", "--replace").code == 0
        after = workspace.read(folder).case("retaliation", "ann").matrix
        assert after.row("embassy/statement").ratings["none"] is Rating.I
        for address in ("embassy/precautions", "embassy/loss-of-face"):
            assert (after.row(address), after.note(address)) == (before.row(address), before.note(address))


def test_a_whole_sheet_does_not_call_itself_a_part(ach: Run, folder: Path) -> None:
    part = "only a part"
    assert part not in ach("-C", folder, "matrix", "--blank").out
    for form in ("text", "md", "csv"):
        assert part in ach("-C", folder, "matrix", "--blank", "--as-of", "2020", "--format", form).out


def test_a_long_sheet_says_how_far_it_is_where_somebody_watches(
    ach: Run, folder: Path, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    fill(sheet, statement={"[none]": "C"})
    monkeypatch.setattr(progress, "teller", lambda _: told.append)

    assert ach("-C", folder, "add", "matrix", sheet, "--analyst", "bob").code == 0
    assert [what for what in told if what][:3] == ["reading the sheet", "checking", "taking row 1 of 1"]
    assert told[-1] == ""


def test_an_empty_sheet_says_so(ach: Run, folder: Path, sheet: Path) -> None:
    ran = ach("-C", folder, "add", "matrix", sheet, "--analyst", "bob")

    assert ran.code == 1
    assert "nothing is filled in" in ran.err
    assert not (folder / "matrices/retaliation/bob.yaml").exists()


def test_json_has_all_of_it(ach: Run, folder: Path, sheet: Path) -> None:
    fill(sheet, statement={"[none]": "C", "relevance": "low"}, precautions={"[none]": "?"})
    said = json.loads(ach("-C", folder, "add", "matrix", sheet, "--analyst", "bob", "--partly", "--format", "json").out)

    assert said["written"] is True
    [row] = said["added"]
    assert (row["address"], row["ratings"], row["relevance"]) == ("embassy/statement", {"none": "C"}, "low")
    assert said["refused"][0]["message"] == '"?" is no rating'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("a,b\n1,2\n", "it is no rating sheet"),
        (
            "Rating sheet of the question other (format 1)\naddress,evidence,A [a]\n",
            'of the question "other", which is none here',
        ),
        ("", "it is empty"),
    ],
)
def test_what_is_no_sheet_of_this_workspace_is_refused(
    ach: Run, folder: Path, sheet: Path, content: str, says: str
) -> None:
    sheet.write_text(content, encoding="utf-8")
    ran = ach("-C", folder, "add", "matrix", sheet, "--analyst", "bob")

    assert ran.code == 2
    assert says in ran.err


def test_whose_ratings_they_are_has_to_be_said(ach: Run, folder: Path, sheet: Path) -> None:
    ran = ach("-C", folder, "add", "matrix", sheet)

    assert (ran.code, "--analyst ID" in ran.err) == (2, True)
    assert ach("-C", folder, "add", "matrix", sheet, "--analyst", "Not An Id").code == 2
    assert ach("-C", folder, "add", "matrix", sheet.with_name("none.csv"), "--analyst", "bob").code == 2


def test_a_broken_matrix_is_never_written_over(ach: Run, folder: Path, sheet: Path) -> None:
    fill(sheet, statement={"[none]": "C"})
    path = folder / "matrices/retaliation/bob.yaml"
    path.write_text("format: 1\nrows: {embassy/statement: {none: I\n", encoding="utf-8")
    before = path.read_bytes()

    assert ach("-C", folder, "add", "matrix", sheet, "--analyst", "bob").code == 2
    assert path.read_bytes() == before


def test_a_blank_sheet_is_printed_in_every_form_it_has(ach: Run, folder: Path, tmp_path: Path) -> None:
    for form, begins in (("text", "TLP:CLEAR"), ("md", ""), ("csv", "marking,TLP:CLEAR")):
        ran = ach("-C", folder, "matrix", "--blank", "--format", form)
        assert ran.code == 0
        assert ran.out.startswith(begins)
        assert "Nobody guards against nothing" not in ran.out
        assert "Doing nothing would cost Saddam" in ran.out
    assert ach("-C", folder, "matrix", "--blank", "-o", tmp_path / "s.xlsx").code == 0
    assert (tmp_path / "s.xlsx").read_bytes()[:2] == b"PK"
    assert ach("-C", folder, "matrix", "--blank", "--format", "json").code == 2
    assert ach("-C", folder, "matrix", "--blank", "--sort", "date").code == 2


def test_a_sheet_that_was_filled_in_is_not_printed_over(ach: Run, folder: Path, tmp_path: Path) -> None:
    from workbench.report.workbook import parcel

    path = tmp_path / "s.xlsx"
    for _ in range(2):
        assert ach("-C", folder, "matrix", "--blank", "-o", path).code == 0
    held = parcel.parts(path.read_bytes())
    held["xl/worksheets/sheet2.xml"] += b" "
    path.write_bytes(parcel.packed(held))

    assert ach("-C", folder, "matrix", "--blank", "-o", path).code == 2
    assert ach("-C", folder, "matrix", "--blank", "-o", path, "--force").code == 0
