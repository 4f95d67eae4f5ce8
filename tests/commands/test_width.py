"""`--width` lays text out to so many cells, in every command that prints a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.revisions.repositories import Repo, isolated


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Two analysts who contest a cell, and a text that was reworded since."""
    isolated(tmp_path, monkeypatch)
    made = Repo.begun(tmp_path / "case")
    mine = (made.root / "matrices/retaliation/ann.yaml").read_text("utf-8")
    made.write("matrices/retaliation/bob.yaml", mine.replace("none: I,", "none: C,"))
    made.commit("bob")
    made.change(
        "evidence/embassy.yaml", "Embassies are told", "Embassies far away from Baghdad are told in plain words"
    )
    made.change("matrices/retaliation/ann.yaml", "none: II", "none: C")
    return made


@pytest.mark.parametrize("words", [["diff"], ["compare", "--analyst", "ann"], ["matrix", "--analyst", "ann"]])
@pytest.mark.parametrize("width", [40, 60, 120])
def test_no_line_is_wider(ach: Run, repo: Repo, words: list[str], width: int) -> None:
    """Ids and words that are longer than a line may stand out."""
    ran = ach("-C", repo.root, *words, "--width", str(width))

    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= width
    if width > 80:
        assert max(map(len, ran.out.splitlines())) > 80


@pytest.mark.parametrize("command", ["diff", "compare", "matrix", "score"])
@pytest.mark.parametrize("width", ["39", "wide", "-3", "60.5"])
def test_what_is_no_width_is_refused(ach: Run, repo: Repo, command: str, width: str) -> None:
    ran = ach("-C", repo.root, command, f"--width={width}")

    assert ran.code == 2
    assert f'"{width}" is not a number of terminal cells from 40 on' in ran.err
