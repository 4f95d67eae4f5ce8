"""Step 8 on the screen: indicators are added, rated and followed, and those not seen become evidence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.tui.hosting import Host, screen_text
from tests.tui.test_app import opened
from tests.tui.test_refine_page import on_page
from tests.tui.test_steps import full, page, shown
from tests.tui.test_writing import settled
from tests.workspace.small_case import write
from workbench import checks, workspace
from workbench.model import Kind, Selector
from workbench.tui import steps as stepping
from workbench.tui.chooser import Chooser

SIZE = (120, 40)
SIZES = [(80, 24), (120, 40)]

WATCHED = """\
indicators:
  visas:
    statement: Agents apply for visas.
    by: 1993-08
    status: open
    likely: {none: HU, minor: L, major: HL}
"""


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stepping, "today", lambda: date(2026, 11, 22))


def case(root: Path, evidence: str = "") -> Path:
    """The small case with an indicator that is overdue; its question's file."""
    write(root)
    path = root / "hypotheses/iraq.yaml"
    text = path.read_text()
    if evidence:
        text = text.replace("hypotheses:\n", f"evidence:\n{evidence}hypotheses:\n", 1)
    path.write_text(text + WATCHED)
    return path


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("name, keys", [("indicator-new", ["8", "a"]), ("indicator-likely", ["8", "w"])])
async def test_picture_of_a_form(
    size: tuple[int, int], name: str, keys: list[str], snapshot: Callable[[str, str], None]
) -> None:
    host = Host(full())
    async with host.run_test(size=size) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        snapshot(f"{name}-{size[0]}x{size[1]}", screen_text(host))


@pytest.mark.parametrize("size", [(20, 5), (300, 100)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_no_size_is_too_small(size: tuple[int, int]) -> None:
    host = Host(full())
    async with host.run_test(size=size) as pilot:
        for key in ("a", "w", "s", "b", "enter"):
            await pilot.press("8", key)
            await pilot.pause()
            assert screen_text(host)
            await pilot.press("escape", "escape")
            await pilot.pause()


async def test_an_indicator_is_added_whole_and_one_undo_takes_it_back(tmp_path: Path) -> None:
    path = case(tmp_path)
    before = path.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot, "8")
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"Flights are booked.", "tab", *"2027-03", "tab", "tab", "u", "tab", "c", "tab", "h", "enter")
        await settled(app, pilot)
        added = path.read_text().removeprefix(before.decode())
        assert added == (
            "\n  flights-booked:\n    statement: >-\n      Flights are booked.\n    by: 2027-03\n    status: open\n"
            "    likely: {none: U, minor: C, major: HL}\n"
        )
        assert "Flights are booked." in shown(app)  # type: ignore[arg-type]
        await pilot.press("u")
        await settled(app, pilot)
        assert path.read_bytes() == before


async def test_what_is_no_date_is_said_and_nothing_is_written(tmp_path: Path) -> None:
    path = case(tmp_path)
    before = path.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot, "8")
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"Flights.", "tab", *"spring", "enter")
        await settled(app, pilot)
        assert "1 to mend" in screen_text(app)
        assert "spring" in screen_text(app)
        assert path.read_bytes() == before


async def test_an_indicator_is_edited_by_fields(tmp_path: Path) -> None:
    path = case(tmp_path)
    before = path.read_text()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot, "8")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*" Many.", "enter")
        await settled(app, pilot)
        assert path.read_text() == before.replace("Agents apply for visas.", ">-\n      Agents apply for visas. Many.")
        await pilot.press("w")
        await pilot.pause()
        await pilot.press("c", "enter")
        await settled(app, pilot)
        assert "likely: {none: C, minor: L, major: HL}" in path.read_text()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await settled(app, pilot)
        await pilot.press("u")
        await settled(app, pilot)
        await pilot.press("u")
        await settled(app, pilot)
        assert path.read_text() == before, "saving what was not changed is no step"


async def test_what_became_of_it_is_said_with_two_keys(tmp_path: Path) -> None:
    path = case(tmp_path)
    before = path.read_text()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot, "8")
        assert "overdue" in shown(app)  # type: ignore[arg-type]
        await pilot.press("s", "d")
        await settled(app, pilot)
        assert path.read_text() == before.replace("status: open", "status: dropped")
        assert "overdue" not in shown(app)  # type: ignore[arg-type]
        await pilot.press("b")
        await pilot.pause()
        assert app.matrix is not None
        assert "not over" in app.matrix.desk.said.text


@pytest.mark.parametrize("evidence", ["", "  - address: monitors/*\n"], ids=["all", "selected"])
async def test_an_overdue_one_becomes_an_absence_in_one_step(tmp_path: Path, evidence: str) -> None:
    path = case(tmp_path, evidence)
    source = tmp_path / "evidence/embassy.yaml"
    before = path.read_bytes(), source.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot, "8")
        await pilot.press("b")
        await pilot.pause()
        assert isinstance(app.screen, Chooser)
        await pilot.press(*"embassy", "enter")
        await pilot.pause()
        assert "Not seen by 1993-08: Agents apply for visas." in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert source.read_bytes() == before[1], "where one looked is needed"
        await pilot.press(*"Visa registers.", "enter")
        await settled(app, pilot)
        assert app.matrix is not None
        desk = app.matrix.desk
        made = next(item for item in desk.case.items.values() if item.kind is Kind.ABSENCE)
        assert (made.looked_in, made.would_show) == ("Visa registers.", "Agents apply for visas.")
        assert desk.case.question.indicators["visas"].status == "not-seen"
        selectors = (Selector(address="monitors/*"), Selector(address=made.address)) if evidence else ()
        assert desk.case.question.evidence == selectors
        found = [f for f in checks.findings(workspace.read(tmp_path)) if not f.note and made.id in f.message]
        assert found == []
        await pilot.press("u")
        await settled(app, pilot)
        assert (path.read_bytes(), source.read_bytes()) == before


async def test_without_a_source_there_is_no_absence() -> None:
    host = Host(full())
    async with host.run_test(size=SIZE) as pilot:
        own = {"own": host.desk.case.sources["own"]}
        object.__setattr__(host.desk.case, "sources", own)
        await pilot.press("8", "b")
        await pilot.pause()
        assert "page 2 adds one" in host.desk.said.text


async def test_where_nothing_is_watched_enter_adds() -> None:
    host = Host(full())
    object.__setattr__(host.desk.case.question, "indicators", {})
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("8", "w")
        assert "Put the cursor on an indicator" in host.desk.said.text
        await pilot.press("s", "b", "enter")
        await pilot.pause()
        assert "Something to watch for" in screen_text(host)
        await pilot.press("escape", "e")
        await pilot.pause()
        assert page(host).number == 8
        assert host.wanted[0].place == ("indicators",)
