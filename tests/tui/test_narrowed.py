"""The workbench on some of the rows: what it shows, what it says, what it saves."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.tui.hosting import Host, heuer, screen_text
from tests.workspace.small_case import ADDRESSES, MATRIX, write
from workbench import workspace
from workbench.analysis.narrowing import narrowed
from workbench.model import Condition, Narrowing, Rate, edited
from workbench.tui.app import Workbench
from workbench.tui.desk import Desk

SIZE = (120, 40)
SAID, GUARD, RADIO = ADDRESSES
WHOLE = MATRIX.replace("minor: C}", "minor: C, major: C}").replace(
    "  monitors/radio", "  embassy/on-guard: {none: I, minor: C, major: C}\n  monitors/radio"
)


def opened(root: Path, analyst: str = "me", condition: Condition = Condition("source", "monitors")) -> Workbench:  # noqa: B008
    return Workbench(workspace.read(root), "iraq", analyst, partial(narrowed, to=Narrowing((condition,))))


async def test_only_the_rows_of_the_slice_are_on_the_screen_and_it_says_so(tmp_path: Path) -> None:
    write(tmp_path, WHOLE)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        shown = screen_text(app)
        assert "only source=monitors" in shown.splitlines()[0]
        assert "Agents send more often" in shown
        assert "Embassies are told" not in shown
        assert "row 1 of 1 · 2 not shown" in shown


async def test_a_rating_is_saved_on_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, WHOLE)
    before = path.read_text().splitlines()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("I")
        await pilot.pause()
        assert "· 1 change" in screen_text(app)
    [line] = [line for line in path.read_text().splitlines() if line not in before]
    assert line.startswith("  monitors/radio-traffic:   {none: 'II'")


async def test_what_changes_outside_stays_narrowed(tmp_path: Path) -> None:
    write(tmp_path, WHOLE)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        for name, was in (("monitors", "more often"), ("embassy", "on guard")):
            evidence = tmp_path / f"evidence/{name}.yaml"
            evidence.write_text(evidence.read_text().replace(was, "so they say"))
        app._watch()
        await pilot.pause()
        shown = screen_text(app)
        assert "Agents send so they say" in shown
        assert "Embassies" not in shown
        assert "only source=monitors" in shown


async def test_a_slice_is_no_way_to_scores_before_everything_is_rated(tmp_path: Path) -> None:
    """All of the slice is rated, but not all of the matrix; an early look records what is not."""
    path = write(tmp_path, MATRIX.replace("minor: C}", "minor: C, major: C}"))
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Scores stay hidden: 1 row not shown is not fully rated." in screen_text(app)
        assert "points" not in screen_text(app)
        await pilot.press("v", "y")
        await pilot.pause()
        assert "points weighted" in screen_text(app)
    assert f"looked: [{GUARD}]" in path.read_text()


async def test_my_own_matrix_begins_in_the_same_slice(tmp_path: Path) -> None:
    write(tmp_path, WHOLE)
    app = opened(tmp_path, analyst="ana")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("i", "enter")
        await pilot.pause()
        await pilot.pause()
        assert "2 of 3 unrated" in screen_text(app)
    assert f"{RADIO}: {{none: I," in (tmp_path / "matrices/iraq/ana.yaml").read_text()


async def test_a_slice_that_has_become_empty_says_so(tmp_path: Path) -> None:
    write(tmp_path, WHOLE)
    app = opened(tmp_path, condition=Condition("kind", "statement"))
    async with app.run_test(size=SIZE) as pilot:
        evidence = tmp_path / "evidence/embassy.yaml"
        evidence.write_text(evidence.read_text().replace("kind: statement", "kind: denial"))
        app._watch()
        await pilot.pause()
        assert "No row is shown: only kind=statement." in screen_text(app)


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (80, 24)])
async def test_a_narrowed_case_fits_every_screen(size: tuple[int, int]) -> None:
    app = Host(narrowed(heuer(), Narrowing((Condition("service", "signals"),), "2020")))
    async with app.run_test(size=size) as pilot:
        await pilot.press("down", "c")
        await pilot.pause()
        assert all(len(line) <= size[0] for line in screen_text(app).splitlines())


def test_an_undone_edit_of_a_row_that_left_the_slice_counts_no_cell() -> None:
    case = narrowed(heuer(), Narrowing((Condition("source", "monitors"),)))
    desk = Desk(case, "baseline")
    edit = Rate("own/loss-of-face", "none", None)
    desk.take(edited(case, edit), edit)

    assert (desk.unrated, desk.cells) == (0, 6)
