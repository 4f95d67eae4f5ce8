"""The matrix screen under a pilot: rating, moving, arranging, and what it never shows too early."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tui.hosting import Host, heuer, screen_text
from workbench.model import Case, Hypothesis, Level, Matrix, Rating, Row
from workbench.tui import bench, rows
from workbench.tui.bench import RESTING
from workbench.tui.chooser import Chooser
from workbench.tui.finding import Filter
from workbench.tui.reader import Reader

SIZE = (120, 40)


def rating(host: Host, address: str, hypothesis: str) -> Rating | None:
    return host.pad.case.matrix.row(address).ratings.get(hypothesis)


def stale(case: Case, *addresses: str) -> Case:
    changed = {a: replace(r, wording="w0000000000000000") if a in addresses else r for a, r in case.matrix.rows.items()}
    return case.with_matrix(replace(case.matrix, rows=changed))


# ---- rating


@pytest.mark.parametrize("key, given", [("c", "C"), ("C", "CC"), ("n", "N"), ("i", "I"), ("I", "II"), ("x", "NA")])
async def test_one_key_rates_and_moves_on(key: str, given: str) -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press(key)
        assert rating(host, "embassy/public-statement", "none") == given
        assert host.desk.column == 1


async def test_rating_goes_along_the_row_and_on_to_the_next() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("c", "c", "i", "n")
        assert rating(host, "embassy/public-statement", "major") == "I"
        assert rating(host, "embassy/no-offensive-in-1991", "none") == "N"
        assert (host.desk.address, host.desk.column) == ("embassy/no-offensive-in-1991", 1)


async def test_clearing_makes_a_cell_unrated_not_neutral() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("delete")
        assert rating(host, "monitors/radio-traffic", "none") is None
        assert host.desk.unrated == 1


async def test_the_letter_and_the_mark_are_drawn() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        assert "no change yet" in screen_text(host)
        await pilot.press("I")
        await pilot.pause()
        shown = screen_text(host)
        assert "saved 14:02:31 · 1 change" in shown
        assert "II   needs a special explanation saved" in shown


async def test_rating_a_cell_as_it_was_moves_on_and_changes_nothing() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("i")
        await pilot.pause()
        shown = screen_text(host)
        assert "no change yet" in shown
        assert "I   surprising saved" in shown
        assert "Minor action   C  expected" in shown


async def test_the_mark_waits_for_the_save() -> None:
    host = Host(heuer(rated=False))
    host.saves = False
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("I")
        await pilot.pause()
        assert "II" in screen_text(host)
        assert "saved" not in screen_text(host)


async def test_changes_of_a_large_matrix_are_gathered_and_the_latest_state_is_saved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    host = Host(heuer(rated=False))
    host.pad.large = True
    monkeypatch.setattr(bench, "GATHERING", 0.5)
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("c", "i")
        assert host.told == 0
        assert rating(host, "embassy/public-statement", "minor") == "I"
        await pilot.pause(1)
        assert host.told == 1
        assert "saved" in screen_text(host)


async def test_undo_and_redo_without_limit_go_to_their_cells() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press(*"ciccic")
        await pilot.press(*"uuuuuu")
        assert host.desk.unrated == 18
        assert (host.desk.address, host.desk.column) == ("embassy/public-statement", 0)
        await pilot.press("u")
        assert "nothing to undo" in screen_text(host)
        await pilot.press(*"UUU", "ctrl+r", *"UU")
        assert host.desk.unrated == 12
        assert (host.desk.address, host.desk.column) == ("embassy/no-offensive-in-1991", 2)


async def test_relevance_goes_round() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        host.desk.go("monitors/embassy-security")
        await pilot.press("r")
        assert host.pad.case.matrix.note("monitors/embassy-security").relevance is Level.HIGH
        await pilot.press("r")
        assert host.pad.case.matrix.note("monitors/embassy-security").relevance is Level.LOW


async def test_a_reason_is_written_below() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("right", "space", *"as expected", "enter")
        assert host.pad.case.matrix.note("monitors/radio-traffic").because["minor"] == "as expected"
        assert "as expected" in screen_text(host)
        await pilot.press("enter", "x", "escape")
        assert host.pad.case.matrix.note("monitors/radio-traffic").because["minor"] == "as expected"


async def test_parking_asks_for_the_reason_and_puts_the_row_last() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        host.desk.go("embassy/public-statement")
        await pilot.press("p", "enter")
        assert "parked with a reason" in screen_text(host)
        await pilot.press("p", *"he would say so", "enter")
        assert host.desk.rows.addresses[-1] == "embassy/public-statement"
        assert "Parked: he would say so" in screen_text(host)
        await pilot.press("c")
        assert "p takes it back in" in screen_text(host)
        await pilot.press("p")
        assert not host.pad.case.parked("embassy/public-statement")


async def test_a_stale_row_is_found_and_confirmed() -> None:
    host = Host(stale(heuer(), "monitors/embassy-security"))
    async with host.run_test(size=SIZE) as pilot:
        assert "1 stale" in screen_text(host)
        await pilot.press("tab")
        assert host.desk.address == "monitors/embassy-security"
        assert "older wording" in screen_text(host)
        await pilot.press("y")
        assert not host.pad.case.stale("monitors/embassy-security")
        await pilot.press("y")
        assert "Nothing to confirm" in screen_text(host)


# ---- the blind first pass

REVEALING = ("points", "rank", "leads", "coverage", "decides", "separates", "boris", "◆")


async def test_nothing_of_the_answer_shows_until_everything_is_rated() -> None:
    case = heuer()
    colleagues = {"boris": replace(case.matrix, analyst="boris")}
    cells = dict(case.matrix.rows)
    cells["own/loss-of-face"] = Row({"none": Rating.II, "minor": Rating.C})
    case = replace(case, matrix=replace(case.matrix, rows=cells), colleagues=colleagues)
    host = Host(case)
    async with host.run_test(size=SIZE) as pilot:
        for key in (None, "down", "s", "escape", "f", "escape", "i", "u", "tab"):
            if key:
                await pilot.press(key)
            assert not [word for word in REVEALING if word in screen_text(host)]
            assert host.desk.rows.addresses == tuple(case.items)
        host.desk.go("own/loss-of-face", "major")
        await pilot.press("c")
        await pilot.pause()
        shown = screen_text(host)
        assert all(word in shown for word in REVEALING if word not in {"leads", "◆"})
        assert host.desk.standing is not None
        await pilot.press("u")
        assert not [word for word in REVEALING if word in screen_text(host)]


async def test_an_early_look_is_asked_about_once_and_recorded() -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("c", "v", "n")
        assert "points" not in screen_text(host)
        assert not host.pad.case.matrix.looked
        await pilot.press("v", "y")
        assert "points" in screen_text(host)
        assert set(host.pad.case.matrix.looked) == set(host.pad.case.items)
        await pilot.press("v")
        assert "points" not in screen_text(host)
        await pilot.press("v")
        assert "points" in screen_text(host)
        assert not isinstance(host.screen, Chooser)


# ---- order


async def test_rows_keep_their_places_while_rating_and_sort_on_request() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        before = host.desk.rows.addresses
        assert before[0] == "monitors/radio-traffic"
        await pilot.press("c")
        await pilot.pause(2 * RESTING)
        assert host.desk.rows.addresses == before
        assert "no longer in order" in screen_text(host)
        await pilot.press("s", "enter")
        assert host.desk.rows.addresses != before
        assert "no longer in order" not in screen_text(host)
        await pilot.press("s", "down", "enter")
        assert host.desk.sort != rows.DECIDES


async def test_a_filter_shows_some_rows_and_escape_all() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("f", *"source monitors", "enter")
        assert host.desk.filter == Filter("source", "monitors")
        assert len(host.desk.rows.addresses) == 2
        await pilot.press("escape")
        assert len(host.desk.rows.addresses) == 6
        await pilot.press("f", *"Saddam", "enter")
        assert len(host.desk.rows.addresses) == 2
        await pilot.press("f", *"nowhere", "enter")
        assert "No row has" in screen_text(host)
        await pilot.press("f", *"service=signals", "enter")
        assert host.desk.filter.by == "tag"


async def test_search_goes_on_with_enter_and_back_with_f3() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("slash", *"SADDAM", "enter")
        first = host.desk.address
        await pilot.press("enter")
        second = host.desk.address
        assert {first, second} == {"embassy/public-statement", "own/loss-of-face"}
        await pilot.press("shift+f3")
        assert host.desk.address == first
        await pilot.press("escape", "slash", *"nothing of the kind", "enter")
        assert "No row" in screen_text(host)


# ---- moving, mouse, other people's matrices


async def test_moving_by_keys() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("j", "l", "l", "l")
        assert (host.desk.rows.number(host.desk.at), host.desk.column) == (1, 2)
        await pilot.press("home", "G")
        assert (host.desk.rows.number(host.desk.at), host.desk.column) == (5, 0)
        await pilot.press("g", "end", "pagedown", "pageup", "k", "h")
        assert (host.desk.rows.number(host.desk.at), host.desk.column) == (0, 1)


async def test_the_mouse_moves_rates_and_runs_commands() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        lines = screen_text(host).splitlines()
        y = next(i for i, text in enumerate(lines) if "Iraqi embassies" in text)
        x = lines[y].rindex("C")
        await pilot.click(offset=(x, y))
        assert (host.desk.address, host.desk.column) == ("monitors/embassy-security", 2)
        await pilot.click(offset=(x, y))
        assert isinstance(host.screen, Chooser)
        await pilot.press("i")
        assert rating(host, "monitors/embassy-security", "major") == "I"
        await pilot.click(offset=(2, SIZE[1] - 1))
        assert isinstance(host.screen, Reader)
        await pilot.press("escape")
        await pilot.click(offset=(lines[-1].index("what-if"), SIZE[1] - 1))
        assert host.desk.trial is not None


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    host = Host(heuer())
    async with host.run_test(size=(80, 16)) as pilot:
        at = host.desk.at
        before = screen_text(host)
        host.matrix.grid.on_mouse_scroll_down(_Wheel())  # type: ignore[arg-type]
        await pilot.pause()
        assert screen_text(host) != before
        assert host.desk.at == at


class _Wheel:
    def stop(self) -> None:
        """Do nothing."""


async def test_somebody_elses_matrix_is_not_changed_without_asking() -> None:
    host = Host(heuer(), me="ana")
    async with host.run_test(size=SIZE) as pilot:
        assert "baseline (not yours)" in screen_text(host)
        await pilot.press("c", "escape")
        assert not host.pad.done
        await pilot.press("c", "enter")
        assert host.wanted[0].edits[0].rating is Rating.C
        assert not host.pad.done
        await pilot.press("c", "down", "enter")
        assert len(host.pad.done) == 1
        await pilot.press("c")
        assert len(host.pad.done) == 2


# ---- help, commands, rebinding


async def test_help_and_commands_open_and_close() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("question_mark", "pagedown", "end", "home")
        assert "What a rating says" in screen_text(host)
        await pilot.press("escape", "colon", *"last row", "enter")
        await pilot.pause()
        assert host.desk.rows.number(host.desk.at) == 5
        await pilot.press("e")
        assert host.wanted[-1].place == ("items", "public-statement")


async def test_every_key_can_be_put_elsewhere() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        host.set_keymap({"rate.ii": "z"})
        await pilot.press("z")
        assert rating(host, "monitors/radio-traffic", "none") == "II"
        host.desk.go("own/another-attack", "none")
        await pilot.press("I")
        assert rating(host, "own/another-attack", "none") == "C"


async def test_themes_can_be_chosen() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("colon", *"colours", "enter")
        await pilot.pause()
        await pilot.press(*"textual-light", "enter")
        await pilot.pause()
        assert host.theme == "textual-light"


# ---- what there is not


@pytest.mark.parametrize("missing, said", [("items", "evidence"), ("hypotheses", "hypotheses")])
async def test_an_empty_case_says_how_to_go_on(missing: str, said: str) -> None:
    case = heuer(rated=False)
    case = (
        replace(case, items={}) if missing == "items" else replace(case, question=replace(case.question, hypotheses={}))
    )
    host = Host(case)
    async with host.run_test(size=(80, 24)) as pilot:
        assert f"No {said} yet" in screen_text(host)
        await pilot.press(*"ciudxrpyse", "escape", "tab", "j", "G", "v", "slash", "a", "enter")


async def test_many_hypotheses_scroll_sideways() -> None:
    case = heuer()
    many = {f"h{i}": Hypothesis(f"h{i}", f"Hypothesis {i}", "A statement.") for i in range(25)}
    case = replace(case, question=replace(case.question, hypotheses=many), matrix=Matrix("iraq", "baseline"))
    host = Host(case)
    async with host.run_test(size=(80, 24)) as pilot:
        assert "1–5 of 25 ›" in screen_text(host)
        await pilot.press("end")
        assert "‹ 21–25 of 25" in screen_text(host)
        await pilot.press("i", "home")
        assert rating(host, "embassy/public-statement", "h24") == "I"
