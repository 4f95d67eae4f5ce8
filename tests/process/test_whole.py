"""The whole program, as its user has it: started from a shell, in a real pseudo-terminal, on real files."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.process import endurance
from tests.process.matrix_screen import current, painted, saved
from tests.process.terminal import Terminal

PROJECT = Path(__file__).parents[2]
OPEN = [sys.executable, "-m", "workbench", "open", "specialists-2019", "--analyst", "baseline"]
KILLS = 24

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A copy of the case that the project ships."""
    for folder in ("hypotheses", "evidence", "matrices"):
        shutil.copytree(PROJECT / folder, tmp_path / "case" / folder)
    return tmp_path / "case"


def git(folder: Path, *words: str) -> str:
    """What git says in a folder."""
    who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
    return subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, text=True, check=True).stdout


def opened(folder: Path) -> Terminal:
    """The workbench on the shipped case, painted."""
    terminal = Terminal(OPEN, folder=folder, settings={"PYTHONPATH": str(PROJECT)})
    terminal.wait_for(painted)
    return terminal


@needs_git
def test_one_rating_is_one_changed_line(case: Path) -> None:
    """Rate one cell, quit: git sees one line added and one taken away, in the matrix."""
    git(case, "init", "-q")
    git(case, "add", ".")
    git(case, "commit", "-q", "-m", "the case")

    with opened(case) as terminal:
        terminal.press("c" if current(terminal.lines) != "C" else "n")
        terminal.wait_for(lambda lines: saved(lines) == 1)
        terminal.press("q")

        assert terminal.leave() == 0

    assert git(case, "diff", "--numstat").split() == ["1", "1", "matrices/specialists-2019/baseline.yaml"]
    assert git(case, "status", "--porcelain").split() == ["M", "matrices/specialists-2019/baseline.yaml"]


def test_undo_restores_the_very_bytes(case: Path) -> None:
    """Rating twice and undoing twice leaves the file as it was."""
    path = case / "matrices" / "specialists-2019" / "baseline.yaml"
    before = path.read_bytes()

    with opened(case) as terminal:
        terminal.press("x" if current(terminal.lines) != "NA" else "n")
        terminal.wait_for(lambda lines: saved(lines) == 1)
        terminal.press("C", "u", "u", "q")

        assert terminal.leave() == 0

    assert path.read_bytes() == before


def test_leaving_asks_nothing_and_clears_the_screen(case: Path) -> None:
    """`q` ends the program with exit code 0 and gives the shell its screen back."""
    with opened(case) as terminal:
        terminal.press("q")

        assert terminal.leave() == 0
        assert b"\x1b[?1049l" in b"".join(data for _, data in terminal.chunks)


@pytest.mark.parametrize("seed", range(KILLS))
def test_what_was_marked_saved_survives_a_kill(tmp_path: Path, seed: int) -> None:
    """Killed at a random moment: what the saved mark counted is in the file, and the file is sound."""
    kill = endurance.kill_while_rating(tmp_path, random.Random(seed))

    assert kill.lost == {}
    assert kill.in_order
    assert kill.findings == []


def test_two_terminals_on_one_file_lose_nothing(tmp_path: Path) -> None:
    """Sixty ratings each, at the same time, on the same matrix."""
    pair = endurance.two_rate_one_file(tmp_path, 60, random.Random(1))

    assert pair.lost == {}
    assert len(pair.kept) == 120
