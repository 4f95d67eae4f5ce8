"""Rating mode under a pilot: one row at a time, saved as the matrix saves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from rich.cells import cell_len

from tests.tui.hosting import Host, heuer, screen_text
from tests.tui.test_pictures import HOSTILE, hostile
from workbench.model import Case, Level, Note, Rating
from workbench.tui import ways
from workbench.tui.chooser import Chooser
from workbench.tui.rating.mode import RatingMode
from workbench.tui.reader import Reader
from workbench.tui.screen import MatrixScreen

SIZE = (120, 40)
FIRST, SECOND = "embassy/public-statement", "embassy/no-offensive-in-1991"


def mode(host: Host) -> RatingMode:
    assert isinstance(host.screen, RatingMode)
    return host.screen


def place(host: Host) -> tuple[str, str]:
    return mode(host).turn.address, mode(host).turn.hypothesis.id


def rating(host: Host, address: str, hypothesis: str) -> Rating | None:
    return host.pad.case.matrix.row(address).ratings.get(hypothesis)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_picture_of_rating_mode(size: tuple[int, int], snapshot: Callable[[str, str], None]) -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=size) as pilot:
        await pilot.press("R", "c", "I")
        await pilot.pause()
        snapshot(f"rating-{size[0]}x{size[1]}", screen_text(host))


async def test_keys_rate_across_the_row_and_go_on_to_the_next() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R", "c", "C", "i")
        assert [rating(host, FIRST, h) for h in ("none", "minor", "major")] == ["C", "CC", "I"]
        assert place(host) == (SECOND, "none")
        assert "row 2 of 6, 5 left" in screen_text(host)
        await pilot.press("n", "I", "x")
        assert [rating(host, SECOND, h) for h in ("none", "minor", "major")] == ["N", "II", "NA"]


async def test_the_mark_comes_after_the_letter() -> None:
    host = Host(heuer(rated=False))
    host.saves = False
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R", "I")
        await pilot.pause()
        shown = screen_text(host)
        assert "II    No retaliation" in shown
        assert "saved" not in shown
        assert host.told == 1
        host.saves = True
        await pilot.press("c")
        await pilot.pause()
        assert "saved 14:02:31 · 2 changes" in screen_text(host)


class Watched(Host):
    """Notes what is drawn and saved, one after the other."""

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.seen: list[str] = []

    def _display(self, screen: Any, renderable: Any) -> None:
        self.seen.append("drawn")
        super()._display(screen, renderable)

    def on_bench_changed(self) -> None:
        self.seen.append("saved")
        super().on_bench_changed()


async def test_the_letter_is_drawn_before_it_is_saved() -> None:
    host = Watched(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R")
        await pilot.pause()
        host.seen.clear()
        await pilot.press("c")
        await pilot.pause()
        assert host.seen[:2] == ["drawn", "saved"]
        assert host.seen[-1] == "drawn"


async def test_what_cannot_be_saved_is_said_here_too() -> None:
    host = Host(heuer(rated=False))
    host.saves = False
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R", "I")
        host.matrix.failed("The disk is full.")
        await pilot.pause()
        shown = screen_text(host)
        assert "The disk is full." in shown
        assert "NOT SAVED" in shown
        await pilot.press("down")
        assert "The disk is full." in screen_text(host)


async def test_escape_goes_back_to_the_row() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R", "right", "right", "down", "escape")
        assert isinstance(host.screen, MatrixScreen)
        assert (host.desk.address, host.desk.column) == ("own/another-attack", 1)
        assert "› own" in screen_text(host)


@pytest.mark.parametrize("key", ["R", "q", "3"])
async def test_other_keys_go_back_as_well(key: str) -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R", key)
        await pilot.pause()
        assert isinstance(host.screen, MatrixScreen)


async def test_a_number_goes_on_to_its_step() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R", "1")
        await pilot.pause()
        assert "Hypotheses" in screen_text(host).splitlines()[0]


async def test_moving_among_hypotheses_and_rows() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R", "j", "down", "down")
        assert place(host) == (FIRST, "major")
        await pilot.press("home", "l", "G")
        assert place(host) == ("own/loss-of-face", "none")
        await pilot.press("right", "end", "g", "left")
        assert place(host) == (FIRST, "none")
        await pilot.press("c", "tab")
        assert place(host) == (FIRST, "major")
        await pilot.press("tab", "shift+tab", "shift+tab")
        assert place(host) == (FIRST, "minor")


async def test_reasons_relevance_clearing_and_confirming() -> None:
    case = heuer()
    rows = {**case.matrix.rows, SECOND: replace(case.matrix.rows[SECOND], wording="w0000000000000000")}
    host = Host(case.with_matrix(replace(case.matrix, rows=rows)))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R")
        assert place(host) == (SECOND, "none")
        await pilot.press("space", *"as told", "enter")
        assert host.pad.case.matrix.note(SECOND).because["none"] == "as told"
        assert "Reason: as told" in screen_text(host)
        await pilot.press("r")
        assert host.pad.case.matrix.note(SECOND).relevance is Level.HIGH
        await pilot.press("y")
        assert not host.pad.case.stale(SECOND)
        assert "every row is rated" in screen_text(host)
        await pilot.press("delete")
        assert rating(host, SECOND, "none") is None
        assert "1 left" in screen_text(host)


async def test_parking_asks_why_and_shows_the_next_row() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R", "p", *"he would say so", "enter")
        await pilot.pause()
        assert place(host) == (SECOND, "none")
        assert "row 1 of 5" in screen_text(host)
        await pilot.press("u")
        assert place(host) == (FIRST, "none")


async def test_undo_and_redo_go_to_their_cells() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R", *"cccci", "G", "u")
        assert place(host) == (SECOND, "minor")
        await pilot.press("u", "u")
        assert place(host) == (FIRST, "major")
        await pilot.press("U")
        assert place(host) == (FIRST, "major")
        assert rating(host, FIRST, "major") == "C"
        await pilot.press("G", *"uuu", "G", "u")
        assert "nothing to undo" in screen_text(host)
        assert place(host) == ("own/loss-of-face", "none")


async def test_the_last_row_says_what_is_left() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R", "G", *"ccc")
        assert "That was the last row" in screen_text(host)
        assert place(host) == ("own/loss-of-face", "major")
        await pilot.press("tab", *"c" * 15)
        await pilot.press("tab")
        assert "Every cell is rated" in screen_text(host)


async def test_nothing_of_the_answer_shows_though_all_is_rated() -> None:
    case = heuer()
    host = Host(replace(case, colleagues={"boris": replace(case.matrix, analyst="boris")}))
    async with host.run_test(size=SIZE) as pilot:
        for key in ("R", "c", "right", "i", "u", "z", "escape"):
            await pilot.press(key)
            await pilot.pause()
            shown = screen_text(host).casefold()
            assert not [w for w in ("points", "rank", "leads", "coverage", "separates", "boris", "◆") if w in shown]


async def test_shuffling_keeps_a_seed_and_begins_in_its_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "new_seed", lambda: "4711")
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R", "z", "s")
        await pilot.pause()
        order = mode(host).turn.order
        assert host.pad.case.matrix.seed == "4711"
        assert order.addresses != tuple(host.pad.case.items)
        assert place(host) == (order.addresses[0], order.hypotheses[0])
        assert "shuffled, seed 4711" in screen_text(host)
        await pilot.press(*"ccc", "escape", "R")
        assert place(host) == (order.addresses[1], order.hypotheses[0])
        await pilot.press("z", "f")
        await pilot.pause()
        assert not host.pad.case.matrix.seed
        assert "in the order of the files" in screen_text(host)


async def test_a_seed_can_be_drawn_on_the_matrix_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "new_seed", lambda: "4711")
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("z", "s")
        assert "seed 4711" in screen_text(host)
        await pilot.press("z", "escape")
        assert host.pad.case.matrix.seed == "4711"


async def test_somebody_elses_matrix_is_not_shuffled_without_asking() -> None:
    host = Host(heuer(rated=False), me="ana")
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("z", "s")
        assert isinstance(host.screen, Chooser)
        assert "Shuffled" not in screen_text(host)
        await pilot.press("escape")
        assert not host.pad.done


def test_seeds_are_short_and_not_empty() -> None:
    assert all(0 < int(ways.new_seed()) < ways.SEEDS for _ in range(100))


async def test_what_if_tries_here_too() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w", "R", "I")
        await pilot.pause()
        assert "WHAT-IF 1 change, not saved" in screen_text(host)
        assert "tried" in screen_text(host)
        assert not host.pad.done


async def test_somebody_elses_matrix_is_asked_about_before_it_begins() -> None:
    host = Host(heuer(), me="ana")
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R")
        assert isinstance(host.screen, Chooser)
        await pilot.press("enter")
        assert not host.wanted[0].edits
        assert isinstance(host.screen, MatrixScreen)
        await pilot.press("R", "down", "enter")
        await pilot.pause()
        await pilot.press("c")
        assert len(host.pad.done) == 1


async def test_a_matrix_begun_for_it_opens_it() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        host.matrix.begin(())
        await pilot.pause()
        assert isinstance(host.screen, RatingMode)


async def test_what_changes_outside_is_followed() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R", "right")
        case = host.pad.case
        host.pad.case = replace(case, items={a: i for a, i in case.items.items() if a != SECOND})
        host.matrix.take(host.pad.case, "Changed outside and taken in")
        await pilot.pause()
        assert place(host)[0] == "own/another-attack"
        assert "row 2 of 5" in screen_text(host)
        assert "Changed outside and taken in" in screen_text(host)
        host.pad.case = replace(case, items={})
        host.matrix.take(host.pad.case, "Gone")
        await pilot.pause()
        assert isinstance(host.screen, MatrixScreen)


async def test_help_and_the_editor_open_from_here() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R", "right", "e")
        await pilot.pause()
        assert host.wanted[-1].place == ("items", "no-offensive-in-1991")
        await pilot.press("question_mark")
        assert isinstance(host.screen, Reader)
        await pilot.press("escape")
        assert place(host)[0] == SECOND


async def test_commands_are_found_by_name_here_too() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R", "colon", *"strongly", "enter")
        await pilot.pause()
        assert rating(host, FIRST, "none") == "CC"
        assert place(host) == (FIRST, "minor")
        await pilot.press("colon", "escape")
        assert place(host) == (FIRST, "minor")


async def test_keys_put_elsewhere_are_elsewhere_here_too() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        host.set_keymap({"rate.ii": "w"})
        await pilot.press("R", "w")
        assert rating(host, FIRST, "none") == "II"


async def test_the_mouse_points_rates_and_leaves() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R")
        lines = screen_text(host).splitlines()
        y = next(y for y, text in enumerate(lines) if "Iraq will sponsor" in text)
        await pilot.click(offset=(lines[y].index("Iraq will"), y))
        assert place(host) == (FIRST, "minor")
        y = next(y for y, text in enumerate(lines) if "surprising" in text)
        await pilot.click(offset=(lines[y].index("surprising"), y))
        assert rating(host, FIRST, "minor") == "I"


async def test_a_long_text_scrolls() -> None:
    case = heuer(rated=False)
    said = " ".join(f"word{n}" for n in range(900))
    items = {a: replace(item, text=said) if a == FIRST else item for a, item in case.items.items()}
    host = Host(replace(case, items=items))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("R")
        assert "word0 " in screen_text(host)
        await pilot.press("pagedown")
        assert "word0 " not in screen_text(host)
        await pilot.press("pageup", "right", "left")
        assert "word0 " in screen_text(host)
        mode(host).on_mouse_scroll_down(_Wheel())  # type: ignore[arg-type]
        await pilot.pause()
        assert "word0 " not in screen_text(host)
        mode(host).on_mouse_scroll_up(_Wheel())  # type: ignore[arg-type]
        await pilot.pause()
        assert "word0 " in screen_text(host)


class _Wheel:
    def stop(self) -> None:
        """Do nothing."""


async def test_nothing_to_rate_is_said() -> None:
    host = Host(replace(heuer(), items={}))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("R")
        assert isinstance(host.screen, MatrixScreen)
        assert "nothing to rate" in screen_text(host)


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (30, 9), (60, 16), (300, 100)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_every_size(size: tuple[int, int]) -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=size) as pilot:
        await pilot.press("R", "c", "I", "pagedown", "z", "escape", "space", "escape")
        await pilot.pause()
        assert rating(host, FIRST, "minor") == "II"
        for text in _lines(host):
            assert cell_len(text) == size[0]
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Major action: If this" in screen_text(host)


@pytest.mark.parametrize("size", [(20, 5), (80, 24), (200, 60)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_hostile_words_show_as_text(size: tuple[int, int]) -> None:
    host = Host(hostile(), me=HOSTILE)
    async with host.run_test(size=size) as pilot:
        host.desk.go(next(iter(host.desk.case.items)))
        for key in ("R", "c", "pagedown", "space", "escape", "right"):
            await pilot.press(key)
            await pilot.pause()
            for text in _lines(host):
                assert text.isprintable()
                assert cell_len(text) == size[0]
        assert isinstance(host.screen, RatingMode)


async def test_ten_thousand_rows() -> None:
    host = Host(many(10_000))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("R", "c", "G", "c", "tab", "z", "s", "c", "escape")
        await pilot.pause()
        assert isinstance(host.screen, MatrixScreen)
        assert len(host.pad.case.matrix.rows) == 3


def many(number: int) -> Case:
    case = heuer(rated=False)
    first = next(iter(case.items.values()))
    items = {f"many/item-{n}": replace(first, address=f"many/item-{n}", text=f"Item {n}") for n in range(number)}
    return replace(case, items=items, matrix=replace(case.matrix, notes={"many/item-7": Note(parked="so")}))


def _lines(host: Host) -> list[Any]:
    return ["".join(segment.text for segment in strip) for strip in host.screen._compositor.render_strips()]
