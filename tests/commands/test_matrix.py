from __future__ import annotations

import csv
import io
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from workbench.analysis import arrangement
from workbench.commands import known

Run = Any


def test_text_fits_80_cells_in_a_pipe(ach: Run, folder: Path) -> None:
    ran = ach("-C", folder, "matrix")

    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "Minor action and Major action tie for the lead." in ran.out
    assert "\x1b" not in ran.out


def test_the_width_can_be_said(ach: Run, folder: Path) -> None:
    wide = ach("-C", folder, "matrix", "--width", "160").out

    assert 80 < max(map(len, wide.splitlines())) <= 160
    assert ach("-C", folder, "matrix", "--width", "39").code == 2


def test_csv_has_its_own_line_ends(ach: Run, folder: Path) -> None:
    out = ach("-C", folder, "matrix", "--format", "csv").out
    records = list(csv.DictReader(io.StringIO(out, newline="")))

    assert out.count("\r\n") == out.count("\n")
    assert [r["none"] for r in records if r["part"] == "decides"] == ["II", "I"]


def test_json_is_whole(ach: Run, folder: Path) -> None:
    data = json.loads(ach("-C", folder, "matrix", "retaliation", "--format", "json").out)

    assert data["analyst"] == "ann"
    assert data["rows"][0]["because"] == {"none": "He could not bear it."}


def test_rows_can_be_sorted(ach: Run, folder: Path) -> None:
    def addresses(sort: str) -> list[str]:
        data = json.loads(ach("-C", folder, "matrix", "--sort", sort, "--format", "json").out)
        return [row["address"].partition("/")[2] for row in data["rows"]]

    assert addresses("decides") == ["loss-of-face", "precautions", "statement"]
    assert addresses("file") == ["precautions", "loss-of-face", "statement"]


@pytest.mark.parametrize("sort", arrangement.SORTS)
def test_every_order_can_be_asked_for(ach: Run, folder: Path, sort: str) -> None:
    titles = {name: sort.title for name, sort in arrangement.SORTS.items()}
    assert {arrangement.DEFAULT_SORT: known.SORTS[arrangement.DEFAULT_SORT], **titles} == known.SORTS
    assert next(iter(known.SORTS)) == arrangement.DEFAULT_SORT
    ran = ach("-C", folder, "matrix", "--sort", sort)
    assert ran.code == 0
    assert f"rows: within each block by {titles[sort]}." in " ".join(ran.out.split())


def test_rows_sorted_by_an_index_say_it_with_its_formula(ach: Run, folder: Path) -> None:
    out = " ".join(ach("-C", folder, "matrix", "--sort", "range").out.split())
    data = json.loads(ach("-C", folder, "matrix", "--sort", "range", "--format", "json").out)

    assert "range of the ratings: Largest less smallest x" in out
    assert [row["diagnosticity"]["range"] for row in data["rows"]] == [3, 2, 0]
    assert all(f"{number} steps" in out for number in (3, 2, 0))
    assert "within each block by" not in ach("-C", folder, "matrix").out


def test_hypotheses_can_stand_in_rows(ach: Run, folder: Path) -> None:
    out = ach("-C", folder, "matrix", "--transpose").out

    assert any(line.split() == ["No", "retaliation", "II", "I"] for line in out.splitlines())


@pytest.mark.parametrize("name, begins", [("m.txt", "TLP"), ("m.md", "**TLP"), ("m.csv", "part,"), ("m.json", "{")])
def test_the_ending_of_a_file_says_its_format(ach: Run, folder: Path, tmp_path: Path, name: str, begins: str) -> None:
    ran = ach("-C", folder, "matrix", "-o", name)

    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize("name", ["m.txt", "m.md", "m.csv", "m.json"])
def test_what_ach_printed_it_may_print_again(ach: Run, folder: Path, name: str) -> None:
    assert [ach("-C", folder, "matrix", "-o", name).code for _ in range(2)] == [0, 0]


def test_a_file_of_the_users_is_kept(ach: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("mine", encoding="utf-8")
    ran = ach("-C", folder, "matrix", "-o", "notes.md")

    assert ran.code == 2
    assert "--force" in ran.err
    assert (tmp_path / "notes.md").read_text(encoding="utf-8") == "mine"
    assert ach("-C", folder, "matrix", "-o", "notes.md", "--force").code == 0


@pytest.mark.parametrize("name", ["m.txt", "m.md", "m.csv"])
def test_what_was_written_below_a_printed_matrix_is_kept(ach: Run, folder: Path, tmp_path: Path, name: str) -> None:
    ach("-C", folder, "matrix", "-o", name)
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write("\nAsk Jane about the third row.\n")

    assert ach("-C", folder, "matrix", "-o", name).code == 2
    assert (tmp_path / name).read_text(encoding="utf-8").endswith("third row.\n")


def test_a_write_protected_file_is_kept(ach: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ach("-C", folder, "matrix", "-o", "m.txt")
    with monkeypatch.context() as protected:
        protected.setattr(os, "access", lambda *_, **__: False)
        ran = ach("-C", folder, "matrix", "-o", "m.txt")

    assert ran.code == 2
    assert "permission denied" in ran.err


def test_the_longest_name_there_can_be(ach: Run, folder: Path, tmp_path: Path) -> None:
    name = "m" * 251 + ".txt"

    assert ach("-C", folder, "matrix", "-o", name).code == 0
    assert (tmp_path / name).is_file()


def test_a_link_to_itself_is_said(ach: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "m.txt").symlink_to(tmp_path / "m.txt")
    ran = ach("-C", folder, "matrix", "-o", "m.txt")

    assert ran.code == 2
    assert "should not happen" not in ran.err


@pytest.mark.parametrize("name", ["evidence/embassy.yaml", "matrices/m.txt", "schemas/x.json"])
def test_the_files_of_the_case_are_never_written(ach: Run, folder: Path, name: str) -> None:
    before = (folder / "evidence/embassy.yaml").read_bytes()
    ran = ach("-C", folder, "matrix", "--format", "text", "--force", "-o", folder / name)

    assert ran.code == 2
    assert "never overwritten" in ran.err
    assert (folder / "evidence/embassy.yaml").read_bytes() == before


def test_a_link_into_the_case_is_no_way_in(ach: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "m.txt").symlink_to(folder / "evidence/embassy.yaml")

    assert ach("-C", folder, "matrix", "-o", "m.txt", "--force").code == 2


def test_an_ending_that_names_no_format_is_asked_about(ach: Run, folder: Path) -> None:
    assert "--format" in ach("-C", folder, "matrix", "-o", "m.docx").err
    assert ach("-C", folder, "matrix", "-o", "nowhere/m.md").code == 2


def test_a_new_file_has_the_usual_mode(ach: Run, folder: Path, tmp_path: Path) -> None:
    ach("-C", folder, "matrix", "-o", "m.txt")
    umask = os.umask(0)
    os.umask(umask)

    assert stat.S_IMODE((tmp_path / "m.txt").stat().st_mode) == 0o666 & ~umask
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_a_dash_is_standard_output(ach: Run, folder: Path) -> None:
    assert ach("-C", folder, "matrix", "-o", "-").out.startswith("TLP:CLEAR")


def test_a_device_is_written_to_as_it_is(ach: Run, folder: Path) -> None:
    assert ach("-C", folder, "matrix", "-o", os.devnull).code == 0
    assert not Path(os.devnull).is_file()


def test_a_row_that_is_not_fully_rated_separates_nothing_so_far(ach: Run, folder: Path) -> None:
    assert "Separates nothing" in ach("-C", folder, "matrix").out.splitlines()
    matrix = folder / "matrices/retaliation/ann.yaml"
    matrix.write_text(matrix.read_text(encoding="utf-8").replace("{none: C, minor: C, major: C}", "{none: II}"))

    assert "Separates nothing so far" in ach("-C", folder, "matrix").out.splitlines()
