"""What-if under a pilot: tried, seen before and after, kept or thrown away; nothing is saved before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.hosting import Host, heuer, screen_text
from tests.tui.test_app import opened
from tests.workspace.small_case import write
from workbench.model import Case, Park, Rate, Rating, Row
from workbench.tui.chooser import Chooser
from workbench.tui.desk import Said

SIZE = (120, 40)
SIZES = [(80, 24), (120, 40), (200, 60)]


def figures(host: Host, label: str) -> list[str]:
    """What stands beside a label of the head."""
    found = next(text for text in screen_text(host).splitlines() if text.startswith(f"  {label}"))
    return found.removeprefix(f"  {label}").replace(" → ", "→").split()


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
async def test_picture_of_what_if(size: tuple[int, int], snapshot: Callable[[str, str], None]) -> None:
    host = Host(heuer())
    async with host.run_test(size=size) as pilot:
        await pilot.press("w", "C", "I", "down", "r")
        await pilot.pause()
        snapshot(f"what-if-{size[0]}x{size[1]}", screen_text(host))


async def test_nothing_is_saved_and_both_figures_are_seen() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w")
        assert "WHAT-IF" in screen_text(host)
        assert figures(host, "rank") == ["3", "1", "2"]
        await pilot.press("C", "I")
        await pilot.pause()
        shown = screen_text(host)
        assert "WHAT-IF 2 changes, not saved" in shown
        assert "leads: Minor action → Major action, Minor action" not in shown
        assert figures(host, "points weighted") == ["5→3", "0→4", "2.4"]
        assert figures(host, "rank") == ["3→2", "1→3", "2→1"]
        assert "I→CC" in shown
        assert "[C→II]" not in shown
        assert "C→II" in shown
        assert "leads: Minor action → Major action" in shown
        assert not host.pad.done
        assert host.told == 0
        assert host.pad.case is heuer() or host.pad.case == heuer()


async def test_undo_and_redo_stay_within_what_is_tried() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("c", "w", "I")
        await pilot.press("u")
        assert host.desk.trial is not None
        assert host.desk.trial.changes == 0
        await pilot.press("u")
        assert "nothing to undo" in screen_text(host)
        assert len(host.pad.done) == 1
        await pilot.press("U")
        assert host.desk.trial.changes == 1


async def test_what_is_kept_is_made_and_can_be_undone() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w", "C", "I", "w")
        shown = screen_text(host)
        assert "monitors/radio-traffic, No retaliation, I → CC" in shown
        await pilot.press("k")
        await pilot.pause()
        assert [edit for _, edit in host.pad.done] == [
            Rate("monitors/radio-traffic", "none", Rating.CC),
            Rate("monitors/radio-traffic", "minor", Rating.II),
        ]
        assert "saved 14:02:31 · 2 changes" in screen_text(host)
        assert "→" not in "".join(figures(host, "rank"))
        await pilot.press("u", "u")
        assert host.pad.case.matrix.rows == heuer().matrix.rows


@pytest.mark.parametrize("key", ["w", "escape"])
async def test_what_is_thrown_away_was_never_there(key: str) -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        before = screen_text(host)
        await pilot.press("w", "C", "I", "r", key, "t")
        assert not host.pad.done
        await pilot.press("g", "home", "up", "left")
        assert screen_text(host) == before


async def test_going_on_goes_on() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w", "C", "w", "g")
        assert host.desk.trial is not None
        await pilot.press("escape", "escape")
        assert host.desk.trial is not None
        assert host.desk.trial.changes == 1


async def test_without_a_change_one_just_leaves() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w", "C", "u", "w")
        assert not isinstance(host.screen, Chooser)
        assert host.desk.trial is None
        assert "no change yet" in screen_text(host)


async def test_escape_ends_a_search_and_a_filter_first() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w", "f", *"source monitors", "enter", "escape")
        assert host.desk.trial is not None
        assert not host.desk.filter.by
        await pilot.press("escape")
        assert host.desk.trial is None


async def test_it_waits_until_scores_are_seen() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w")
        assert host.desk.trial is None
        assert "waits until every cell is rated" in screen_text(host)
        await pilot.press("v", "y", "w")
        assert host.desk.trial is not None


async def test_a_cleared_cell_hides_nothing_until_it_is_kept() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w", "delete")
        await pilot.pause()
        assert "points" in screen_text(host)
        assert "I→·" in screen_text(host) or "[I→·]" in screen_text(host)
        await pilot.press("v")
        assert "always shown" in screen_text(host)
        await pilot.press("w", "k")
        await pilot.pause()
        assert "points" not in screen_text(host)


async def test_parking_and_reasons_are_tried_too() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w", "p", *"not now", "enter", "space", *"why not", "enter")
        await pilot.pause()
        assert host.desk.trial is not None
        assert host.desk.trial.changes == 2
        assert host.desk.rows.addresses[-1] == "monitors/radio-traffic"
        await pilot.press("w", "k")
        assert isinstance(host.pad.done[0][1], Park)
        assert len(host.pad.done) == 2


# ---- other people's matrices, and what changes meanwhile


async def test_anybodys_matrix_can_be_tried_and_keeping_asks_whose_it_is() -> None:
    host = Host(heuer(), me="ana")
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w", "C", "I")
        assert not isinstance(host.screen, Chooser)
        await pilot.press("w", "k", "escape")
        assert host.desk.trial is not None
        await pilot.press("w", "k", "enter")
        assert [edit.rating for edit in host.wanted[0].edits] == [Rating.CC, Rating.II]
        assert not host.pad.done
        await pilot.press("w", "k", "down", "enter")
        assert len(host.pad.done) == 2
        assert host.desk.trial is None


async def test_what_changes_outside_comes_in_on_leaving() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w", "C")
        rows = {**host.pad.case.matrix.rows, "own/loss-of-face": Row({"none": Rating.N})}
        host.pad.case = host.pad.case.with_matrix(replace(host.pad.case.matrix, rows=rows))
        host.matrix.take(host.pad.case, "taken in")
        await pilot.pause()
        assert host.desk.case.matrix.row("own/loss-of-face").ratings["none"] is Rating.II
        assert "Changed outside" in screen_text(host)
        await pilot.press("w", "k")
        kept = host.desk.case.matrix
        assert kept.row("own/loss-of-face").ratings == {"none": Rating.N}
        assert kept.row("monitors/radio-traffic").ratings["none"] is Rating.CC


async def test_a_row_changed_outside_is_told_before_it_is_kept() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w", "C")
        host.pad.case = _with(host.pad.case, "monitors/radio-traffic", Rating.N)
        host.matrix.take(host.pad.case, "taken in")
        await pilot.press("w")
        assert "monitors/radio-traffic was changed outside meanwhile" in screen_text(host)


async def test_what_is_gone_from_the_files_is_not_made_up() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w", "C", "down", "C")
        items = dict(host.pad.case.items)
        del items["monitors/radio-traffic"]
        host.pad.case = replace(host.pad.case, items=items)
        host.matrix.take(host.pad.case, "taken in")
        await pilot.press("w", "k")
        assert [edit.address for _, edit in host.pad.done] == ["own/loss-of-face"]
        assert "no longer there" in screen_text(host)


async def test_what_was_rated_just_before_is_saved_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    host = Host(heuer())
    host.pad.large = True
    monkeypatch.setattr("workbench.tui.bench.GATHERING", 0.3)
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("c", "w", "C")
        await pilot.pause(0.5)
        assert host.told == 1
        assert host.desk.trial is not None
        assert host.desk.trial.changes == 1


async def test_what_cannot_be_saved_is_said_beside_it() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w")
        host.matrix.failed("disk full")
        await pilot.pause()
        assert "NOT SAVED" in screen_text(host)
        assert "WHAT-IF" in screen_text(host)
        assert host.desk.said == Said("disk full", alarm=True)


def _with(case: Case, address: str, rating: Rating) -> Case:
    rows = {**case.matrix.rows, address: case.matrix.row(address).rate("none", rating)}
    return case.with_matrix(replace(case.matrix, rows=rows))


# ---- on real files


def rated(root: Path) -> Path:
    """A workspace whose matrix is complete."""
    path = write(root)
    whole = "minor: C, major: C}\n  embassy/on-guard: {none: I, minor: C, major: C}"
    path.write_text(path.read_text().replace("minor: C}", whole))
    return path


async def test_the_file_learns_of_it_when_it_is_kept(tmp_path: Path) -> None:
    path = rated(tmp_path)
    before = path.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w", "I", "x")
        await pilot.pause()
        assert path.read_bytes() == before
        await pilot.press("w", "k")
        await pilot.pause()
        assert [line for line in path.read_text().splitlines() if "II" in line and "NA" in line]
        assert "· 2 changes" in screen_text(app)
        await pilot.press("u", "u")
        await pilot.pause()
    assert path.read_bytes() == before


@pytest.mark.parametrize("key, kept", [("k", True), ("t", False)])
async def test_quitting_asks_once(tmp_path: Path, key: str, kept: bool) -> None:
    path = rated(tmp_path)
    before = path.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w", "I", "q")
        assert "Leave what-if?" in screen_text(app)
        await pilot.press("g")
        assert app.is_running
        await pilot.press("q", key)
        await pilot.pause()
    assert app._exit
    assert (path.read_bytes() != before) is kept


async def test_quitting_without_an_answer_throws_away(tmp_path: Path) -> None:
    path = rated(tmp_path)
    before = path.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w", "I", "q")
        await app.action_quit()
        await pilot.pause()
    assert app._exit
    assert path.read_bytes() == before


async def test_quitting_without_anything_tried_asks_nothing(tmp_path: Path) -> None:
    rated(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w", "q")
        await pilot.pause()
    assert app._exit


async def test_my_own_matrix_can_begin_with_what_was_tried(tmp_path: Path) -> None:
    theirs = rated(tmp_path)
    before = theirs.read_bytes()
    app = opened(tmp_path, analyst="ana")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w", "I", "x", "w", "k", "enter")
        await pilot.pause()
        await pilot.pause()
        assert "7 of 9 unrated" in screen_text(app)
    assert theirs.read_bytes() == before
    assert "{none: II, minor: NA," in (tmp_path / "matrices/iraq/ana.yaml").read_text()
