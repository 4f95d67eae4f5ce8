"""Step 6 on the screen: deception checklists, rows rated again, and the check of our own assumptions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tui.hosting import Host, heuer, screen_text
from tests.tui.test_app import opened
from tests.tui.test_lines import narrow
from tests.tui.test_pictures import HOSTILE, hostile
from tests.tui.test_refine_page import on_page
from tests.tui.test_steps import text
from tests.tui.test_writing import settled
from tests.workspace.small_case import write
from workbench.analysis import standing
from workbench.analysis.heuer.again import again, rows
from workbench.model import CHECKLIST, Case, Item, Matrix, Rate, Rating, Row, Source
from workbench.tui import assumptionsview, deceptionview, overviews
from workbench.tui.chooser import Chooser
from workbench.tui.doing.deception import RatingAgain
from workbench.tui.part import Part
from workbench.tui.steppage import StepPage

SIZE = (120, 40)
SIZES = [(80, 24), (120, 40)]

ASSUMED = """\
# yaml-language-server: $schema=../schemas/evidence.schema.json
format: 1

source: {kind: own-analysis, title: Our own}
items:
  no-more-strikes:
    text: >-
      There will be no more strikes.
    kind: assumption
"""


def part(host: Host) -> Part:
    assert isinstance(host.screen, Part)
    return host.screen


def told(host: Host) -> str:
    return " ".join(text(part(host).page.leafing.leaf).split())


async def worked_out(host: Host) -> None:
    await host.workers.wait_for_complete()


def begun() -> Case:
    """Heuer's example with a suspect that was looked into."""
    case = heuer()
    again = {"embassy/public-statement": Row({"none": Rating.CC, "minor": Rating.N})}
    checks = {"embassy": {"motive": "It wants the strike to look needless."}}
    return case.with_matrix(
        replace(case.matrix, path="matrices/iraq/b.yaml", deceptive={"embassy": again}, checks=checks)
    )


# ---- pictures


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("name, keys", [
    ("deception", ["6", "D", "enter"]), ("rated-again", ["6", "X", "enter"]), ("assumptions", ["6", "A"]),
])  # fmt: skip
async def test_picture_of_what_is_taken_up(
    size: tuple[int, int], name: str, keys: list[str], snapshot: Callable[[str, str], None]
) -> None:
    host = Host(begun())
    async with host.run_test(size=size) as pilot:
        for key in keys:
            await pilot.press(key)
            await worked_out(host)
            await pilot.pause()
        snapshot(f"{name}-{size[0]}x{size[1]}", screen_text(host))


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (300, 100)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("keys", [["D", "enter"], ["X", "enter"], ["A"]], ids=["D", "X", "A"])
@pytest.mark.parametrize("case", [begun, hostile])
async def test_no_size_and_no_text_is_too_much(
    size: tuple[int, int], keys: list[str], case: Callable[[], Case]
) -> None:
    host = Host(case())
    async with host.run_test(size=size) as pilot:
        await pilot.press("6")
        await worked_out(host)
        await pilot.press(*keys)
        await pilot.pause()
        for key in ("down", "G", "c", "y", "g", "enter", "escape", "escape", "escape"):
            await pilot.press(key)
            assert "\x1b" not in screen_text(host)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 200), st.integers(2, 20))
def test_every_line_fits(width: int, hypotheses: int) -> None:
    for case in (hostile(), narrow(hypotheses)):
        _every_line_fits(case, width)


def _every_line_fits(case: Case, width: int) -> None:
    case = replace(case, matrix=replace(case.matrix, deceptive={"own": case.matrix.rows}, path=HOSTILE))
    now = standing(case)
    made = [deceptionview.checklist(case, source, width) for source in case.sources]
    made += [deceptionview.rated_again(now, again(now, source, rows(now, source)), 0, width) for source in case.sources]
    made.append(assumptionsview.leaf(now, width))
    for leaf in made:
        assert all(spot.y + spot.height <= len(leaf.lines) for spot in leaf.spots)
        if width >= 40:
            assert all(line.width <= width for line in leaf.lines)


def many() -> Case:
    """Ten thousand rows of one source."""
    case = heuer()
    items = {f"big/i{n}": Item(f"big/i{n}", f"Item {n}.") for n in range(10_000)}
    ratings = Row(dict.fromkeys(case.question.hypotheses, Rating.C))
    sources = {"big": Source("big", "A large one")}
    return replace(
        case, items=items, sources=sources, matrix=Matrix("iraq", "baseline", rows=dict.fromkeys(items, ratings))
    )


def test_of_ten_thousand_rows_a_hundred_are_on_a_leaf() -> None:
    now = standing(many())
    found = again(now, "big", rows(now, "big"))
    assert found.left == 30_000
    leaf = deceptionview.rated_again(now, found, 9_900, 80)
    assert len({spot.goal.address for spot in leaf.spots if spot.goal.address}) == 100
    assert [spot.goal.act for spot in leaf.spots if not spot.goal.address] == [deceptionview.MORE]
    assert "Item 9999." in text(leaf)


async def test_one_turns_through_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deceptionview, "ROWS", 1)
    host = Host(begun())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("6", "X", "enter")
        await pilot.pause()
        assert "no terrorist offensive" not in told(host)
        await pilot.press("G", "enter")
        await pilot.pause()
        assert "no terrorist offensive" in told(host)
        await pilot.press("enter")
        await pilot.pause()
        assert "says in public" in told(host)


# ---- the checklist


async def test_the_questions_of_a_suspect_are_answered_and_kept_in_the_matrix(tmp_path: Path) -> None:
    path = write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot, "6")
        before = path.read_bytes()
        await pilot.press("D")
        await pilot.pause()
        assert isinstance(app.screen, Chooser)
        await pilot.press(*"monitors", "enter")
        await pilot.pause()
        await pilot.press("enter", *"They like strikes.", "enter")
        await settled(app, pilot)
        await pilot.press("enter", *"Their own lines.", "enter")
        await settled(app, pilot)
        assert "motive: They like strikes." in path.read_text()
        assert "opportunity: Their own lines." in path.read_text()
        assert "2 of 6 answered" in screen_text(app)
        await pilot.press("escape")
        await settled(app, pilot)
        assert isinstance(app.screen, StepPage)
        assert not isinstance(app.screen, Part)
        assert "2 of 6 answered" in " ".join(text(app.screen.page.leafing.leaf).split())
        await pilot.press("u", "u")
        await settled(app, pilot)
        assert path.read_bytes() == before


async def test_every_question_is_on_the_checklist_and_an_answer_can_be_taken_away() -> None:
    host = Host(begun())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("6", "D", "enter")
        await pilot.pause()
        for question in CHECKLIST.values():
            assert question in told(host)
        assert "It wants the strike to look needless." in told(host)
        await pilot.press("delete")
        await pilot.pause()
        assert "0 of 6 answered" in told(host)
        await pilot.press("u")
        await pilot.pause()
        assert "1 of 6 answered" in told(host)


# ---- rows rated again


async def test_rows_are_rated_again_and_then_it_is_said_who_would_lead() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("6", "X")
        await pilot.pause()
        await pilot.press(*"border", "enter")
        await pilot.pause()
        assert "0 of 6 cells rated again" in told(host)
        await pilot.press("C", "I", "I", "n", "i")
        await pilot.pause()
        assert "5 of 6 cells rated again" in told(host)
        await pilot.press("x")
        await pilot.pause()
        assert "Were we deceived in these rows" in told(host)
        made = host.desk.case.matrix.deceptive["border-monitors"]
        assert made["monitors/radio-traffic"].ratings == {
            "none": Rating.CC, "minor": Rating.II, "major": Rating.II
        }  # fmt: skip
        assert made["monitors/embassy-security"].ratings == {"none": Rating.N, "minor": Rating.I, "major": Rating.NA}
        assert host.desk.case.matrix.rows == heuer().matrix.rows, "the matrix itself stays as it is"
        await pilot.press("delete")
        await pilot.pause()
        assert "5 of 6 cells rated again" in told(host)
        await pilot.press("u", "u")
        await pilot.pause()
        assert "5 of 6 cells rated again" in told(host)


async def test_what_is_left_of_a_row_is_rated_as_at_first_with_one_key() -> None:
    host = Host(begun())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("6", "X", "enter")
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        assert "3 of 6 cells rated again" in told(host)
        made = host.desk.case.matrix.deceptive["embassy"]["embassy/public-statement"].ratings
        assert made == {"none": Rating.CC, "minor": Rating.N, "major": Rating.C}
        await pilot.press("G", "a")
        await pilot.pause()
        assert "Were we deceived in these rows" in told(host)


async def test_a_row_rated_again_against_another_wording_is_confirmed() -> None:
    case = begun()
    old = {"embassy/public-statement": Row({"none": Rating.CC}, wording="w0000000000000000")}
    host = Host(case.with_matrix(replace(case.matrix, deceptive={"embassy": old})))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("6", "X", "enter")
        await pilot.pause()
        assert "Rated again against another wording" in told(host)
        await pilot.press("y")
        await pilot.pause()
        assert "Rated again against another wording" not in told(host)
        await pilot.press("y")
        assert "another wording" in host.desk.said.text


async def test_from_its_rows_to_its_checklist_to_the_matrix_and_to_other_steps() -> None:
    host = Host(begun())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("6", "X", "enter")
        await pilot.pause()
        await pilot.press("D")
        await pilot.pause()
        assert "1 of 6 answered" in told(host)
        await pilot.press("X")
        await pilot.pause()
        await pilot.press("right", "enter")
        await pilot.pause()
        assert host.screen is host.matrix
        assert host.desk.address == "embassy/public-statement"
        assert host.desk.hypothesis is not None
        assert host.desk.hypothesis.id == "minor"
        await pilot.press("6", "A", "5")
        await pilot.pause()
        assert isinstance(host.screen, StepPage)
        assert host.screen.number == 5


async def test_clicks_do_what_keys_do() -> None:
    host = Host(begun())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("6", "X", "enter")
        await pilot.pause()
        spot = part(host).page.leafing.leaf.spots[1]
        await pilot.click(part(host).page, offset=(spot.x + 1, spot.y))
        await pilot.pause()
        assert host.screen is host.matrix


async def test_a_command_closes_what_is_taken_up() -> None:
    host = Host(begun())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("6", "A")
        await pilot.pause()
        host.matrix.close_page()
        await pilot.pause()
        assert host.screen is host.matrix
        await pilot.press("6", "A")
        await pilot.pause()
        assert isinstance(host.screen, Part)


async def test_what_is_typed_outlives_what_hides_the_answer() -> None:
    host = Host(begun())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("6", "D", "enter", "enter", *"They")
        host.matrix.change(Rate("embassy/public-statement", "none", None))
        host.matrix.redraw()
        await pilot.pause()
        assert "They" in screen_text(host)
        await pilot.press("enter")
        await pilot.pause()
        assert host.desk.case.matrix.checks["embassy"]["motive"].endswith("They")
        assert isinstance(host.screen, Part), "a checklist tells nothing of the answer"
        await pilot.press("escape")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(host.screen, type(host.matrix)), "the page below does"


async def test_a_large_case_is_taken_up_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overviews, "PROMPTLY", 0)
    host = Host(begun())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("6")
        await worked_out(host)
        await pilot.press("X", "enter")
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert "cells rated again" in told(host)


async def test_rating_is_blind_again_where_a_cell_is_cleared_below() -> None:
    host = Host(begun())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("delete", "left", "c", "6", "A")
        await pilot.pause()
        assert isinstance(host.screen, Part)
        await pilot.press("u", "u")
        await pilot.pause()
        await pilot.pause()
        assert not isinstance(host.screen, Part)


def test_which_rows_they_are_is_kept_while_they_are_rated() -> None:
    host = Host(begun())
    taking = RatingAgain(host.matrix, "embassy")
    first = taking.standing
    assert first is not None
    taking._found(first)
    known = taking._rows
    taking._found(first)
    assert taking._rows is known


# ---- our own assumptions


async def test_an_assumption_is_said_to_be_founded_or_not(tmp_path: Path) -> None:
    write(tmp_path)
    own = tmp_path / "evidence/own.yaml"
    own.write_text(ASSUMED)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await on_page(app, pilot, "6")
        await pilot.press("A")
        await pilot.pause()
        assert "not said how well founded" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("u", "tab", *"The order turns.", "enter")
        await settled(app, pilot)
        assert "standing: unsupported" in own.read_text()
        assert "if_wrong: The order turns." in own.read_text()
        assert "If wrong: The order turns." in screen_text(app)
        await pilot.press("u")
        await settled(app, pilot)
        assert own.read_text() == ASSUMED
        assert "not said how well founded" in screen_text(app)


async def test_what_rests_on_our_own_thinking_is_said_and_an_assumption_parked() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("6", "A")
        await pilot.pause()
        assert "Points that rest on our own thinking: No retaliation 2 of 5" in told(host)
        await pilot.press("down", "p", *"Idle.", "enter")
        await pilot.pause()
        assert host.desk.case.parked("own/loss-of-face")
        assert "parked, adds no points" in told(host)
        await pilot.press("m")
        await pilot.pause()
        assert host.screen is host.matrix
