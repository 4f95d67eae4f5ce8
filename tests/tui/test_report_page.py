"""Step 7 on the screen: what is printed is what the command prints, and nobody's file is overwritten unasked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.hosting import screen_text
from tests.tui.test_app import opened
from tests.tui.test_writing import settled
from tests.workspace.small_case import write
from workbench.analysis import standing
from workbench.printing import parts, seal
from workbench.tui.app import Workbench

SIZE = (120, 40)


async def on_page(app: Workbench, pilot: object) -> None:
    """Rate what is not rated, and open the page."""
    assert app.matrix is not None
    press = pilot.press  # type: ignore[attr-defined]
    while app.matrix.desk.unrated:
        await press("tab", "c")
    await press("7")
    await settled(app, pilot)  # type: ignore[arg-type]


async def test_the_matrix_is_printed_as_the_command_prints_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.chdir(out)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot)
        await pilot.press("p", "m", "t", "enter")
        await pilot.pause()
        assert app.matrix is not None
        assert "iraq-me-matrix.txt is written" in screen_text(app)
        expected = parts.matrix(standing(app.matrix.desk.case)).rendered("text")
        assert (out / "iraq-me-matrix.txt").read_bytes() == seal.sealed(expected.encode())
        await pilot.press("p", "s", "j", "enter")
        await pilot.pause()
        assert json.loads((out / "iraq-me-score.json").read_text())["question"] == "iraq"


async def test_a_file_of_somebody_else_is_asked_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path)
    monkeypatch.chdir(tmp_path)
    mine = tmp_path / "iraq-me-matrix.csv"
    mine.write_text("my own notes")
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot)
        await pilot.press("p", "m", "c", "enter")
        await pilot.pause()
        assert "Overwrite it?" in screen_text(app)
        await pilot.press("l")
        assert mine.read_text() == "my own notes"
        await pilot.press("p", "m", "c", "enter")
        await pilot.pause()
        await pilot.press("o")
        await pilot.pause()
        assert "is written" in screen_text(app)
        assert mine.read_text() != "my own notes"


async def test_nothing_is_printed_among_the_files_of_the_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path)
    monkeypatch.chdir(tmp_path / "evidence")
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot)
        await pilot.press("p", "m", "t", "enter")
        await pilot.pause()
        assert "Not printed" in screen_text(app)
        assert not list((tmp_path / "evidence").glob("iraq-me*"))


async def test_the_report_is_printed_as_the_command_prints_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.chdir(out)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot)
        await pilot.press("p")
        assert screen_text(app).index("The report") < screen_text(app).index("The matrix")
        await pilot.press("w", "t", "enter")
        await pilot.pause()
        assert app.matrix is not None
        assert "iraq-me-report.txt is written" in screen_text(app)
        expected = parts.report(standing(app.matrix.desk.case)).rendered("text")
        assert (out / "iraq-me-report.txt").read_bytes() == seal.sealed(expected.encode())
