"""The transposed matrix: the same cells the other way round, with the same keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.hosting import Host, heuer, screen_text
from tests.tui.rating.test_mode import many
from tests.tui.test_lines import narrow
from tests.tui.test_pictures import HOSTILE, hostile
from workbench.analysis import standing
from workbench.model import Case, Hypothesis, Matrix, Note, Rating
from workbench.report.content import matrix_content
from workbench.report.document import Table
from workbench.report.matrixpage import matrix_document
from workbench.tui.chooser import Chooser
from workbench.tui.desk import Desk
from workbench.tui.grid import Grid
from workbench.tui.transposed.figures import figures
from workbench.tui.transposed.grid import Transposed
from workbench.tui.transposed.lines import lines
from workbench.tui.transposed.plan import plan

SIZE = (120, 40)
FIRST, SECOND = "embassy/public-statement", "embassy/no-offensive-in-1991"


def drawn(desk: Desk, width: int, height: int) -> list[str]:
    told = figures(desk, width * 3 // 10)
    made = plan(desk, width, height, sum(figure.width for figure in told))
    return [line.text for line in lines(desk, made, told, {}, height)]


def rating(host: Host, address: str, hypothesis: str) -> Rating | None:
    return host.pad.case.matrix.row(address).ratings.get(hypothesis)


def cursor(host: Host) -> tuple[str, str]:
    assert host.desk.hypothesis is not None
    return host.desk.address, host.desk.hypothesis.id


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_picture_of_the_transposed_matrix(size: tuple[int, int], snapshot: Callable[[str, str], None]) -> None:
    host = Host(heuer())
    async with host.run_test(size=size) as pilot:
        await pilot.press("t", "right", "I")
        await pilot.pause()
        snapshot(f"transposed-{size[0]}x{size[1]}", screen_text(host))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_picture_of_it_while_rating_is_blind(size: tuple[int, int], snapshot: Callable[[str, str], None]) -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=size) as pilot:
        await pilot.press("t", "c", "I")
        await pilot.pause()
        snapshot(f"transposed-blind-{size[0]}x{size[1]}", screen_text(host))


# ---- going there and back


@pytest.mark.parametrize("back", ["t", "escape"])
async def test_it_goes_back_to_the_same_cell(back: str) -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("down", "right", "t")
        assert isinstance(host.matrix.grid, Transposed)
        assert cursor(host) == ("own/loss-of-face", "minor")
        await pilot.press(back)
        assert not isinstance(host.matrix.grid, Transposed)
        assert isinstance(host.matrix.grid, Grid)
        assert cursor(host) == ("own/loss-of-face", "minor")
        assert "› own" in screen_text(host)


async def test_escape_lifts_the_filter_before_it_goes_back() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("t", "f", *"source monitors", "enter")
        assert len(host.desk.rows.addresses) == 2
        await pilot.press("escape")
        assert isinstance(host.matrix.grid, Transposed)
        assert len(host.desk.rows.addresses) == 6
        await pilot.press("escape")
        assert not isinstance(host.matrix.grid, Transposed)


async def test_a_theme_chosen_there_is_seen_on_both() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("t")
        host.theme = "textual-light"
        await pilot.pause()
        await pilot.press("t")
        await pilot.pause()
        strips = host.screen._compositor.render_strips()
        grounds = {segment.style.bgcolor.triplet for segment in strips[20] if segment.style and segment.style.bgcolor}
        assert all(triplet is not None and min(triplet) > 0x60 for triplet in grounds)


# ---- rating and moving


async def test_rating_goes_down_the_item_and_on_to_the_next() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("t", "c", "I", "n", "x")
        assert [rating(host, FIRST, h) for h in ("none", "minor", "major")] == ["C", "II", "N"]
        assert rating(host, SECOND, "none") == "NA"
        assert cursor(host) == (SECOND, "minor")
        await pilot.pause()
        assert "saved 14:02:31" in screen_text(host)
        await pilot.press("u")
        assert cursor(host) == (SECOND, "none")


async def test_arrows_move_on_the_screen() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("t", "right", "down")
        assert cursor(host) == (SECOND, "minor")
        await pilot.press("l", "j", "h", "k")
        assert cursor(host) == (SECOND, "minor")
        await pilot.press("end", "G")
        assert cursor(host) == ("own/loss-of-face", "major")
        await pilot.press("home", "g")
        assert cursor(host) == (FIRST, "none")
        await pilot.press("tab", "space", *"so", "enter")
        assert host.pad.case.matrix.note(FIRST).because["minor"] == "so"


async def test_items_scroll_by_the_screenful() -> None:
    host = Host(many(40))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        seen = host.matrix.grid.rows_seen
        assert f"1–{seen} of 40›" in screen_text(host)
        await pilot.press("pagedown", "pagedown", "end")
        assert cursor(host)[0] == "many/item-7"
        assert f"‹{41 - seen}–40" in screen_text(host)
        await pilot.press("pageup", "home")
        assert cursor(host)[0] == "many/item-0"


async def test_many_hypotheses_scroll_too() -> None:
    case = heuer()
    known = {f"h{i}": Hypothesis(f"h{i}", f"Hypothesis {i}", "A statement.") for i in range(25)}
    host = Host(replace(case, question=replace(case.question, hypotheses=known), matrix=Matrix("iraq", "baseline")))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        assert "Hypothesis 24" not in screen_text(host)
        await pilot.press("G", "i")
        assert rating(host, FIRST, "h24") == "I"
        await pilot.press("left", "end", "G")
        assert "Hypothesis 24" in screen_text(host)


async def test_the_mouse_points_and_scrolls() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("t")
        text = screen_text(host).splitlines()
        y = next(y for y, line in enumerate(text) if "Major action" in line and "…" not in line and y > 8)
        x = text[y].index("I")
        await pilot.click(offset=(x, y))
        assert cursor(host) == (SECOND, "major")
        await pilot.click(offset=(x, y))
        assert isinstance(host.screen, Chooser)
        await pilot.press("escape")
        host.matrix.grid.on_mouse_scroll_down(_Wheel())  # type: ignore[arg-type]
        host.matrix.grid.on_mouse_scroll_up(_Wheel())  # type: ignore[arg-type]
        assert cursor(host) == (SECOND, "major")


class _Wheel:
    def stop(self) -> None:
        """Do nothing."""

    def prevent_default(self) -> None:
        """Do nothing."""


async def test_what_is_tried_shows_both_letters_and_figures() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("t", "w", "c")
        await pilot.pause()
        shown = screen_text(host)
        assert "I→C" in shown
        assert re.search(r"5→3", shown)


# ---- what it shows


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 300), st.integers(1, 100), st.integers(1, 25), st.booleans(), st.data())
def test_it_fits_any_screen(width: int, height: int, count: int, rated: bool, data: st.DataObject) -> None:
    case = narrow(count)
    desk = Desk(case if rated else case.with_matrix(Matrix("iraq", "baseline")), "baseline")
    desk.move(data.draw(st.integers(0, 6)), data.draw(st.integers(0, 24)))
    text = drawn(desk, width, height)
    assert len(text) == height
    if width >= 20:
        assert all(cell_len(line) <= width for line in text)
        if height >= 5:
            assert "[" in "".join(text)


def test_every_letter_is_where_the_printed_one_has_it() -> None:
    """As `ach matrix --transpose`: hypotheses in the same order, items too, and the same letters."""
    case = heuer()
    known = standing(case)
    printed = matrix_document(matrix_content(known, program="ach"), transpose=True)
    tables = [b for b in printed.blocks if isinstance(b, Table) and b.name == "matrix"]
    wanted = [
        "".join(cell.text for table in tables for cell in table.bands[0].lines[n].cells[1:])
        for n in range(1, 1 + len(case.hypotheses))  # below the grades
    ]
    desk = Desk(case, "baseline")
    shown = [line for line in drawn(desk, 200, 30) if any(h.short in line for h in case.hypotheses)]
    names = [h.short for h in case.hypotheses]
    letters = [
        "".join(re.findall(r"\b(?:CC|C|NA|N|II|I)\b", line.split(n)[1])) for n, line in zip(names, shown, strict=True)
    ]
    assert letters == wanted


def test_figures_wait_until_scores_may_be_seen() -> None:
    blind = "\n".join(drawn(Desk(heuer(rated=False), "baseline"), 160, 30))
    assert "points" not in blind
    assert "0/6" in blind
    seen = "\n".join(drawn(Desk(heuer(), "baseline"), 200, 30))
    assert all(word in seen for word in ("points", "weighted", "rank", "equal", "coverage", "◆Minor action"))


def test_marks_and_parked_items() -> None:
    case = heuer()
    rows = {**case.matrix.rows, FIRST: replace(case.matrix.rows[FIRST], wording="w0000000000000000")}
    rows[SECOND] = replace(rows[SECOND], wording="")
    notes = {"own/loss-of-face": Note(parked="so")}
    desk = Desk(case.with_matrix(replace(case.matrix, rows=rows, notes=notes)), "baseline")
    text = "\n".join(drawn(desk, 200, 30))
    assert "~A1" in text
    assert "?A2" in text
    assert desk.rows.addresses[-1] == "own/loss-of-face"


def test_without_items_or_hypotheses_there_is_nothing() -> None:
    case = heuer()
    for nothing in (replace(case, items={}), replace(case, question=replace(case.question, hypotheses={}))):
        assert len(drawn(Desk(nothing, "baseline"), 80, 24)) == 24


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (30, 9), (60, 16), (300, 100)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_every_size(size: tuple[int, int]) -> None:
    host = Host(heuer())
    async with host.run_test(size=size) as pilot:
        await pilot.press("t", "right", "c", "down", "t", "t", "escape", "t")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "No retaliation" in screen_text(host)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        for text in _lines(host):
            assert cell_len(text) == size[0]


@pytest.mark.parametrize("size", [(20, 5), (80, 24), (200, 60)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_hostile_words_show_as_text(size: tuple[int, int]) -> None:
    host = Host(hostile(), me=HOSTILE)
    async with host.run_test(size=size) as pilot:
        host.desk.go(next(iter(host.desk.case.items)))
        for key in ("t", "right", "left", "c", "escape"):
            await pilot.press(key)
            await pilot.pause()
            for text in _lines(host):
                assert text.isprintable()
                assert cell_len(text) == size[0]


@pytest.mark.parametrize("what", ["items", "question"])
async def test_an_empty_case_does_not_crash(what: str) -> None:
    case: Case = heuer(rated=False)
    empty = (
        replace(case, items={}) if what == "items" else replace(case, question=replace(case.question, hypotheses={}))
    )
    host = Host(empty)
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("t", *"ciurlhjk", "tab", "end", "G", "pagedown", "b", "R", "z", "escape", "t")


async def test_ten_thousand_rows() -> None:
    host = Host(many(10_000))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("t", "c", "end", "pageup", "i", "t")
        assert len(host.pad.case.matrix.rows) == 2


def _lines(host: Host) -> list[Any]:
    return ["".join(segment.text for segment in strip) for strip in host.screen._compositor.render_strips()]
