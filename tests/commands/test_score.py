from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

Run = Any


def test_json_is_exactly_what_was_promised(ach: Run, folder: Path) -> None:
    method = {
        "scores": {"none": 3.0, "minor": 0.0, "major": 0.0},
        "ranks": {"none": 3, "minor": 1, "major": 1},
        "leading": ["minor", "major"],
        "adjusted": {"none": 3.0, "minor": 0.0, "major": 0.0},
        "leading_adjusted": ["minor", "major"],
    }

    assert json.loads(ach("-C", folder, "score", "--format", "json").out) == {
        "question": "retaliation",
        "analyst": "ann",
        "methods": {"parc-weighted": method, "inconsistency-count": method},
        "coverage": {"none": 1.0, "minor": 1.0, "major": 1.0},
        "bears_on": {"none": 3, "minor": 3, "major": 3},
        "contradicts": {"none": 2, "minor": 0, "major": 0},
        "not_tested": [],
        "little_tested": [],
    }


def test_what_is_not_tested_has_no_rank(ach: Run, folder: Path) -> None:
    path = folder / "matrices/retaliation/ann.yaml"
    path.write_text("format: 1\nrows:\n  embassy/statement: {none: C, minor: NA}\n", encoding="utf-8")
    data = json.loads(ach("-C", folder, "score", "--format", "json").out)

    assert data["methods"]["parc-weighted"]["ranks"] == {"none": 1, "minor": None, "major": None}
    assert data["not_tested"] == ["minor", "major"]


def test_ties_are_ties_in_text(ach: Run, folder: Path) -> None:
    lines = [line.split() for line in ach("-C", folder, "score").out.splitlines()]

    assert ["minor", "Minor", "action", "1=", "0", "0", "0", "3", "0", "100%"] in lines
    assert ["none", "No", "retaliation", "3", "3", "3", "3", "3", "2", "100%"] in lines


@pytest.mark.parametrize(
    "method, headings",
    [
        ("inconsistency-count", ["INCONSISTENCY COUNT (EQUAL WEIGHTS)"]),
        ("all", ["WEIGHTED INCONSISTENCY (PARC)", "INCONSISTENCY COUNT (EQUAL WEIGHTS)"]),
    ],
)
def test_a_method_can_be_named(ach: Run, folder: Path, method: str, headings: list[str]) -> None:
    out = ach("-C", folder, "score", "--method", method).out

    assert [line for line in out.splitlines() if line.isupper() and "(" in line] == headings
    assert "formula: Sum over rows" in out


def test_an_unknown_method_is_refused(ach: Run, folder: Path) -> None:
    assert 'did you mean "parc-weighted"?' in ach("-C", folder, "score", "--method", "parc-weigthed").err
