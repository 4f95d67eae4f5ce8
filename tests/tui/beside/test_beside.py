"""Two rows or two hypotheses side by side: where they differ, and the way back to the cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.hosting import TEXTS, Host, heuer, screen_text
from tests.tui.rating.test_mode import many
from tests.tui.test_pictures import HOSTILE, hostile
from workbench.analysis import standing
from workbench.analysis.apart import apart
from workbench.model import Case, Matrix, Overlap, Rate, Rating, edited
from workbench.tui.beside import hypotheses, rows
from workbench.tui.chooser import Chooser
from workbench.tui.leaf import Goal, Leaf
from workbench.tui.reader import Reader
from workbench.tui.screen import MatrixScreen

TRAFFIC, GUARDS, FACE = "monitors/radio-traffic", "monitors/embassy-security", "own/loss-of-face"


def text(leaf: Leaf) -> str:
    return " ".join(" ".join(made.text.split()) for made in leaf.lines)


def two_rows(case: Case, one: str, other: str, width: int = 119) -> Leaf:
    return rows.leaf(case, (one, other), width)


def two_hypotheses(case: Case, one: str, other: str, width: int = 119) -> Leaf:
    known = standing(case) if case.complete else None
    return hypotheses.leaf(case, apart(case, (one, other), known), width)


# ---- pictures


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("what", ["rows", "hypotheses"])
async def test_pictures(size: tuple[int, int], what: str, snapshot: Callable[[str, str], None]) -> None:
    host = Host(heuer())
    async with host.run_test(size=size) as pilot:
        await pilot.press("b", what[0], "enter")
        await pilot.pause()
        snapshot(f"beside-{what}-{size[0]}x{size[1]}", screen_text(host))


# ---- two rows


def test_two_rows_show_texts_facts_and_both_ratings_with_reasons() -> None:
    told = text(two_rows(heuer(), TRAFFIC, FACE, 200))
    for part in (
        TRAFFIC, FACE, TEXTS[TRAFFIC][:60], TEXTS[FACE], "Monitoring summaries", "Our own assumptions",
        "B2, high credibility", "our own, no grade", "report, par. 6", "assumption", "1993-06/1993-07",
        "Agents abroad have no use for more traffic", "1 of 3 differ",
    ):  # fmt: skip
        assert part in told


def test_ratings_that_differ_are_marked() -> None:
    leaf = two_rows(heuer(), TRAFFIC, FACE)
    marked = [made.text for made in leaf.lines if "≠" in made.text]
    assert len(marked) == 1
    assert "No retaliation" in marked[0]
    assert "alike throughout" in text(two_rows(heuer(), TRAFFIC, GUARDS))


def test_unrated_is_not_alike_to_rated() -> None:
    case = edited(heuer(), Rate(TRAFFIC, "minor", None))
    assert "1 of 3 differ" in text(two_rows(case, TRAFFIC, GUARDS))
    assert "not rated" in text(two_rows(case, TRAFFIC, GUARDS))


def test_a_shared_origin_and_a_retelling_are_said() -> None:
    case = heuer()
    assert "Both come from the border monitors B" in text(two_rows(case, TRAFFIC, GUARDS))
    assert "Both come from" not in text(two_rows(case, TRAFFIC, FACE))
    retold = replace(case, items={**case.items, FACE: replace(case.items[FACE], retells=TRAFFIC)})
    assert f"{FACE} retells {TRAFFIC}" in text(two_rows(retold, TRAFFIC, FACE))


def test_every_rating_leads_to_its_cell() -> None:
    goals = {spot.goal for spot in two_rows(heuer(), TRAFFIC, FACE).spots}
    assert goals == {Goal(a, h) for a in (TRAFFIC, FACE) for h in ("", "none", "minor", "major")}


# ---- two hypotheses


def test_rows_that_differ_come_first_with_points_those_that_separate_most_on_top() -> None:
    leaf = two_hypotheses(heuer(), "none", "major")
    told = text(leaf)
    assert "5 of 6 rows rated for both" in told
    assert "1 row is rated alike: 1 C." in told
    assert [spot.goal.address for spot in leaf.spots if spot.goal.address][:2] == [TRAFFIC, FACE]
    assert next(made.text.split()[-1] for made in leaf.lines if " I " in made.text and " C " in made.text) == "2"


def test_while_scores_are_hidden_there_are_no_points() -> None:
    case = edited(heuer(), Rate("embassy/public-statement", "minor", None))
    told = text(two_hypotheses(case, "none", "major"))
    assert "points" not in told
    told = text(two_hypotheses(case, "none", "minor"))
    assert "1 row is not rated for both." in told


def test_what_they_say_expect_and_share_is_told() -> None:
    case = heuer()
    known = dict(case.question.hypotheses)
    known["minor"] = known["minor"]._replace(expect=("Small bombs.",), expect_not=("Quiet.",), role="null-hypothesis")
    overlap = (Overlap(("minor", "major"), "One may become the other."),)
    case = replace(case, question=replace(case.question, hypotheses=known, overlap=overlap))
    told = text(two_hypotheses(case, "minor", "major"))
    for part in ("Small bombs.", "expect not", "Quiet.", "null-hypothesis", "They overlap. One may become the other."):
        assert part in told
    assert "They overlap" not in text(two_hypotheses(case, "none", "major"))


def test_nothing_tells_twins_apart() -> None:
    case = heuer()
    same = {a: replace(r, ratings=dict.fromkeys(r.ratings, Rating.N)) for a, r in case.matrix.rows.items()}
    told = text(two_hypotheses(case.with_matrix(replace(case.matrix, rows=same)), "none", "major"))
    assert "nothing so far" in told
    assert "6 rows are rated alike: 6 N." in told
    assert "not rated for both" in text(two_hypotheses(heuer(rated=False), "none", "major"))


def test_a_long_list_ends_with_the_way_to_all_of_it() -> None:
    case = many(500)
    filled = {a: replace(case.matrix.row(a), ratings={"none": Rating.I, "minor": Rating.C}) for a in case.items}
    leaf = two_hypotheses(case.with_matrix(Matrix("iraq", "baseline", rows=filled)), "none", "minor")
    assert "300 more rows" in text(leaf)
    assert leaf.spots[-1].goal.filter is not None
    assert len(leaf.spots[-1].goal.filter.rows) == 500


# ---- on the screen


async def test_enter_goes_to_the_cell() -> None:
    host = Host(heuer())
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("b", "r", *"face", "enter")
        assert isinstance(host.screen, Reader)
        await pilot.press("right", "down", "down", "enter")
        await pilot.pause()
        assert isinstance(host.screen, MatrixScreen)
        assert (host.desk.address, host.desk.column) == (FACE, 1)


async def test_enter_on_a_count_shows_these_rows_alone() -> None:
    host = Host(heuer())
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("b", "h", *"major", "enter", "G", "enter")
        await pilot.pause()
        assert host.desk.rows.addresses == ("embassy/public-statement",)
        await pilot.press("escape")
        assert len(host.desk.rows.addresses) == 6


async def test_escape_and_the_key_itself_go_back() -> None:
    host = Host(heuer())
    async with host.run_test(size=(120, 40)) as pilot:
        for key in ("escape", "b", "q"):
            await pilot.press("b", "h", "enter", key)
            assert isinstance(host.screen, MatrixScreen)
        await pilot.press("b", "escape", "b", "r", "escape")
        assert isinstance(host.screen, MatrixScreen)


async def test_blind_rating_stays_blind() -> None:
    host = Host(edited(heuer(), Rate(FACE, "minor", None)))
    async with host.run_test(size=(120, 40)) as pilot:
        for what in ("r", "h"):
            await pilot.press("b", what, "enter")
            await pilot.pause()
            shown = screen_text(host)
            assert not [word for word in ("points", "rank", "leads", "coverage", "◆") if word in shown]
            await pilot.press("escape")


async def test_where_there_is_no_other_it_is_said() -> None:
    case = heuer()
    one = replace(case, items={FACE: case.items[FACE]})
    host = Host(replace(one, question=replace(one.question, hypotheses={"none": one.question.hypotheses["none"]})))
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("b", "r")
        await pilot.pause()
        assert "There is no other row." in screen_text(host)
        await pilot.press("b", "h")
        await pilot.pause()
        assert "There is no other hypothesis." in screen_text(host)
    host = Host(replace(case, items={}))
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("b")
        assert not isinstance(host.screen, Chooser)


# ---- any size, hostile words


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 300), st.sampled_from(["none", "minor"]))
def test_it_fits_any_width(width: int, one: str) -> None:
    for case in (heuer(), hostile()):
        first, second = list(case.items)[:2]
        for leaf in (two_rows(case, first, second, width), two_hypotheses(case, one, "major", width)):
            assert all(made.text.isprintable() for made in leaf.lines)
            if width >= 12:
                assert all(made.width <= width for made in leaf.lines)
                assert all(spot.x + spot.width <= width for spot in leaf.spots)


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (80, 24), (200, 60)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_hostile_words_at_every_size(size: tuple[int, int]) -> None:
    host = Host(hostile(), me=HOSTILE)
    async with host.run_test(size=size) as pilot:
        host.desk.go(next(iter(host.desk.case.items)))
        for key in ("b", "r", "enter", "pagedown", "escape", "b", "h", "enter", "pagedown", "G"):
            await pilot.press(key)
            await pilot.pause()
            for shown in _lines(host):
                assert shown.isprintable()
                assert cell_len(shown) == size[0]


async def test_ten_thousand_rows() -> None:
    host = Host(many(10_000))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("b", "r", *"9999", "enter", "enter", "b", "h", "enter", "G", "enter")
        await pilot.pause()
        assert isinstance(host.screen, MatrixScreen)


def _lines(host: Host) -> list[Any]:
    return ["".join(segment.text for segment in strip) for strip in host.screen._compositor.render_strips()]
