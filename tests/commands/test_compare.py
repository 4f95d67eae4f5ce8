from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

Run = Any

SCHEMA = Path(__file__).parents[2] / "schemas/output/compare.schema.json"

BOB = """\
format: 1
rows:
  embassy/loss-of-face: {none: C, minor: C, major: C}
  embassy/precautions: {none: I, minor: C, major: C}
  embassy/statement: {none: C, minor: C, major: II}   # he would have to lie
notes:
  embassy/loss-of-face: {because: {none: He has borne worse.}}
  embassy/statement: {because: {major: Planners keep still.}}
"""

CY = """\
format: 1
rows:
  embassy/statement: {none: C, minor: C, major: C}
  embassy/precautions: {none: I}
"""


@pytest.fixture
def case(folder: Path) -> Path:
    """Three analysts: ann and bob are done, cy has rated one row of three."""
    for analyst, matrix in {"bob": BOB, "cy": CY}.items():
        (folder / f"matrices/retaliation/{analyst}.yaml").write_text(matrix, encoding="utf-8")
    return folder


def files(case: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}


def test_who_is_done_sees_everything_and_nothing_is_written(ach: Run, case: Path) -> None:
    before = files(case)
    ran = ach("-C", case, "--analyst", "ann", "compare")
    assert (ran.code, ran.err) == (0, "")
    assert "Not complete: cy; what follows from all rows may change." in ran.out
    assert "   bob II: Planners keep still." in ran.out
    assert files(case) == before


def test_who_is_not_done_sees_only_what_is_rated(ach: Run, case: Path) -> None:
    before = files(case)
    ran = ach("-C", case, "--analyst", "cy", "compare")
    assert "Blind: cy has not rated 2 rows yet." in ran.out
    assert "Planners keep still." in ran.out, "the row is rated"
    assert "He has borne worse." not in ran.out
    assert "THE ORDER" not in ran.out
    assert files(case) == before


def test_an_early_look_is_said_and_recorded_once(ach: Run, case: Path) -> None:
    matrix = case / "matrices/retaliation/cy.yaml"
    ran = ach("-C", case, "--analyst", "cy", "compare", "--look")
    assert "An early look: cy sees this before rating 2 rows." in ran.out
    assert "He has borne worse." in ran.out
    recorded = matrix.read_text(encoding="utf-8")
    assert recorded.startswith(CY)
    assert "looked: [embassy/precautions, embassy/loss-of-face]" in recorded
    ach("-C", case, "--analyst", "cy", "compare", "--look")
    assert matrix.read_text(encoding="utf-8") == recorded
    assert ach("-C", case, "check").code in {0, 1}


def test_a_look_that_cannot_be_recorded_is_not_given(ach: Run, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.workspace import durable

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable, "replace", full)
    ran = ach("-C", case, "--analyst", "cy", "compare", "--look")
    assert (ran.code, ran.out) == (2, "")
    assert "the early look cannot be recorded, and so is not given" in ran.err


def test_a_look_of_who_is_done_records_nothing(ach: Run, case: Path) -> None:
    before = files(case)
    assert "early look" not in ach("-C", case, "--analyst", "ann", "compare", "--look").out
    assert files(case) == before


def test_who_has_no_matrix_is_a_reader(ach: Run, case: Path) -> None:
    ran = ach("-C", case, "compare")
    assert "ach: you are bob" not in ran.err, "bob is the login of these tests, and has a matrix"
    (case / "matrices/retaliation/bob.yaml").unlink()
    ran = ach("-C", case, "compare")
    assert "you are bob and have no matrix for retaliation, so nothing is hidden" in ran.err
    assert "THE ORDER" in ran.out


def test_an_analyst_who_is_named_must_have_a_matrix(ach: Run, case: Path) -> None:
    ran = ach("-C", case, "--analyst", "an", "compare")
    assert (ran.code, ran.out) == (2, "")
    assert '"an" has no matrix for retaliation; did you mean "ann"?' in ran.err


def test_json_is_as_its_schema_has_it(ach: Run, case: Path) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for analyst in ("ann", "cy"):
        found = json.loads(ach("-C", case, "--analyst", analyst, "compare", "--format", "json").out)
        jsonschema.validate(found, schema)
        assert found["reader"] == analyst
    assert found["hidden"] == ["embassy/precautions", "embassy/loss-of-face"]
    assert found["orders"] is None
    assert {cell["address"] for cell in found["cells"]} == {"embassy/statement"}


def test_the_team_matrix_is_printed_in_every_format_and_never_stored(ach: Run, case: Path, tmp_path: Path) -> None:
    before = files(case)
    out = ach("-C", case, "--analyst", "ann", "compare", "--matrix").out
    assert "rated by nobody: the median of 3 analysts" in out
    for ending in ("md", "csv", "json"):
        assert ach("-C", case, "--analyst", "ann", "compare", "--matrix", "-o", tmp_path / f"team.{ending}").code == 0
    assert json.loads((tmp_path / "team.json").read_text(encoding="utf-8"))["analyst"].startswith("nobody")
    assert files(case) == before
    refused = ach("-C", case, "--analyst", "cy", "compare", "--matrix")
    assert (refused.code, refused.out) == (2, "")
    assert "An early look: cy" in ach("-C", case, "--analyst", "cy", "compare", "--matrix", "--look").err


def test_a_file_that_was_printed_is_printed_again(ach: Run, case: Path, tmp_path: Path) -> None:
    for ending in ("txt", "md", "csv", "json"):
        for _ in range(2):
            assert ach("-C", case, "--analyst", "ann", "compare", "-o", tmp_path / f"team.{ending}").code == 0


def test_one_matrix_or_none_is_nothing_to_compare(ach: Run, folder: Path) -> None:
    assert "Only ann has rated: there is nothing to compare." in ach("-C", folder, "--analyst", "ann", "compare").out
    (folder / "matrices/retaliation/ann.yaml").unlink()
    ran = ach("-C", folder, "compare")
    assert (ran.code, ran.err) == (0, "")
    assert "Nobody has rated anything yet." in ran.out
    assert "rated nothing yet" not in ran.out
    assert ach("-C", folder, "compare", "--matrix").code == 2


def test_by_matrix_nothing_of_any_row_is_shown_until_all_are_rated(ach: Run, case: Path) -> None:
    question = case / "hypotheses/retaliation.yaml"
    text = question.read_text(encoding="utf-8")
    question.write_text(text.replace("hypotheses:", "blind: matrix\nhypotheses:", 1), encoding="utf-8")
    ran = ach("-C", case, "--analyst", "cy", "compare")
    assert "Blind: cy has not rated 2 rows yet. This question is blind by matrix" in ran.out
    assert "Planners keep still." not in ran.out, "the row is rated, and the matrix is not"
    assert "Planners keep still." in ach("-C", case, "--analyst", "ann", "compare").out, "ann has rated everything"
    found = json.loads(ach("-C", case, "--analyst", "cy", "compare", "--format", "json").out)
    jsonschema.validate(found, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert (found["cells"], found["rows"], len(found["hidden"])) == ([], [], 3)
    assert ach("-C", case, "--analyst", "cy", "compare", "--matrix").code == 2
    ran = ach("-C", case, "--analyst", "cy", "compare", "--look")
    assert "Planners keep still." in ran.out
    recorded = (case / "matrices/retaliation/cy.yaml").read_text(encoding="utf-8")
    assert "looked: [embassy/precautions, embassy/loss-of-face]" in recorded, "what is rated was not looked at early"
