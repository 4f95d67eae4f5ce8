from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.test_slices import EVIDENCE

Run = Any


@pytest.fixture
def case(folder: Path) -> Path:
    (folder / "evidence/embassy.yaml").write_text(EVIDENCE, encoding="utf-8")
    return folder


def test_both_clocks_stand_below_each_other(ach: Run, case: Path) -> None:
    out = ach("-C", case, "timeline").out
    lines = out.splitlines()

    assert [line for line in lines if line.startswith("BY THE DAY")] == [
        "BY THE DAY IT HAPPENED",
        "BY THE DAY IT WAS REPORTED",
    ]
    said = "By weighted points Minor action and Major action have tied for the lead since the end of July 1993."
    assert said in " ".join(out.split())
    assert "No retaliation       1  ▁█" in lines
    assert [line.split() for line in lines if line.startswith("1993-07-31 ")] == [
        ["1993-07-31", "2", "1", "◆", "0", "◆", "0"],
        ["1993-07-31", "3", "3", "◆", "0", "◆", "0"],
    ]
    assert "in no state, 1 row without a date: embassy/loss-of-face." in lines


def test_one_clock(ach: Run, case: Path) -> None:
    out = ach("-C", case, "timeline", "--by", "reported").out

    assert "BY THE DAY IT WAS REPORTED" in out
    assert "BY THE DAY IT HAPPENED" not in out
    assert "without a date" not in out


def test_json_has_every_day(ach: Run, case: Path) -> None:
    data = json.loads(ach("-C", case, "timeline", "--format", "json").out)
    event, reported = data["timelines"]

    assert (event["by"], event["undated"]) == ("event", ["embassy/loss-of-face"])
    assert (reported["by"], reported["undated"]) == ("reported", [])
    assert [(m["day"], m["rows"], m["changed"], m["scores"]) for m in event["moments"]] == [
        ("1993-06-27", ["embassy/statement"], True, {"none": 0.0, "minor": 0.0, "major": 0.0}),
        ("1993-07-31", ["embassy/precautions"], True, {"none": 1.0, "minor": 0.0, "major": 0.0}),
    ]
    assert event["moments"][1]["leading"] == ["minor", "major"]


def test_the_rows_of_each_window_alone(ach: Run, case: Path) -> None:
    words = ("-C", case, "timeline", "--by", "event", "--window", "month")
    [found] = json.loads(ach(*words, "--format", "json").out)["windows"]

    assert [(one["value"], one["rows"]) for one in found["slices"]] == [
        ("1993-06", ["embassy/statement"]),
        ("1993-07", ["embassy/precautions"]),
    ]
    out = ach(*words).out
    assert ["1993-07", "1", "1", "◆", "0", "◆", "0"] in [line.split() for line in out.splitlines()]
    assert "slices of one row: 2, of which the table above has all there is to say." in out
    assert "in no slice, 1 row without a date: embassy/loss-of-face." in out


def test_the_legend_stands_once_and_says_what_stands_from_the_start(ach: Run, case: Path) -> None:
    own = "format: 1\nsource: {kind: own-analysis}\nitems:\n  guess: {text: A guess., kind: assumption}\n"
    (case / "evidence/own.yaml").write_text(own, encoding="utf-8")
    path = case / "matrices/retaliation/ann.yaml"
    path.write_text(path.read_text() + "  own/guess: {none: C, minor: C, major: I}\n")
    out = " ".join(ach("-C", case, "timeline", "--width", "60").out.split())

    assert out.count("points: weighted points of all rows up to the day") == 1
    assert out.count("course: a column for each state below") == 1
    assert "the start: our own assumptions and arguments without a date" in out


def test_markdown(ach: Run, case: Path) -> None:
    out = ach("-C", case, "timeline", "--format", "md").out

    assert "## By the day it happened" in out
    assert "| 1993-07-31 | 2 | 1 | ◆ 0 | ◆ 0 |" in out


def test_a_case_without_dates_says_so(ach: Run, folder: Path) -> None:
    out = ach("-C", folder, "timeline", "--by", "event").out

    assert "No row has a date to go by." in out
    assert "in no state, 3 rows without a date" in out


def test_more_states_than_the_picture_is_wide(ach: Run, folder: Path) -> None:
    many = "".join(
        f"  i{n}: {{text: Text {n}., kind: report, credibility: 3, when: 2020-0{1 + n // 28}-{1 + n % 28:02}}}\n"
        for n in range(99)
    )
    rows = "".join(f"  embassy/i{n}: {{none: {'I' if n % 2 else 'C'}, minor: C, major: I}}\n" for n in range(99))
    (folder / "evidence/embassy.yaml").write_text(EVIDENCE.partition("  statement:")[0] + many, encoding="utf-8")
    (folder / "matrices/retaliation/ann.yaml").write_text(f"format: 1\nrows:\n{rows}", encoding="utf-8")
    lines = ach("-C", folder, "timeline", "--by", "event").out.splitlines()

    [drawn] = [line for line in lines if line.startswith("Major action ") and "█" in line]
    assert len(drawn.split()[-1]) == 40
    assert drawn.endswith("█")
    assert sum(line.startswith("2020-") for line in lines) == 99


def test_who_is_little_tested_is_never_headlined_alone(ach: Run, case: Path) -> None:
    rows = {"statement": "{none: I, minor: C, major: I}", "precautions": "{none: I, minor: N, major: C}"}
    rows["loss-of-face"] = "{none: C, minor: N, major: C}"
    matrix = "".join(f"  embassy/{item}: {cells}\n" for item, cells in rows.items())
    (case / "matrices/retaliation/ann.yaml").write_text(f"format: 1\nrows:\n{matrix}", encoding="utf-8")
    out = " ".join(ach("-C", case, "timeline", "--by", "reported").out.split())

    assert (
        "Minor action has had the fewest weighted points since 27 June 1993 but is little tested; of the well-tested "
        "ones Major action has the fewest. Who leads never changed."
    ) in out
