from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

Run = Any

JUDGED = "judgement: {likelihood: {none: 20, minor: 40, major: 40}, confidence: low, because: So it is.}"


def status(ach: Run, folder: Path) -> dict[str, Any]:
    (found,) = json.loads(ach("-C", folder, "status", "--format", "json").out)
    return dict(found)


def step(number: int, name: str, left: int, todo: str, *, done: bool, asked: int = 0) -> dict[str, Any]:
    return {"number": number, "name": name, "left": left, "todo": todo, "done": done, "asked": asked}


def test_a_finished_matrix_asks_for_a_judgement(ach: Run, folder: Path) -> None:
    assert status(ach, folder) == {
        "question": "retaliation",
        "text": "Will Iraq retaliate?",
        "analyst": "ann",
        "rows": 3,
        "rated": 9,
        "unrated": 0,
        "stale": 0,
        "stale_rows": [],
        "unconfirmed": 3,
        "parked": 0,
        "judgement": None,
        "step": {
            "number": 5,
            "name": "Conclude",
            "todo": "write down your own judgement beside the computed order",
        },
        "steps": [
            step(1, "Hypotheses", 0, "7 questions to think over", done=True, asked=7),
            step(2, "Evidence", 0, "3 questions to think over", done=True, asked=3),
            step(3, "Matrix", 0, "nothing is left", done=True),
            step(4, "Refine", 0, "9 questions to think over", done=True, asked=9),
            step(5, "Conclude", 1, "write down your own judgement beside the computed order", done=False),
            step(6, "Sensitivity", 0, "1 question to think over", done=True, asked=1),
            step(7, "Report", 0, "print it: `ach report`", done=False),
            step(8, "Indicators", 1, "name what to watch for, and how likely it is under each hypothesis", done=False),
        ],
    }


@pytest.mark.parametrize(
    "file, before, after, step, todo",
    [
        ("hypotheses/retaliation.yaml", "  m", "  # m", 1, "write at least two"),
        ("evidence/embassy.yaml", "\n  ", "\n  # ", 2, "add the evidence"),
        ("matrices/retaliation/ann.yaml", "none: C, minor: C, major: C}", "none: C}", 3, "rate 2 cells"),
        (
            "matrices/retaliation/ann.yaml",
            "major: C}\nnotes",
            "major: C, wording: w0}\nnotes",
            4,
            "look again at 1 row",
        ),
        ("matrices/retaliation/ann.yaml", "none: C, minor: C, major: C}", "none: NA, minor: NA, major: NA}", 4, "park"),
        ("matrices/retaliation/ann.yaml", "notes:", "judgement: {confidence: low}\nnotes:", 5, "say how likely 3"),
        ("matrices/retaliation/ann.yaml", "notes:", f"{JUDGED}\nnotes:", 8, "name what to watch"),
    ],
)
def test_the_next_step_is_the_first_with_something_left_to_do(
    ach: Run, folder: Path, file: str, before: str, after: str, step: int, todo: str
) -> None:
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    found = status(ach, folder)["step"]

    assert found["number"] == step
    assert found["todo"].startswith(todo)


def test_what_is_overdue_is_found_by_the_day_on_which_it_is_asked(ach: Run, folder: Path) -> None:
    path = folder / "hypotheses/retaliation.yaml"
    likely = "likely: {none: U, minor: C, major: HL}"
    late = f"  calm: {{statement: Guards are sent home., by: 1993-07, {likely}}}\n"
    path.write_text(path.read_text(encoding="utf-8") + f"indicators:\n{late}", encoding="utf-8")
    *_, last = status(ach, folder)["steps"]

    assert (last["left"], last["todo"]) == (1, "say what became of 1 indicator whose time is over")


def test_a_question_nobody_rated_is_there_too(ach: Run, folder: Path) -> None:
    (folder / "matrices/retaliation/ann.yaml").unlink()
    found = status(ach, folder)

    assert found["analyst"] is None
    assert found["unrated"] == 9
    assert [step["left"] for step in found["steps"]] == [0, 0, 9, 0, 1, 0, 0, 1]
    assert "nobody yet" in ach("-C", folder, "status").out


def test_text_reads_line_by_line(ach: Run, folder: Path) -> None:
    out = ach("-C", folder, "status").out

    assert any(line.split()[:6] == ["ann", "9", "0", "0", "3", "0"] for line in out.splitlines())


def test_a_workspace_without_a_question(ach: Run, tmp_path: Path) -> None:
    (tmp_path / "hypotheses").mkdir()

    assert "There is no question yet." in ach("status").out
    assert ach("status", "--format", "json").out == "[]\n"


def test_alone_without_a_terminal_it_shows_the_status_and_the_ways_on(ach: Run, folder: Path) -> None:
    for words in ([], ["open"], ["open", "retaliation"]):
        ran = ach("-C", folder, *words)
        assert ran.code == 0
        assert "ann" in ran.out
        assert "`ach matrix`" in ran.out
    assert ach("-C", folder, "open", "nothing-such").code == 2
