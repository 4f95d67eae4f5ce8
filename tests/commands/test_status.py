from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

Run = Any


def status(ach: Run, folder: Path) -> dict[str, Any]:
    (found,) = json.loads(ach("-C", folder, "status", "--format", "json").out)
    return dict(found)


def test_a_finished_matrix_asks_for_a_judgement(ach: Run, folder: Path) -> None:
    assert status(ach, folder) == {
        "question": "retaliation",
        "text": "Will Iraq retaliate?",
        "analyst": "ann",
        "rows": 3,
        "rated": 9,
        "unrated": 0,
        "stale": 0,
        "unconfirmed": 3,
        "parked": 0,
        "step": {
            "number": 5,
            "name": "Conclude",
            "todo": "write down your own judgement beside the computed order",
        },
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
        ("matrices/retaliation/ann.yaml", "notes:", "judgement: {confidence: low}\nnotes:", 8, "name what to watch"),
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


def test_a_question_nobody_rated_is_there_too(ach: Run, folder: Path) -> None:
    (folder / "matrices/retaliation/ann.yaml").unlink()
    found = status(ach, folder)

    assert found["analyst"] is None
    assert found["unrated"] == 9
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
