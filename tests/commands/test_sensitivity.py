from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from workbench.analysis import methods
from workbench.commands import known

PROJECT = Path(__file__).parents[2]
SCHEMA = PROJECT / "schemas/output/sensitivity.schema.json"

KEYS = [
    "question", "analyst", "method", "leading", "leading_adjusted", "headline", "separated", "linchpins",
    "leave_one_out", "leave_one_out_adjusted", "flips", "steps", "ungraded", "deceptions", "smallest_set",
    "smallest_set_leading", "smallest_steps", "smallest_steps_leading", "tornado", "noise",
]  # fmt: skip

Run = Any


def data(ach: Run, *words: str | Path) -> dict[str, Any]:
    """What the command prints as JSON, after it was held against the schema."""
    found: dict[str, Any] = json.loads(ach(*words, "--format", "json").out)
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(found)
    return found


def test_json_is_exactly_what_was_promised(ach: Run, folder: Path) -> None:
    found = data(ach, "-C", folder, "sensitivity")

    assert list(found) == ["program", *KEYS]
    assert found["leading"] == ["minor", "major"]
    assert found["separated"] == {
        "by": 1,
        "what": "source",
        "holds": False,
        "items": ["embassy/loss-of-face", "embassy/precautions", "embassy/statement"],
        "id": "embassy",
        "leading": ["none", "minor", "major"],
    }
    assert found["headline"] == (
        "Minor action and Major action tie for the lead. "
        "Not separated: without the source embassy No retaliation ties with them."
    )
    assert found["leave_one_out"]["item"].keys() == {"embassy/statement", "embassy/precautions", "embassy/loss-of-face"}
    assert found["leave_one_out"]["source"] == {"embassy": ["none", "minor", "major"]}
    assert found["noise"] | {"first": {}} == {"copies": 100, "first": {}, "exact": True, "error": 0.1, "seed": None}


@pytest.mark.parametrize("question", ["specialists-2019", "specialists-2025"])
@pytest.mark.parametrize("method", known.ADDITIVE)
def test_the_shipped_case_fits_the_schema(ach: Run, question: str, method: str) -> None:
    found = data(ach, "-C", PROJECT, "sensitivity", question, "--method", method)

    assert (found["question"], found["method"]) == (question, method)


def test_a_narrowed_case_says_so(ach: Run) -> None:
    found = data(ach, "-C", PROJECT, "sensitivity", "specialists-2019", "--slice", "source=meduza")

    assert found["slice"] == ["source=meduza"]
    assert found["as_of"] is None
    assert set(found["leave_one_out"]["source"]) == {"meduza"}


def test_the_error_is_the_users(ach: Run, folder: Path) -> None:
    none = data(ach, "-C", folder, "sensitivity", "--error", "0")["noise"]
    some = data(ach, "-C", folder, "sensitivity", "--error", "0.3")["noise"]

    assert (none["error"], none["first"]) == (0, {"none": 0, "minor": 100, "major": 100})
    assert 0 < some["first"]["none"] < 100
    assert "probability 0.3" in ach("-C", folder, "sensitivity", "--error", "0.3").out


@pytest.mark.parametrize("typed", ["-0.1", "1.1", "nan", "often", ""])
def test_an_error_that_is_no_probability_is_refused(ach: Run, folder: Path, typed: str) -> None:
    ran = ach("-C", folder, "sensitivity", f"--error={typed}")

    assert (ran.code, ran.out) == (2, "")
    assert "is not a number from 0 to 1" in ran.err


def test_methods_that_do_not_add_up_are_refused(ach: Run, folder: Path) -> None:
    ran = ach("-C", folder, "sensitivity", "--method", "log-likelihood")

    assert ran.code == 2
    assert '"log-likelihood" is not one of parc-weighted' in ran.err
    assert tuple(known.ADDITIVE) == methods.ADDITIVE


def test_text_is_as_wide_as_asked(ach: Run, folder: Path) -> None:
    assert max(map(len, ach("-C", folder, "sensitivity").out.splitlines())) <= 80
    assert max(map(len, ach("-C", folder, "sensitivity", "--width", "50").out.splitlines())) <= 50


def test_text_begins_with_the_answer(ach: Run, folder: Path) -> None:
    out = " ".join(ach("-C", folder, "sensitivity").out.split())

    assert out.startswith("TLP:CLEAR Will Iraq retaliate? Minor action and Major action tie for the lead. ")


def test_markdown_has_the_same_parts(ach: Run, folder: Path) -> None:
    out = ach("-C", folder, "sensitivity", "--format", "md").out

    assert [line for line in out.splitlines() if line.startswith("## ")] == [
        "## Linchpins: items whose loss changes who leads",
        "## What goes with a source, an origin or a kind",
        "## Single cells that change who leads",
        "## Grades and relevance one step up or down",
        "## The fewest that change who leads",
        "## How far each row moves the gap",
        "## If ratings are a step wrong",
        "## How it is computed",
    ]


def test_schemas_of_output_are_no_files_of_a_workspace(ach: Run, tmp_path: Path) -> None:
    ach("new", "fresh")
    ach("demo", "copy")

    assert SCHEMA.is_file()
    for workspace in ("fresh", "copy"):
        assert {path.name for path in (tmp_path / workspace / "schemas").rglob("*")} == {
            path.name for path in (PROJECT / "schemas").glob("*.json")
        }
