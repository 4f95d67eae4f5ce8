"""Writing hypotheses and evidence from the terminal: into the files, onto the screen, and back again with one undo."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.hosting import screen_text
from tests.tui.test_app import opened
from tests.workspace.small_case import write
from workbench.model import Hypothesis
from workbench.model.authoring import AddHypothesis, SetHypothesis
from workbench.tui.app import Workbench
from workbench.tui.writing import named
from workbench.workspace.authoring_outcomes import Refused

SIZE = (120, 40)

SABOTAGE = Hypothesis("sabotage", "Sabotage", "Iraq will sabotage something.", expect_not=("Calm.",))


async def settled(app: Workbench, pilot: Pilot[None]) -> None:
    """Wait until what was to be written is written and shown."""
    await pilot.pause()
    while app.matrix is not None and app.matrix.writing:
        await asyncio.sleep(0.01)
    await pilot.pause()


async def test_what_is_written_is_on_the_screen_and_undo_goes_back_through_files_and_matrix(tmp_path: Path) -> None:
    matrix_path = write(tmp_path)
    question_path = tmp_path / "hypotheses" / "iraq.yaml"
    matrix, question = matrix_path.read_bytes(), question_path.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        assert app.matrix is not None
        await pilot.press("I")
        await pilot.pause()
        app.matrix.write(AddHypothesis("iraq", SABOTAGE))
        await settled(app, pilot)
        assert "sabotage" in app.matrix.desk.case.question.hypotheses
        assert "Add hypothesis sabotage: written." in app.matrix.desk.said.text
        assert "Sabotage" in screen_text(app)
        await pilot.press("N")
        await pilot.pause()
        changed = matrix_path.read_bytes(), question_path.read_bytes()
        for _ in range(3):
            await pilot.press("u")
            await settled(app, pilot)
        assert (matrix_path.read_bytes(), question_path.read_bytes()) == (matrix, question)
        assert "sabotage" not in app.matrix.desk.case.question.hypotheses
        for _ in range(3):
            await pilot.press("U")
            await settled(app, pilot)
        assert (matrix_path.read_bytes(), question_path.read_bytes()) == changed


async def test_what_is_refused_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / "hypotheses" / "iraq.yaml"
    before = path.read_bytes()
    refusals: list[Refused] = []
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        assert app.matrix is not None
        taken = AddHypothesis("iraq", Hypothesis("minor", "Minor", "Something small."))
        app.matrix.write(taken)
        await settled(app, pilot)
        assert app.matrix.desk.said.alarm
        assert "Not written" in app.matrix.desk.said.text
        app.matrix.write(taken, refused=refusals.append)
        await settled(app, pilot)
        assert path.read_bytes() == before
        assert [type(refusal) for refusal in refusals] == [Refused]
        await pilot.press("u")
        await settled(app, pilot)
        assert "nothing to undo" in app.matrix.desk.said.text


async def test_in_what_if_no_file_is_written(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / "hypotheses" / "iraq.yaml"
    before = path.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        assert app.matrix is not None
        for _ in range(3):  # all is rated, so that what-if may begin
            await pilot.press("c")
        await pilot.press("v", "y", "w")
        await pilot.pause()
        assert app.matrix.desk.trial is not None
        app.matrix.write(SetHypothesis("iraq", "minor", {"short": "Small"}))
        await settled(app, pilot)
        assert "What-if" in app.matrix.desk.said.text
        assert path.read_bytes() == before


def test_changes_are_named() -> None:
    assert named([SetHypothesis("iraq", "minor", {"short": "Small"})]) == "Set hypothesis minor"
    assert named([SetHypothesis("iraq", "minor", {})] * 2) == "2 changes"


async def test_what_was_said_gives_way_to_the_keys_with_the_next_key(tmp_path: Path) -> None:
    write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        assert app.matrix is not None
        await pilot.press("1")
        app.matrix.write(AddHypothesis("iraq", SABOTAGE))
        await settled(app, pilot)
        assert "written." in screen_text(app).splitlines()[-1]
        await pilot.press("down")
        await settled(app, pilot)
        assert "esc back" in screen_text(app).splitlines()[-1]
        assert "written." not in screen_text(app)
