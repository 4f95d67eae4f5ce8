"""`--slice` and `--as-of` on every command that works on a case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.test_slices import EVIDENCE

Run = Any

SAID = "Only heard=radio, as reported by the end of 1993-06: 1 of 3 rows; 2 are left out."
ASKED = ("--slice", "heard=radio", "--as-of", "1993-06")


@pytest.fixture
def case(folder: Path) -> Path:
    (folder / "evidence/embassy.yaml").write_text(EVIDENCE, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "command",
    [
        ["matrix"],
        ["matrix", "--format", "md"],
        ["matrix", "--format", "csv"],
        ["score"],
        ["score", "--method", "all"],
        ["slices", "--by", "kind"],
        ["timeline"],
        ["timeline", "--window", "year"],
        ["status"],
        ["open"],
    ],
)
def test_every_page_says_what_was_left_out(ach: Run, case: Path, command: list[str]) -> None:
    ran = ach("-C", case, *command, *ASKED)

    assert ran.code == 0, ran.err
    assert SAID in " ".join(ran.out.replace("\\", "").split())


@pytest.mark.parametrize(
    "command", [["matrix"], ["score"], ["slices", "--by", "kind"], ["timeline"], ["timeline", "--window", "year"]]
)
def test_json_says_what_was_left_out(ach: Run, case: Path, command: list[str]) -> None:
    data = json.loads(ach("-C", case, *command, *ASKED, "--format", "json").out)

    assert data["slice"] == ["heard=radio"]
    assert (data["as_of"], data["left_out"], data["undated"], data["timeless"]) == ("1993-06", 2, [], [])


def test_whole_cases_say_nothing_of_it(ach: Run, case: Path) -> None:
    assert "slice" not in json.loads(ach("-C", case, "score", "--format", "json").out)
    assert "left out" not in ach("-C", case, "score").out


def test_only_the_rows_of_the_slice_are_printed_and_scored(ach: Run, case: Path) -> None:
    data = json.loads(ach("-C", case, "matrix", "--slice", "kind=report", "--format", "json").out)

    assert [row["address"] for row in data["rows"]] == ["embassy/loss-of-face", "embassy/precautions"]
    assert data["scores"]["bears_on"] == {"none": 2, "minor": 2, "major": 2}


def test_rows_without_a_date_are_named(ach: Run, case: Path) -> None:
    found = json.loads(ach("-C", case, "score", "--slice", "period=1993", "--format", "json").out)

    assert found["undated"] == ["embassy/loss-of-face"]
    assert (
        "1 row has no date and is left out: embassy/loss-of-face."
        in ach("-C", case, "score", "--slice", "period=1993").out
    )


def test_nothing_reported_yet_is_an_answer(ach: Run, case: Path) -> None:
    ran = ach("-C", case, "score", "--as-of", "1992")

    assert (ran.code, "As reported by the end of 1992: 0 of 3 rows; 3 are left out." in ran.out) == (0, True)


def test_status_counts_within_the_slice(ach: Run, case: Path) -> None:
    [found] = json.loads(ach("-C", case, "status", "--slice", "heard=radio", "--format", "json").out)

    assert (found["rows"], found["rated"], found["slice"]) == (2, 6, ["heard=radio"])


def test_a_question_outside_the_slice_is_shown_empty_beside_one_that_is_not(ach: Run, case: Path) -> None:
    later = case / "hypotheses/later.yaml"
    later.write_text(
        (case / "hypotheses/retaliation.yaml").read_text() + "evidence: [{address: embassy/loss-of-face}]\n"
    )
    found = json.loads(ach("-C", case, "status", "--slice", "heard=radio", "--format", "json").out)

    assert {one["question"]: (one["rows"], one["step"]["todo"]) for one in found}["later"] == (
        0,
        "no row of this question is in view",
    )
    assert ach("-C", case, "score", "later", "--slice", "heard=radio").code == 2


@pytest.mark.parametrize("command", [["score"], ["status"], ["open"], ["matrix"]])
@pytest.mark.parametrize(
    "words, said",
    [
        (["--slice", "heard"], "write NAME=VALUE"),
        (["--slice", "heard="], "write NAME=VALUE"),
        (["--slice", "heard=radios"], 'no item of retaliation is heard=radios; did you mean "radio"?'),
        (["--slice", "herd=radio"], 'has a tag "herd"; slice by heard, period, source, origin, kind'),
        (["--slice", "period=soon"], "'soon' is not a date"),
        (["--slice", "period=2030"], "no item of retaliation is in period=2030"),
        (["--slice", "heard=press", "--slice", "kind=report"], "is in heard=press and kind=report"),
        (["--as-of", "1993/1994"], "name one day, month or year"),
        (["--as-of", "unknown"], "'unknown' is not a date"),
    ],
)
def test_what_is_no_slice_is_refused(ach: Run, case: Path, command: list[str], words: list[str], said: str) -> None:
    ran = ach("-C", case, *command, *words)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
