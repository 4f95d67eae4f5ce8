"""A new question asked on the screen, from an empty workspace and beside others."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.hosting import screen_text
from tests.workspace.small_case import write
from workbench import workspace
from workbench.tui.app import Workbench
from workbench.tui.steppage import StepPage

SIZE = (80, 24)


async def on_step_one(app: Workbench, pilot: Pilot[None]) -> None:
    for _ in range(300):
        await pilot.pause()
        if isinstance(app.screen, StepPage):
            return
        await asyncio.sleep(0.01)
    raise AssertionError(screen_text(app))


async def test_an_empty_workspace_asks_at_once(tmp_path: Path) -> None:
    for name in ("hypotheses", "evidence", "matrices"):
        (tmp_path / name).mkdir()
    app = Workbench(workspace.read(tmp_path), None, "me")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "A new question" in screen_text(app)
        await pilot.press(*"Who did it?", "enter")
        await on_step_one(app, pilot)
        assert "Who did it?" in screen_text(app)
    assert "Who did it?" in next((tmp_path / "hypotheses").glob("*.yaml")).read_text()


async def test_beside_others_an_id_that_is_taken_is_refused_while_it_is_typed(tmp_path: Path) -> None:
    write(tmp_path)
    app = Workbench(workspace.read(tmp_path), "iraq", "me")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("colon", *"new question", "enter")
        await pilot.pause()
        await pilot.press(*"Who did it?", "tab", *"iraq", "enter")
        await pilot.pause()
        assert "iraq is taken" in screen_text(app)
        await pilot.press("2", "enter")
        await on_step_one(app, pilot)
        assert app.matrix is not None
        assert app.matrix.desk.case.question.id == "iraq2"


async def test_leaving_an_empty_workspace_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "hypotheses").mkdir()
    app = Workbench(workspace.read(tmp_path), None, "me")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
    assert not list((tmp_path / "hypotheses").iterdir())
