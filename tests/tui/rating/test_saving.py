"""Rating mode on real files: what it saves is what the matrix saves."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.tui.hosting import screen_text
from tests.workspace.small_case import ADDRESSES, write
from workbench import workspace
from workbench.analysis.narrowing import narrowed
from workbench.model import Condition, Narrowing
from workbench.tui import ways
from workbench.tui.app import Workbench
from workbench.tui.rating.mode import RatingMode

SIZE = (120, 40)
SAID, GUARD, RADIO = ADDRESSES


def opened(root: Path, analyst: str = "me", by: str = "") -> Workbench:
    narrow = partial(narrowed, to=Narrowing((Condition("source", by),))) if by else None
    return Workbench(workspace.read(root), "iraq", analyst, narrow)


def mode(app: Workbench) -> RatingMode:
    assert isinstance(app.screen, RatingMode)
    return app.screen


async def test_a_rating_is_one_line_and_undo_restores_every_byte(tmp_path: Path) -> None:
    path = write(tmp_path)
    before = path.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", "R")
        await pilot.pause()
        address, hypothesis = mode(app).turn.address, mode(app).turn.hypothesis.id
        await pilot.press("I")
        await pilot.pause()
        assert "· 1 change" in screen_text(app)
        changed = [line for line in path.read_text().splitlines() if line.encode() not in before.splitlines()]
        assert len(changed) == 1
        assert address in changed[0]
        assert f"{hypothesis}: " in changed[0]
        await pilot.press("u")
        await pilot.pause()
        assert path.read_bytes() == before


async def test_the_seed_is_in_the_file_and_gives_the_same_order_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "new_seed", lambda: "4711")
    path = write(tmp_path)
    before = path.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", "R", "z", "s", "u")
        await pilot.pause()
        assert path.read_bytes() == before
        await pilot.press("U")
        await pilot.pause()
        order = mode(app).turn.order
        assert "seed: 4711" in path.read_text()
    again = opened(tmp_path)
    async with again.run_test(size=SIZE) as pilot:
        await pilot.press("escape", "R")
        assert mode(again).turn.order == order
        await pilot.press("z", "f")
        await pilot.pause()
        assert "seed" not in path.read_text()


async def test_in_somebody_elses_matrix_it_goes_on_in_ones_own(tmp_path: Path) -> None:
    path = write(tmp_path)
    before = path.read_bytes()
    app = opened(tmp_path, "ana")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", "R", "enter")
        await pilot.pause()
        await pilot.pause()
        assert mode(app).desk.case.matrix.analyst == "ana"
        await pilot.press("c")
        await pilot.pause()
        assert "none: C" in (path.parent / "ana.yaml").read_text()
        assert path.read_bytes() == before


async def test_of_a_narrowed_case_only_the_rows_that_are_shown(tmp_path: Path) -> None:
    write(tmp_path)
    app = opened(tmp_path, by="monitors")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", "R")
        assert mode(app).turn.order.addresses == (RADIO,)
        assert "row 1 of 1" in screen_text(app)


async def test_a_file_changed_outside_is_taken_in_while_rating(tmp_path: Path) -> None:
    write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", "R")
        evidence = tmp_path / f"evidence/{mode(app).turn.item.source}.yaml"
        evidence.write_text(evidence.read_text().replace("text: >-\n", "text: >-\n      Told anew.\n"))
        app._watch()
        await pilot.pause()
        assert "Told anew." in screen_text(app)
