from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.printing import PROGRAM

Run = Any

EVIDENCE = """\
format: 1
source: {title: Embassy cables, publisher: unknown, published: 1993-07, reliability: C, because: Seen before.}
items:
  statement:
    text: Saddam says he will not retaliate.
    kind: statement
    credibility: 3
    when: 1993-06-27
    reported: 1993-06-27
    tags: {heard: [radio, press]}
  precautions:
    text: Embassies are told to be on guard.
    kind: report
    credibility: 3
    when: 1993-06/1993-07
    tags: {heard: [radio]}
  loss-of-face:
    text: Doing nothing would cost Saddam his standing.
    kind: report
    credibility: 3
"""


@pytest.fixture
def case(folder: Path) -> Path:
    (folder / "evidence/embassy.yaml").write_text(EVIDENCE, encoding="utf-8")
    return folder


def test_the_page(ach: Run, case: Path) -> None:
    lines = ach("-C", case, "slices", "--by", "heard").out.splitlines()

    assert "Only one slice names a leader, radio (2 of 3 rows): Minor action and Major" in lines
    assert "radio, 2 rows: Minor action and Major action tie for the lead." in lines
    assert 'in no slice, 1 row without the tag "heard": embassy/loss-of-face.' in lines
    assert "in several slices: 1 row." in lines


@pytest.mark.parametrize("words", [["slices", "--by", "heard"], ["sensitivity"], ["timeline"], ["matrix"], ["score"]])
def test_an_unfinished_matrix_is_said_to_be_first_of_all(ach: Run, case: Path, words: list[str]) -> None:
    matrix = case / "matrices/retaliation/ann.yaml"
    matrix.write_text(matrix.read_text(encoding="utf-8").replace("{none: C, minor: C, major: C}", "{none: C}"))
    lines = ach("-C", case, *words).out.splitlines()

    assert lines[4].startswith("Incomplete.")


def test_json_has_each_slice(ach: Run, case: Path) -> None:
    data = json.loads(ach("-C", case, "slices", "--by", "heard", "--format", "json").out)

    assert data == {
        "program": PROGRAM,
        "question": "retaliation",
        "analyst": "ann",
        "method": "parc-weighted",
        "by": "heard",
        "window": None,
        "different_leaders": False,
        "headline": "Only one slice names a leader, radio (2 of 3 rows): Minor action and Major action.",
        "slices": data["slices"],
        "in_no_slice": ["embassy/loss-of-face"],
        "in_several": ["embassy/statement"],
    }
    assert data["slices"][1] == {
        "value": "radio",
        "rows": ["embassy/statement", "embassy/precautions"],
        "headline": "Minor action and Major action tie for the lead.",
        "scores": {"none": 1.0, "minor": 0.0, "major": 0.0},
        "ranks": {"none": 3, "minor": 1, "major": 1},
        "leading": ["minor", "major"],
        "names_leaders": ["minor", "major"],
        "adjusted": {"none": 1.0, "minor": 0.0, "major": 0.0},
        "leading_adjusted": ["minor", "major"],
        "coverage": {"none": 1.0, "minor": 1.0, "major": 1.0},
        "bears_on": {"none": 2, "minor": 2, "major": 2},
        "contradicts": {"none": 1, "minor": 0, "major": 0},
        "not_tested": [],
        "little_tested": [],
    }


def test_slices_that_name_different_leaders_ask_whether_to_split(ach: Run, case: Path) -> None:
    path = case / "matrices/retaliation/ann.yaml"
    path.write_text(path.read_text().replace("{none: C, minor: C, major: C}", "{none: C, minor: I, major: I}"))
    found = ach("-C", case, "slices", "--by", "kind")
    data = json.loads(ach("-C", case, "slices", "--by", "kind", "--format", "json").out)

    said = "Slices name different leaders: does the question need splitting? The smallest"
    assert said in found.out
    assert data["headline"].endswith("The smallest that names any, statement, has 1 row.")
    assert data["different_leaders"]


def test_windows_of_time(ach: Run, case: Path) -> None:
    words = ("-C", case, "slices", "--by", "period", "--format", "json")

    assert [one["value"] for one in json.loads(ach(*words).out)["slices"]] == ["1993"]
    monthly = json.loads(ach(*words, "--window", "month").out)
    assert [one["value"] for one in monthly["slices"]] == ["1993-06", "1993-07"]
    assert monthly["window"] == "month"
    assert monthly["in_no_slice"] == ["embassy/loss-of-face"]


def test_a_slice_of_one_row_is_not_told_twice(ach: Run, case: Path) -> None:
    out = ach("-C", case, "slices", "--by", "heard", "--width", "60").out

    assert "press, 1 row" not in out
    assert "slices of one row: 1, of which the table above has all there is to say." in " ".join(out.split())
    assert max(map(len, out.splitlines())) <= 60


def test_hypotheses_that_are_not_tested_are_named_and_have_no_points(ach: Run, case: Path) -> None:
    path = case / "matrices/retaliation/ann.yaml"
    path.write_text(path.read_text().replace("major: C", "major: N"))
    out = ach("-C", case, "slices", "--by", "heard", "--format", "md").out

    assert "| – | not tested: major |  |  |  |  |  |  |" in out
    assert not [line for line in out.splitlines() if line.startswith("| major ")]


def test_markdown(ach: Run, case: Path) -> None:
    out = ach("-C", case, "slices", "--by", "heard", "--format", "md").out

    assert "| heard | rows | No retaliation | Minor action | Major action |" in out
    assert "| radio | 2 | 1 | ◆ 0 | ◆ 0 |" in out
    assert "### radio, 2 rows: Minor action and Major action tie for the lead." in out


@pytest.mark.parametrize(
    "words, said",
    [
        ([], "slice by what? `--by` one of heard, period, source, kind"),
        (["--by", "herd"], 'no row carries "herd"; did you mean "heard"?'),
        (["--by", "origin"], 'no row carries "origin"; there are: heard, period, source, kind'),
        (["--by", "kind", "--window", "year"], "--window is the length of slices by period"),
        (["--by", "kind", "--slice", "heard=tv"], "no item of retaliation is heard=tv; there are press, radio"),
    ],
)
def test_what_cannot_be_sliced_is_refused_with_what_there_is(ach: Run, case: Path, words: list[str], said: str) -> None:
    ran = ach("-C", case, "slices", *words)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_without_rows_there_is_nothing_to_slice(ach: Run, case: Path) -> None:
    (case / "evidence/embassy.yaml").unlink()

    assert "there is no row to slice" in ach("-C", case, "slices", "--by", "kind").err
