"""Step 4 on the screen: the queue is worked off with keys, and what comes of it stands in the files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.hosting import Host, screen_text
from tests.tui.test_app import opened
from tests.tui.test_steps import full, page, shown
from tests.tui.test_writing import settled
from tests.workspace.small_case import write
from workbench.analysis.heuer import refining
from workbench.model import Gap, Park, Rate, Rating
from workbench.tui.app import Workbench
from workbench.tui.leaf import Goal

SIZE = (120, 40)
QUESTION = "hypotheses/iraq.yaml"


def cursor(host: Host | Workbench, about: str, hypothesis: str = "", address: str = "") -> None:
    """Put the cursor on the first spot about this."""
    leafing = page(host).page.leafing  # type: ignore[arg-type]

    def fits(goal: Goal) -> bool:
        return goal.about == about and hypothesis in {"", goal.hypothesis} and address in {"", goal.address}

    leafing.at = next(n for n, spot in enumerate(leafing.leaf.spots) if fits(spot.goal))
    leafing.scroll(leafing.leaf.spots[leafing.at].y - leafing.top)


async def on_page(app: Workbench, pilot: Pilot[None], key: str = "4") -> None:
    """Rate what is not rated, and open the page."""
    assert app.matrix is not None
    while app.matrix.desk.unrated:
        await pilot.press("tab", "c")
    await pilot.press(key)
    await settled(app, pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_picture_of_the_page_with_gaps_and_skipped_tasks(
    size: tuple[int, int], snapshot: Callable[[str, str], None]
) -> None:
    case = full()
    gaps = {"sleepers": Gap("sleepers", "Whether agents were sent before the strike.", "It would show a plan.")}
    host = Host(replace(case, question=replace(case.question, gaps=gaps)))
    async with host.run_test(size=size) as pilot:
        await pilot.press("4", "s", "G")
        await pilot.pause()
        snapshot(f"refine-gaps-{size[0]}x{size[1]}", screen_text(host))


async def test_a_row_is_parked_with_a_reason_and_taken_back_in() -> None:
    host = Host(full())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("4")
        cursor(host, refining.SEPARATES_NOTHING.name)
        address = page(host).goal.address
        await pilot.press("p", "enter")
        await pilot.pause()
        assert "parked with a reason" in screen_text(host)
        await pilot.press("p", *"Empty.", "enter")
        await pilot.pause()
        assert host.desk.case.parked(address)
        assert "Separates nothing" not in shown(host)
        assert "Parked rows 2" in shown(host)
        cursor(host, "", address=address)
        await pilot.press("p")
        await pilot.pause()
        assert not host.desk.case.parked(address)
        await pilot.press("u", "u")
        await pilot.pause()
        assert not host.desk.case.parked(address)
        assert "Parked rows 1" in shown(host)


async def test_a_stale_row_is_confirmed_where_it_is_asked_about() -> None:
    host = Host(full())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("4", "y")
        await pilot.pause()
        assert "Stale row" not in shown(host)
        assert not host.desk.case.stale("own/another-attack")
        await pilot.press("y")
        await pilot.pause()
        assert "put the cursor on one" in screen_text(host)


async def test_what_is_skipped_comes_back_when_the_page_is_opened_anew() -> None:
    host = Host(full())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("4")
        before = shown(host)
        await pilot.press("s")
        await pilot.pause()
        assert "1 task is skipped until this page is opened anew." in shown(host)
        assert "Stale row" not in shown(host)
        await pilot.press("s", "s", "s")
        await pilot.pause()
        assert "All that waits was skipped." in shown(host)
        await pilot.press("escape", "4")
        await pilot.pause()
        assert shown(host) == before


@pytest.mark.parametrize("keys", [["n"], ["enter", "n"]])
async def test_an_expectation_becomes_a_gap_that_the_page_shows(tmp_path: Path, keys: list[str]) -> None:
    write(tmp_path)
    path = tmp_path / QUESTION
    before = path.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot)
        cursor(app, refining.UNFORESEEN.name, "none")
        await pilot.press(*keys)
        await pilot.pause()
        assert "No retaliation does not expect: An attack." in screen_text(app)
        await pilot.press("tab", *"It decides.", "enter")
        await settled(app, pilot)
        assert "gaps:\n  whether-so-attack:" in path.read_text()
        assert "matters: It decides." in path.read_text()
        told = shown(app)  # type: ignore[arg-type]
        assert "Whether this is so: An attack." in told
        assert "It decides." in told
        await pilot.press("u")
        await settled(app, pilot)
        assert path.read_bytes() == before


async def test_a_gap_is_reworded_and_dropped(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / QUESTION
    path.write_text(path.read_text() + "gaps:\n  plans: {statement: What is planned., matters: All hangs on it.}\n")
    before = path.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot)
        cursor(app, "gap")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*" And when", "enter")
        await settled(app, pilot)
        assert "What is planned. And when" in path.read_text()
        cursor(app, "gap")
        await pilot.press("delete")
        await settled(app, pilot)
        assert "plans" not in path.read_text()
        await pilot.press("u", "u")
        await settled(app, pilot)
        await pilot.press("u")
        await settled(app, pilot)
        assert path.read_bytes() == before


async def test_an_expectation_is_reworded_and_a_refusal_keeps_what_was_typed(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / QUESTION
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot)
        cursor(app, refining.UNFORESEEN.name, "none")
        await pilot.press("r")
        await pilot.pause()
        await pilot.press(*" Or two.", "enter")
        await settled(app, pilot)
        assert "An attack. Or two." in path.read_text()
        cursor(app, refining.UNFORESEEN.name, "none")
        await pilot.press("r")
        await pilot.pause()
        await pilot.press(*" More.")
        path.write_text("no: [yaml")
        await pilot.press("enter")
        await settled(app, pilot)
        assert "An attack. Or two. More." in screen_text(app)
        assert path.read_text() == "no: [yaml"


async def test_an_item_is_reworded_in_its_form_and_its_row_is_stale(tmp_path: Path) -> None:
    write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot)
        cursor(app, refining.SEPARATES_NOTHING.name)
        address = page(app).goal.address  # type: ignore[arg-type]
        await pilot.press("r")
        await pilot.pause()
        await pilot.press(*" Twice.", "enter")
        await settled(app, pilot)
        assert app.matrix is not None
        assert app.matrix.desk.case.items[address].text.endswith("Twice.")


async def test_a_hypothesis_that_nothing_contradicts_gets_more_that_should_not_be_seen(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / QUESTION
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot)
        cursor(app, refining.UNCONTRADICTED.name)
        await pilot.press("enter", "r")
        await pilot.pause()
        assert "Calm." in screen_text(app)
        await pilot.press("tab", "enter", *"Silence.", "ctrl+s")
        await settled(app, pilot)
        assert "Silence." in path.read_text()


async def test_an_untested_hypothesis_is_parked_and_made_a_column_again(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / QUESTION
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        assert app.matrix is not None
        for address in app.matrix.desk.case.items:
            for hypothesis, rating in (("none", Rating.I), ("minor", Rating.C), ("major", Rating.NA)):
                app.matrix.change(Rate(address, hypothesis, rating))
        await pilot.press("4")
        await settled(app, pilot)
        cursor(app, refining.UNTESTED.name, "major")
        await pilot.press("p", *"Nothing bears on it.", "enter")
        await settled(app, pilot)
        assert "status: parked" in path.read_text()
        assert [h.id for h in app.matrix.desk.case.hypotheses] == ["none", "minor"]
        cursor(app, "aside", "major")
        await pilot.press("p")
        await settled(app, pilot)
        assert [h.id for h in app.matrix.desk.case.hypotheses] == ["none", "minor", "major"]


async def test_enter_on_a_hypothesis_asks_what_to_do_and_leads_to_its_column() -> None:
    host = Host(full())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("4")
        cursor(host, refining.UNSEEN.name)
        await pilot.press("enter")
        await pilot.pause()
        assert "What about No retaliation?" in screen_text(host)
        await pilot.press("g")
        await pilot.pause()
        assert host.screen is host.matrix
        assert host.desk.hypothesis is not None
        assert host.desk.hypothesis.id == "none"


async def test_an_absence_can_be_made_of_an_expectation(tmp_path: Path) -> None:
    write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot)
        cursor(app, refining.UNFORESEEN.name, "none")
        await pilot.press("b", "enter")
        await pilot.pause()
        assert "New item of embassy" in screen_text(app)
        assert "An attack." in screen_text(app)
        await pilot.press(*"None was seen.", "tab", "tab", *"Press.", "enter")
        await settled(app, pilot)
        assert app.matrix is not None
        made = next(item for item in app.matrix.desk.case.items.values() if item.kind == "absence")
        assert (made.text, made.looked_in, made.would_show) == ("None was seen.", "Press.", "An attack.")


async def test_what_a_key_is_not_for_is_said() -> None:
    host = Host(full())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("4")
        cursor(host, refining.UNSEEN.name)
        for key in ("p", "y", "delete"):
            await pilot.press(key)
            await pilot.pause()
            assert host.desk.said.text
            host.matrix.say("")
        cursor(host, refining.STALE.name)
        await pilot.press("b")
        assert "expectation" in host.desk.said.text
        assert not [edit for _, edit in host.pad.done if not isinstance(edit, Park)]
