"""Pages about the whole answer: what they say, where they lead, and when they are refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.hosting import Host, heuer, screen_text
from tests.tui.test_lines import narrow
from tests.tui.test_pictures import HOSTILE, hostile
from workbench.analysis import standing
from workbench.analysis.dating import CLOCKS
from workbench.analysis.noise import how_often, noise
from workbench.analysis.sensitivity import sensitivity
from workbench.analysis.slices import slices
from workbench.analysis.timeline import timeline
from workbench.model import Case, Kind, Matrix, Rating, Row, Source
from workbench.tui import cuts, overviews, sensitivityview, slicesview, timelineview
from workbench.tui.chooser import Chooser
from workbench.tui.finding import Filter
from workbench.tui.leaf import Leaf
from workbench.tui.reader import Reader

SIZE = (120, 40)
SIZES = [(80, 24), (120, 40), (200, 60)]


def dated() -> Case:
    """Heuer's example with a day for each row, so that there is something to follow."""
    case = heuer()
    days = ["1993-06-27", "1991", "", "1993-06-28/1993-07-04", "1993-07-02", ""]
    items = {a: replace(item, when=day) for (a, item), day in zip(case.items.items(), days, strict=True)}
    return replace(case, items=items)


def text(leaf: Leaf) -> str:
    return "\n".join(made.text for made in leaf.lines)


def tall(host: Host) -> str:
    """Everything on the page that is open, seen or not."""
    assert isinstance(host.screen, Reader)
    return text(host.screen.page.leafing.leaf)


async def worked_out(host: Host) -> None:
    await host.workers.wait_for_complete()


# ---- pictures


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("name, keys", [
    ("sensitivity", ["6"]), ("sensitivity-end", ["6", "G"]), ("slices", ["d", "enter", "down"]),
    ("timeline", ["d", "end", "up", "enter"]),
])  # fmt: skip
async def test_picture_of_a_page(
    size: tuple[int, int], name: str, keys: list[str], snapshot: Callable[[str, str], None]
) -> None:
    host = Host(dated())
    async with host.run_test(size=size) as pilot:
        for key in keys:
            await pilot.press(key)
            await worked_out(host)
            await pilot.pause()
        snapshot(f"{name}-{size[0]}x{size[1]}", screen_text(host))


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (30, 9), (60, 16), (300, 100)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("opening", [["6"], ["d", "enter"], ["d", "end", "enter"]], ids=["6", "slices", "timeline"])
async def test_every_size_shows_lines_of_its_width(size: tuple[int, int], opening: list[str]) -> None:
    host = Host(dated())
    async with host.run_test(size=size) as pilot:
        await pilot.press(*opening)
        await worked_out(host)
        for key in ("down", "pagedown", "G", "up"):
            await pilot.press(key)
            assert all(cell_len(shown) == size[0] for shown in _lines(host))


def _lines(host: Host) -> Iterator[str]:
    return ("".join(segment.text for segment in strip) for strip in host.screen._compositor.render_strips())


@pytest.mark.parametrize("opening", [["6"], ["d", "enter"], ["d", "end", "enter"], ["w", "C", "w"]])
async def test_hostile_words_show_as_text(opening: list[str]) -> None:
    host = Host(hostile(), me=HOSTILE)
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        for key in opening:
            await pilot.press(key)
        await worked_out(host)
        for key in ("", "pagedown", "G"):
            await pilot.press(*([key] if key else []))
            await pilot.pause()
            for shown in _lines(host):
                assert shown.isprintable()
                assert cell_len(shown) == 80


async def test_resizing_keeps_the_place() -> None:
    host = Host(dated())
    async with host.run_test(size=(120, 24)) as pilot:
        await pilot.press("6", "down", "down")
        await worked_out(host)
        assert isinstance(host.screen, Reader)
        goal = host.screen.page.leafing.spot
        assert goal is not None
        for width, height in [(80, 24), (40, 10), (20, 5), (200, 60)]:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            there = host.screen.page.leafing.spot
            assert there is not None
            assert there.goal == goal.goal
            assert "›" in screen_text(host)


# ---- sensitivity


async def test_sensitivity_says_what_the_engine_says() -> None:
    host = Host(dated())
    async with host.run_test(size=(200, 60)) as pilot:
        await pilot.press("6")
        await worked_out(host)
        await pilot.pause()
        found, often = sensitivity(standing(dated())), noise(standing(dated()))
        shown = tall(host)
        assert f"{len(found.flips) + len(found.steps)} single changes do" in shown
        for hypothesis in ("none", "minor", "major"):
            assert how_often(often, hypothesis) in shown
        assert found.smallest_set is not None
        for address in found.smallest_set:
            assert dated().items[address].text in shown


async def test_enter_goes_to_the_row_and_the_column() -> None:
    host = Host(dated())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("6")
        assert isinstance(host.screen, Reader)
        leafing = host.screen.page.leafing
        places = {spot.goal for spot in leafing.leaf.spots}
        cell = next(goal for goal in places if goal.hypothesis and goal.address)
        while leafing.spot is None or leafing.spot.goal != cell:
            await pilot.press("down")
        await pilot.press("enter")
        assert not isinstance(host.screen, Reader)
        assert (host.desk.address, host.desk.hypothesis and host.desk.hypothesis.id) == (cell.address, cell.hypothesis)


async def test_rows_that_are_alike_are_shown_alone() -> None:
    host = Host(dated())
    async with host.run_test(size=(120, 60)) as pilot:
        await pilot.press("6")
        assert isinstance(host.screen, Reader)
        spots = host.screen.page.leafing.leaf.spots
        several = next(spot for spot in spots if spot.goal.filter and len(spot.goal.filter.rows) > 1)
        assert several.goal.filter is not None
        await pilot.click(host.screen.page, offset=(several.x + 5, several.y))
        assert set(host.desk.rows.addresses) == several.goal.filter.rows
        assert host.desk.address == host.desk.rows.addresses[0]
        assert f"only {several.goal.filter.value}" in screen_text(host)


@pytest.mark.parametrize("key", ["escape", "q", "6"])
async def test_it_closes_and_leaves_everything_as_it_was(key: str) -> None:
    host = Host(dated())
    async with host.run_test(size=SIZE) as pilot:
        before = screen_text(host)
        await pilot.press("6", "down", key)
        await worked_out(host)
        await pilot.pause()
        assert screen_text(host) == before


async def test_the_words_at_the_foot_can_be_clicked() -> None:
    host = Host(dated())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("6")
        await pilot.pause()
        foot = screen_text(host).splitlines()[-1]
        await pilot.click(offset=(foot.index("enter"), SIZE[1] - 1))
        assert not isinstance(host.screen, Reader)


@pytest.mark.parametrize("key", ["6", "d"])
async def test_nothing_of_the_answer_is_shown_while_rating_is_blind(key: str) -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press(key)
        assert host.screen is host.matrix
        assert "waits until every cell is rated" in screen_text(host)
        assert "sensitivity" not in screen_text(host).splitlines()[-1]
        await pilot.press("v", "y", key)
        assert host.screen is not host.matrix


async def test_an_answer_is_worked_out_once_for_a_state_of_the_case(monkeypatch: pytest.MonkeyPatch) -> None:
    host = Host(dated())
    asked: list[object] = []
    found = sensitivityview.found

    def counting(standing: object) -> sensitivityview.Found:
        asked.append(standing)
        return found(standing)  # type: ignore[arg-type]

    monkeypatch.setattr(sensitivityview, "found", counting)
    async with host.run_test(size=SIZE) as pilot:
        for _ in range(3):
            await pilot.press("6")
            await worked_out(host)
            await pilot.press("escape")
        assert len(asked) == 1
        await pilot.press("C", "i")
        await pilot.pause(0.5)
        assert len(asked) == 1
        await pilot.press("6")
        await worked_out(host)
        assert len(asked) == 2


async def test_a_large_case_says_that_it_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overviews, "PROMPTLY", 1)
    host = Host(dated())
    async with host.run_test(size=SIZE) as pilot:
        host.matrix.action_sensitivity()
        await pilot.pause()
        await worked_out(host)
        await pilot.pause()
        assert "Linchpins" in tall(host)
    assert "working it out …" in text(sensitivityview.leaf(sensitivityview.found(standing(dated())), None, 80))


async def test_what_is_tried_has_pages_of_its_own() -> None:
    host = Host(dated())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w", "C", "I", "6")
        await worked_out(host)
        assert "what-if" in screen_text(host).splitlines()[0]
        assert host.desk.standing is not None
        assert host.desk.standing.headline in tall(host).replace("\n", "")


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 300), st.integers(1, 8))
def test_every_line_fits(width: int, hypotheses: int) -> None:
    now = standing(replace(narrow(hypotheses), items=dated().items))
    made = [sensitivityview.leaf(sensitivityview.found(now), noise(now), width)]
    made += [cut.made(now)(width) for cut in cuts.choices(now)]
    for leaf in made:
        for spot in leaf.spots:
            assert spot.y + spot.height <= len(leaf.lines)
            if width >= 40:
                assert leaf.lines[spot.y].text[spot.x : spot.x + 1] == " ", "the cursor's place is free"
        if width >= 40:
            assert all(line.width <= width for line in leaf.lines)


@pytest.mark.parametrize("ratings", ["C C C", "II II II", "N N N"])
def test_there_is_a_page_where_nothing_can_change(ratings: str) -> None:
    case = dated()
    rows = {
        a: Row(dict(zip(("none", "minor", "major"), map(Rating, ratings.split()), strict=True))) for a in case.items
    }
    now = standing(case.with_matrix(Matrix("iraq", "baseline", rows=rows)))
    shown = text(sensitivityview.leaf(sensitivityview.found(now), noise(now), 80))
    assert "Linchpins" in shown or "nothing can change" in shown


def test_what_cannot_be_judged_and_who_may_deceive_are_told() -> None:
    case = dated()
    case = replace(case, sources={s: replace_grade(source) for s, source in case.sources.items()})
    again = {"own/another-attack": Row({"none": Rating.C, "minor": Rating.II, "major": Rating.C})}
    matrix = replace(case.matrix, deceptive={"own": again})
    shown = text(sensitivityview.leaf(sensitivityview.found(standing(case.with_matrix(matrix))), None, 100))
    assert "Grades that cannot be judged" in shown
    assert "Of 4 rows" in shown
    assert "Should they deceive" in shown
    assert "own  1 row" in shown


def replace_grade(source: Source) -> Source:
    return replace(source, reliability="F" if source.kind != "own-analysis" else "")


async def test_no_color_is_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    host = Host(dated())
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("6")
        await worked_out(host)
        assert "› Minor action C→II" in screen_text(host)
        for strip in host.screen._compositor.render_strips():
            for segment in strip:
                assert segment.style is None or not segment.style.color or segment.style.color.is_default


# ---- slices and time


async def test_a_slice_is_shown_alone() -> None:
    host = Host(dated())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("d")
        assert isinstance(host.screen, Chooser)
        assert "service" in screen_text(host)
        await pilot.press("enter", "right", "enter")
        assert host.desk.filter == Filter("tag", "service=signals")
        assert set(host.desk.rows.addresses) == {"monitors/radio-traffic", "monitors/embassy-security"}
        await pilot.press("d", "enter", "enter")
        assert len(host.desk.rows.addresses) == 6


@pytest.mark.parametrize("by", ["source", "kind", "origin", "period", "service"])
def test_slices_say_what_the_engine_says(by: str) -> None:
    now = standing(dated())
    found = slices(now, by)
    leaf = slicesview.leaf(found, 120)
    shown = text(leaf)
    for one in found.slices:
        assert one.value in shown
        assert f"{len(one.rows)} row" in shown
    shown_alone = [spot.goal.filter for spot in leaf.spots[1:]]
    for one, wanted in zip(found.slices, shown_alone, strict=True):
        assert wanted is not None
        host = Host(dated())
        host.desk.filter = wanted
        host.desk.arrange()
        assert set(host.desk.rows.addresses) == set(one.rows)


def test_a_leader_that_is_little_tested_is_not_named() -> None:
    case = dated()
    items = {a: replace(item, kind=Kind.REPORT) for a, item in case.items.items()}
    rows = {a: Row({**row.ratings, "minor": Rating.NA}) for a, row in case.matrix.rows.items()}
    first = next(iter(rows))
    rows[first] = Row({**rows[first].ratings, "minor": Rating.C})
    found = slices(standing(replace(case, items=items).with_matrix(Matrix("iraq", "b", rows=rows))), "kind")
    shown = text(slicesview.leaf(found, 80))
    assert "names no leader" in shown
    assert "◇Minor action" in shown
    assert "0!" in shown


@pytest.mark.parametrize("clock", CLOCKS)
def test_the_course_ends_where_the_engine_ends(clock: str) -> None:
    found = timeline(standing(dated()), clock)
    shown = text(timelineview.leaf(found, 80))
    if not found.changes:
        assert "No row has a date" in shown
    for moment in found.changes:
        assert (moment.day.isoformat() if moment.day else "the start") in shown


def test_a_course_rises_with_the_points() -> None:
    found = timeline(standing(dated()), "event")
    lines = [made.text for made in timelineview.leaf(found, 100).lines]
    course = next(shown for shown in lines if shown.lstrip(" ◆").startswith("No retaliation"))
    drawn = course[18:-8]
    assert drawn[-1] > drawn[0]
    assert "▁" in next(shown for shown in lines if "Minor action " in shown and "▁" in shown)


@pytest.mark.parametrize("day", ["9999-12", "0001-01-01", "../9999", "0001/9999"])
def test_the_ends_of_time_are_no_trouble(day: str) -> None:
    case = dated()
    items = {a: replace(item, when=day if n % 2 else item.when) for n, (a, item) in enumerate(case.items.items())}
    now = standing(replace(case, items=items))
    for cut in cuts.choices(now):
        assert cut.made(now)(80).lines
