"""In a printed matrix a contested grade has a sign, a word, a sentence, and a place in the legend."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.commands.conftest import Run

ROW = "embassy/precautions"
SENTENCE = "C2, contested: ann grades it 2, its file 3, because: The cable names the day"


@pytest.fixture
def contested(folder: Path) -> Path:
    path = folder / "matrices/retaliation/ann.yaml"
    own = f"grades:\n  {ROW}: {{credibility: 2, because: The cable names the day.}}\n"
    path.write_text(path.read_text("utf-8") + own, encoding="utf-8")
    return folder


@pytest.mark.parametrize("form", ["text", "md", "csv", "json"])
def test_every_format_says_it(ach: Run, contested: Path, form: str) -> None:
    out = " ".join(ach("-C", contested, "matrix", "--format", form).out.split())

    assert SENTENCE in out


def test_the_sign_beside_the_grade_and_in_the_legend(ach: Run, contested: Path) -> None:
    text = " ".join(ach("-C", contested, "matrix").out.split())
    rows = list(csv.DictReader(io.StringIO(ach("-C", contested, "matrix", "--format", "csv").out, newline="")))
    data = json.loads(ach("-C", contested, "matrix", "--format", "json").out)

    assert "! contested: an analyst grades it otherwise than its file" in text
    assert {row["address"]: row["grade"] for row in rows if row["address"]} == {
        "embassy/loss-of-face": "C3",
        ROW: "C2!",
        "embassy/statement": "C3",
    }
    assert "grade contested" in text
    assert [row["graded"] for row in data["rows"] if row["address"] == ROW] == ["C2"]
