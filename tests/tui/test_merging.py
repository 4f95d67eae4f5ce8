"""Pairs that read alike: shown beside one another, and settled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.hosting import screen_text
from tests.tui.test_app import opened
from tests.tui.test_pasting import settled
from tests.workspace.authored_case import state, write
from workbench import checks, workspace
from workbench.model import Item
from workbench.model.authoring import AddItem
from workbench.tui.leaf import Goal
from workbench.tui.merging import merge, pairs
from workbench.tui.merging.screen import PairScreen
from workbench.workspace.authoring import Author, Done

SIZE = (100, 34)


def twice(root: Path) -> Path:
    """The case with one claim noted twice in a source, and told by another."""
    author = Author(workspace.read(write(root)), checks.findings)
    done = author.do(
        AddItem(Item("embassy/told", "The embassies were told: be on guard!", at="par. 9")),
        AddItem(Item("monitors/heard", "Guard! embassies are told, on guard.")),
    )
    assert isinstance(done, Done)
    return root


async def test_two_of_one_source_are_merged_and_undone(tmp_path: Path) -> None:
    root = twice(tmp_path)
    before = state(root)
    app = opened(root)
    async with app.run_test(size=SIZE) as pilot:
        assert app.matrix is not None
        await pilot.press("2")
        await settled(app, pilot)
        merge(app.matrix, Goal("embassy/told"))
        await settled(app, pilot)
        shown = screen_text(app)
        assert "Pair 1 of 3" in shown
        assert "Merge, and keep on-guard" in shown
        assert "its text is not kept" in shown
        await pilot.press("1")
        await settled(app, pilot)
        item = workspace.read(root).items["embassy/on-guard"]
        assert (item.at, item.formerly) == ("par. 6; par. 9", ("told",))
        assert "Pair 1 of 1" in screen_text(app)
        await pilot.press("escape")
        await settled(app, pilot)
        await pilot.press("u")
        await settled(app, pilot)
        assert state(root) == before


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_picture_of_a_pair(tmp_path: Path, size: tuple[int, int], snapshot: Callable[[str, str], None]) -> None:
    app = opened(twice(tmp_path))
    async with app.run_test(size=size) as pilot:
        assert app.matrix is not None
        merge(app.matrix, Goal("embassy/told"))
        await settled(app, pilot)
        snapshot(f"pair-{size[0]}x{size[1]}", screen_text(app))


async def test_two_sources_retell_one_another_or_share_an_origin(tmp_path: Path) -> None:
    root = twice(tmp_path)
    app = opened(root)
    async with app.run_test(size=SIZE) as pilot:
        assert app.matrix is not None
        merge(app.matrix, Goal("monitors/heard"))
        await settled(app, pilot)
        assert isinstance(app.screen, PairScreen)
        await pilot.press("1")
        await settled(app, pilot)
        retold = [item for item in workspace.read(root).items.values() if item.retells]
        assert [item.address for item in retold] == ["monitors/heard"]
        left = len(pairs(app.matrix))
        await pilot.press("3")
        await settled(app, pilot)
        assert len(pairs(app.matrix)) < left


async def test_where_both_are_rated_one_is_parked(tmp_path: Path) -> None:
    root = twice(tmp_path)
    path = root / "matrices/iraq/me.yaml"
    path.write_text(path.read_text().replace("rows:\n", "rows:\n  embassy/told: {none: C}\n"))
    app = opened(root)
    async with app.run_test(size=SIZE) as pilot:
        assert app.matrix is not None
        merge(app.matrix, Goal("embassy/told"))
        await settled(app, pilot)
        assert "not possible: both are rated or spoken of in matrices/iraq/me.yaml" in " ".join(
            screen_text(app).split()
        )
        await pilot.press("1")
        await settled(app, pilot)
        assert "Not written" in screen_text(app)
        assert "embassy/told" in workspace.read(root).items
        await pilot.press("3")
        await settled(app, pilot)
        assert app.matrix.desk.case.matrix.note("embassy/told").parked == "Says the same as embassy/on-guard."


async def test_what_is_not_the_same_is_not_asked_again(tmp_path: Path) -> None:
    app = opened(twice(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        assert app.matrix is not None
        merge(app.matrix, Goal())
        await settled(app, pilot)
        while isinstance(app.screen, PairScreen):
            number = len(app.screen._ways)
            await pilot.press(str(number))
            await settled(app, pilot)
        assert pairs(app.matrix) == []
        assert "All pairs are settled." in app.matrix.desk.said.text
        merge(app.matrix, Goal())
        await pilot.pause()
        assert "No two items read alike" in app.matrix.desk.said.text


@pytest.mark.parametrize("size", [(80, 24), (20, 5), (300, 100)])
async def test_it_fits_any_size_and_holds_any_text(tmp_path: Path, size: tuple[int, int]) -> None:
    root = twice(tmp_path)
    path = root / "evidence/embassy.yaml"
    path.write_text(path.read_text().replace("be on guard!", "be on guard! [b]x[/b] \u202e " + "漢" * 300))
    app = opened(root)
    async with app.run_test(size=size) as pilot:
        assert app.matrix is not None
        merge(app.matrix, Goal())
        await settled(app, pilot)
        for key in ("down", "G", "n", "n", "p", "g", "left", "pagedown"):
            await pilot.press(key)
        assert "\u202e" not in screen_text(app)
        await pilot.press("escape")


async def test_what_others_settle_meanwhile_is_left_out(tmp_path: Path) -> None:
    root = twice(tmp_path)
    app = opened(root)
    async with app.run_test(size=SIZE) as pilot:
        assert app.matrix is not None
        merge(app.matrix, Goal())
        await settled(app, pilot)
        for name in ("embassy", "monitors"):
            path = root / f"evidence/{name}.yaml"
            path.write_text(path.read_text().replace("guard", "gate"))
        path.unlink()
        app._watch()
        await settled(app, pilot)
        await pilot.press("n", "1")
        await settled(app, pilot)
        assert "heard" not in screen_text(app)
