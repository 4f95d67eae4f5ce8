"""The tour: the whole of it on one small screen, once, and left with one key."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.hosting import screen_text
from tests.workspace.small_case import write
from workbench import workspace
from workbench.commands import firsttime
from workbench.tui import tour
from workbench.tui.app import Workbench


def test_it_fits_on_one_screen_of_80_by_24() -> None:
    assert len(tour.leaf(79).lines) <= 22


@pytest.mark.parametrize("size", [(80, 24), (20, 5)])
async def test_it_comes_first_and_one_key_leaves_it(tmp_path: Path, size: tuple[int, int]) -> None:
    path = write(tmp_path)
    before = path.read_bytes()
    app = Workbench(workspace.read(tmp_path), "iraq", "me", tour=True)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "Welcome" in screen_text(app)
        await pilot.press("I", "escape")
        await pilot.pause()
        assert app.screen is app.matrix
    assert path.read_bytes() == before


async def test_it_is_shown_again_by_name(tmp_path: Path) -> None:
    write(tmp_path)
    app = Workbench(workspace.read(tmp_path), "iraq", "me")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.screen is app.matrix
        await pilot.press("colon", *"one screen", "enter")
        await pilot.pause()
        assert "Welcome" in screen_text(app)


def test_the_first_time_comes_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ACH_NO_TOUR", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert firsttime.is_first()
    firsttime.remember()
    assert not firsttime.is_first()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "elsewhere"))
    assert firsttime.is_first()
    monkeypatch.setenv("ACH_NO_TOUR", "1")
    assert not firsttime.is_first()
    firsttime.remember()
    assert not (tmp_path / "elsewhere").exists()


def test_a_state_folder_that_cannot_be_written_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ACH_NO_TOUR", raising=False)
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    firsttime.remember()
    assert firsttime.is_first()
