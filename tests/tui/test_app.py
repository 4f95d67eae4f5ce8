"""The app on real files: what is promised as saved is in the file, and what cannot be saved is said."""

from __future__ import annotations

import gc
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tui.hosting import screen_text
from tests.workspace.small_case import write
from workbench import workspace
from workbench.tui.app import Workbench
from workbench.tui.chooser import Chooser
from workbench.tui.steppage import StepPage
from workbench.workspace import Failed, Keeper

SIZE = (120, 40)


def opened(root: Path, question: str | None = "iraq", analyst: str = "me") -> Workbench:
    return Workbench(workspace.read(root), question, analyst)


async def test_one_rating_is_one_changed_line_in_the_file(tmp_path: Path) -> None:
    path = write(tmp_path)
    before = path.read_text().splitlines()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("I")
        await pilot.pause()
        assert "· 1 change" in screen_text(app)
        changed = [(a, b) for a, b in zip(before, path.read_text().splitlines(), strict=True) if a != b]
        assert len(changed) == 1
        assert "none: II" in changed[0][1]
        await pilot.press("u")
        await pilot.pause()
        assert path.read_text().splitlines() == before


@pytest.mark.parametrize("question", ["iraq", None])
async def test_garbage_is_looked_for_from_the_first_screen_on(tmp_path: Path, question: str | None) -> None:
    write(tmp_path)
    app = opened(tmp_path, question)
    gc.disable()
    try:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            assert gc.isenabled()
    finally:
        gc.enable()


async def test_quitting_saves_and_never_asks(tmp_path: Path) -> None:
    path = write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("x", "q")
        await pilot.pause()
    assert "none: NA" in path.read_text()


async def test_what_cannot_be_saved_is_said_kept_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path)
    app = opened(tmp_path)
    save = Keeper.save
    async with app.run_test(size=SIZE) as pilot:
        monkeypatch.setattr(Keeper, "save", lambda *_: Failed("matrices/iraq/me.yaml: not saved: disk full"))
        await pilot.press("I")
        await pilot.pause()
        shown = screen_text(app)
        assert "NOT SAVED" in shown
        assert "disk full" in shown
        assert "not saved" in shown.splitlines()[-1]
        await pilot.press("down")
        assert "disk full" in screen_text(app)
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, Chooser)
        await pilot.press("enter")
        monkeypatch.setattr(Keeper, "save", save)
        app._watch()
        await pilot.pause()
        assert "NOT SAVED" not in screen_text(app)
        assert "· 1 change" in screen_text(app)
        assert "none: II" in path.read_text()


async def test_quitting_unsaved_warns_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path)
    app = opened(tmp_path)
    monkeypatch.setattr(Keeper, "save", lambda *_: Failed("disk full"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c", "i", "q", "enter")
        assert app.is_running
        await pilot.press("q")
        await pilot.pause()


async def test_changes_outside_are_taken_in_and_said(tmp_path: Path) -> None:
    path = write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        path.write_text(path.read_text().replace("minor: C, major", "minor: II, major"))
        app._watch()
        await pilot.pause()
        assert "taken in" in screen_text(app)
        assert "II" in screen_text(app)
        evidence = tmp_path / "evidence/embassy.yaml"
        evidence.write_text(evidence.read_text().replace("on guard", "on their guard"))
        app._watch()
        await pilot.pause()
        assert "on their guard" in screen_text(app)


@pytest.mark.parametrize("key, stands", [("m", "none: I,"), ("t", "none: II,")])
async def test_the_same_cell_changed_twice_is_asked_about(tmp_path: Path, key: str, stands: str) -> None:
    path = write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        path.write_text(path.read_text().replace("{none: C, minor: C", "{none: II, minor: C"))
        await pilot.press("i")
        await pilot.pause()
        shown = screen_text(app)
        assert "Changed here and outside" in shown
        assert "mine I" in shown
        assert "theirs II" in shown
        assert "NOT SAVED" in shown
        await pilot.press(key)
        await pilot.pause()
        assert "NOT SAVED" not in screen_text(app)
        assert stands in path.read_text()
        assert app.keeper is not None
        assert not app.keeper.pending


async def test_the_first_edit_in_somebody_elses_matrix_can_start_my_own(tmp_path: Path) -> None:
    theirs = write(tmp_path)
    before = theirs.read_bytes()
    app = opened(tmp_path, analyst="ana")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down", "i", "enter")
        await pilot.pause()
        await pilot.pause()
        assert "8 of 9 unrated" in screen_text(app)
    assert theirs.read_bytes() == before
    assert "embassy/on-guard: {none: I," in (tmp_path / "matrices/iraq/ana.yaml").read_text()


async def test_several_questions_are_asked_for(tmp_path: Path) -> None:
    write(tmp_path)
    other = (tmp_path / "hypotheses/iraq.yaml").read_text().replace("Will Iraq retaliate?", "Will [it] last?")
    (tmp_path / "hypotheses/last.yaml").write_text(other)
    app = opened(tmp_path, question=None)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Which question?" in screen_text(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "Will [it] last?" in screen_text(app)
        await pilot.press("colon", *"another question", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "Will Iraq retaliate?" in screen_text(app)


async def test_leaving_the_question_list_leaves(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "hypotheses/last.yaml").write_text((tmp_path / "hypotheses/iraq.yaml").read_text())
    app = opened(tmp_path, question=None)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()


async def test_the_editor_gets_the_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path)
    app = opened(tmp_path)
    monkeypatch.setenv("EDITOR", "vim")
    monkeypatch.setattr(shutil, "which", lambda name: name)
    ran: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: ran.append(command))
    monkeypatch.setattr(Workbench, "suspend", _suspended)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e")
        await pilot.pause()
    assert ran[0] == ["vim", "+8", str(tmp_path / "evidence/embassy.yaml")]


class _suspended:  # noqa: N801 - stands for a method
    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(self, *_: object) -> None:
        """Do nothing."""


async def test_an_editor_that_is_not_there_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path)
    app = opened(tmp_path)
    monkeypatch.setenv("VISUAL", "no-such-editor-anywhere")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert "is not found" in screen_text(app)


async def test_what_is_to_mend_is_listed(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "evidence/broken.yaml").write_text("format: 1\nsource: {title: a\n")
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        assert "to mend" in screen_text(app)
        await pilot.press("o")
        await pilot.pause()
        assert "broken.yaml" in screen_text(app)
        await pilot.press("escape")


async def test_a_matrix_file_that_cannot_be_read_is_never_overwritten(tmp_path: Path) -> None:
    path = write(tmp_path)
    path.write_text("format: 1\nrows:\n  a/b: {none: C\n  c/d: [\n")
    before = path.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert "NOT SAVED" in screen_text(app)
    assert path.read_bytes() == before


async def test_a_judgement_only_adds_lines_and_undo_takes_them_away(tmp_path: Path) -> None:
    path = write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("v", "y", "5")
        await pilot.pause()
        before = path.read_text()
        assert isinstance(app.screen, StepPage)
        leafing = app.screen.page.leafing
        leafing.at = next(n for n, spot in enumerate(leafing.leaf.spots) if spot.goal.act == "likelihood")
        leafing.scroll(leafing.leaf.spots[leafing.at].y)
        await pilot.press("enter", *"6x")
        assert "6x" in screen_text(app)
        await pilot.press("backspace", "0", "enter")
        await pilot.pause()
        lines = iter(path.read_text().splitlines())
        assert all(line in lines for line in before.splitlines())
        assert "judgement:\n  likelihood: {none: 60}\n" in path.read_text()
        await pilot.press("u")
        await pilot.pause()
        assert path.read_text() == before


async def test_who_is_named_is_shown_nobody_elses_matrix(tmp_path: Path) -> None:
    theirs = write(tmp_path)
    app = Workbench(workspace.read(tmp_path), "iraq", "ann", named=True)
    async with app.run_test(size=SIZE) as pilot:
        assert "(not yours)" not in screen_text(app)
        await pilot.press("C")
        await pilot.pause()
        assert "none: CC" in (theirs.parent / "ann.yaml").read_text()


async def test_an_empty_matrix_is_not_begun_beside_my_own_that_cannot_be_read(tmp_path: Path) -> None:
    mine = write(tmp_path)
    shutil.copy(mine, mine.with_name("zoe.yaml"))
    mine.write_text(f"<<<<<<< HEAD\n{mine.read_text()}")
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("C", "enter")
        await pilot.pause()
        assert "Your own matrix is there and cannot be read" in screen_text(app)
        assert "zoe (not yours)" in screen_text(app)
