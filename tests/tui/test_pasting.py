"""Many items pasted: what is shown before anything is written, what can be changed, and what is written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.hosting import screen_text
from tests.tui.test_app import opened
from tests.workspace.authored_case import state, write
from workbench import workspace
from workbench.tui.app import Workbench
from workbench.tui.chooser import Chooser
from workbench.tui.leaf import Goal
from workbench.tui.pasting import paste
from workbench.tui.pasting.screen import PasteScreen
from workbench.tui.steppage import StepPage

SIZE = (100, 34)

TABLE = (
    "Claim\tType\tGrade\tDate\tWho\tService\n"
    "Agents send more often, and longer.\treport\t2\t1993-07-01 00:00:00\tguards\tsignals; air\n"
    "The embassies are told: be on guard!\treport\t3\n"
    "It was seen.\tgossip\t2\n"
    "Somebody else said so.\treport\t2\t\tthe cook\n"
)


async def settled(app: Workbench, pilot: Pilot[None]) -> None:
    """Wait until what was asked for is worked out, or written, and shown."""
    for _ in range(3):
        await pilot.pause()
    while app.matrix is not None and (app.matrix.writing or app.workers._workers):
        await asyncio.sleep(0.01)
        await pilot.pause()
    for _ in range(3):
        await pilot.pause()


async def pasted(app: Workbench, pilot: Pilot[None], text: str, source: str = "embassy") -> PasteScreen:
    """The screen with this pasted into a source."""
    assert app.matrix is not None
    paste(app.matrix, Goal(act="source", id=source))
    await pilot.pause()
    screen = app.screen
    assert isinstance(screen, PasteScreen)
    screen.post_message(events.Paste(text))
    await settled(app, pilot)
    return screen


async def test_a_table_is_shown_tried_and_written_as_one_step(tmp_path: Path) -> None:
    root = write(tmp_path)
    before = state(root)
    app = opened(root)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2")
        await settled(app, pilot)
        await pasted(app, pilot, TABLE)
        shown = screen_text(app)
        assert "2 good, 2 refused" in shown
        assert "‹ credibility" in shown
        assert "line 4     'gossip' is no kind of evidence" in shown
        assert "reads like embassy/on-guard" in shown
        assert state(root) == before
        await pilot.press("enter")
        await settled(app, pilot)
        assert "2 items written" in screen_text(app)
        assert "line 4     'gossip' is no kind of evidence" in screen_text(app)
        await pilot.press("enter")
        await settled(app, pilot)
        assert isinstance(app.screen, StepPage)
        assert "2 items added, 2 lines refused." in screen_text(app)
        items = workspace.read(root).items
        assert items["embassy/agents-send-more-often"].when == "1993-07-01"
        assert len(items) == 5
        await pilot.press("u")
        await settled(app, pilot)
        assert state(root) == before


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_picture_of_what_is_pasted(
    tmp_path: Path, size: tuple[int, int], snapshot: Callable[[str, str], None]
) -> None:
    app = opened(write(tmp_path))
    async with app.run_test(size=size) as pilot:
        screen = await pasted(app, pilot, TABLE)
        snapshot(f"pasted-{size[0]}x{size[1]}", screen_text(app))
        await pilot.press("enter")
        await settled(app, pilot)
        assert screen.is_attached
        snapshot(f"pasted-left-{size[0]}x{size[1]}", screen_text(app))
        await pilot.press("p")
        await pilot.pause()
        snapshot(f"paste-{size[0]}x{size[1]}", screen_text(app))


async def test_what_a_column_is_can_be_changed_and_origins_come_along(tmp_path: Path) -> None:
    root = write(tmp_path)
    app = opened(root)
    async with app.run_test(size=SIZE) as pilot:
        screen = await pasted(app, pilot, TABLE)
        for _ in range(5):
            await pilot.press("down")
        await pilot.press("left")
        await settled(app, pilot)
        assert "‹ tag service" in screen_text(app)
        assert "Origins that are not known: 1" in screen_text(app)
        await pilot.press("o")
        await settled(app, pilot)
        assert "3 good, 1 refused" in screen_text(app)
        await pilot.press("enter")
        await settled(app, pilot)
        found = workspace.read(root)
        assert found.items["embassy/agents-send-more-often"].tags == {"service": ("signals", "air")}
        assert found.items["embassy/somebody-else-said-so"].origins == ("cook",)
        await pilot.press("escape")
        await pilot.pause()
        assert not screen.is_attached


async def test_names_separator_and_source_can_be_changed(tmp_path: Path) -> None:
    app = opened(write(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        screen = await pasted(app, pilot, "Claim;Type\nOne thing.;report\nAnother thing.;denial\n")
        assert screen.came is not None
        assert len(screen.came.made.taken) == 2
        await pilot.press("n")
        await settled(app, pilot)
        assert "column 1" in screen_text(app)
        await pilot.press("n")
        await settled(app, pilot)
        await pilot.press("d", "d", "d")
        await settled(app, pilot)
        assert "semicolons between cells" in screen_text(app)
        await pilot.press("s")
        await pilot.pause()
        assert isinstance(app.screen, Chooser)
        await pilot.press("down", "enter")
        await settled(app, pilot)
        assert {one.item.source for one in screen.came.made.taken} == {"monitors"}
        assert "Paste into monitors" in screen_text(app)


async def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    root = write(tmp_path / "case")
    table = tmp_path / "my claims.csv"
    table.write_text("claim,kind\nOne thing.,report\n", encoding="utf-8")
    app = opened(root)
    async with app.run_test(size=SIZE) as pilot:
        screen = await pasted(app, pilot, f"'{table}x")
        await pilot.press("enter")
        await pilot.pause()
        assert "No such file" in " ".join(screen_text(app).split())
        await pilot.press("backspace", "'", "enter")
        await settled(app, pilot)
        assert screen.came is not None
        assert [one.item.id for one in screen.came.made.taken] == ["one-thing"]
        await pilot.press("p")
        await pilot.pause()
        assert "Copy the rows" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert not screen.is_attached


async def test_the_source_is_asked_for_where_it_is_open(tmp_path: Path) -> None:
    app = opened(write(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        assert app.matrix is not None
        paste(app.matrix, Goal())
        await pilot.pause()
        assert isinstance(app.screen, Chooser)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PasteScreen)
        assert "Paste into embassy" in screen_text(app)


async def test_a_single_sentence_is_an_item_and_no_path(tmp_path: Path) -> None:
    app = opened(write(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        screen = await pasted(app, pilot, "One thing was seen.")
        assert screen.came is not None
        assert [one.item.text for one in screen.came.made.taken] == ["One thing was seen."]


async def test_nothing_good_is_not_written(tmp_path: Path) -> None:
    root = write(tmp_path)
    before = state(root)
    app = opened(root)
    async with app.run_test(size=SIZE) as pilot:
        screen = await pasted(app, pilot, "Claim\tType\n\tgossip\n")
        await pilot.press("enter")
        await settled(app, pilot)
        assert screen.is_attached
        assert "0 good, 1 refused" in screen_text(app)
        assert state(root) == before


@pytest.mark.parametrize("size", [(80, 24), (20, 5), (300, 100)])
async def test_hostile_text_is_data_at_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    app = opened(write(tmp_path))
    hostile = "[b]x[/b] \u202e \x1b[2J " + "\u0301" * 50 + "漢" * 200
    text = (
        f"{hostile}\tclaim\t{hostile}\n"
        + f"{hostile}\t{hostile}\n" * 3
        + "a\t[link]b\tc\td\n"
        + '"open\n'
        + "z" * 30_000
    )
    async with app.run_test(size=size) as pilot:
        for given in (text, "\x00", "a\n" * 60_000, "\t".join(["claim"] * 300) + "\nx"):
            await pasted(app, pilot, given + "\n.")
            for key in ("down", "right", "left", "G", "n", "d", "o", "g", "pagedown"):
                await pilot.press(key)
            await settled(app, pilot)
            assert "\x1b" not in screen_text(app)
            assert "\u202e" not in screen_text(app)
            await pilot.press("escape")
            await pilot.pause()
