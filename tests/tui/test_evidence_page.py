"""Step 2 on the screen: sources, items, origins and grades, from an empty folder on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App
from textual.pilot import Pilot

from tests.tui.hosting import Host, heuer, screen_text
from tests.tui.test_app import opened
from tests.tui.test_pictures import hostile
from tests.tui.test_writing import settled
from tests.workspace.small_case import HYPOTHESES, MATRIX, write
from workbench.model import Item, Kind, Matrix
from workbench.tui.app import Workbench
from workbench.tui.chooser import Chooser
from workbench.tui.doing import itemfields
from workbench.tui.doing.grading import Grader
from workbench.tui.doing.origins import relied
from workbench.tui.forms.field import changed
from workbench.tui.forms.staying import Staying
from workbench.tui.steppage import StepPage
from workbench.workspace.authoring import Author
from workbench.workspace.authoring_outcomes import Done, Refused

SIZE = (120, 40)

_NAMED = {" ": "space", ".": "full_stop", "-": "minus", ",": "comma", "=": "equals_sign", "/": "slash"}


def keys(text: str) -> list[str]:
    return [_NAMED.get(char, char) for char in text]


async def do(app: Workbench, pilot: Pilot[None], *typed: str) -> None:
    """Press keys; what begins with a `~` is typed letter by letter. Wait until what is written is on the screen."""
    for one in typed:
        await pilot.press(*(keys(one[1:]) if one.startswith("~") else [one]))
        await settled(app, pilot)


def at_item(app: Workbench, address: str) -> None:
    """Put the cursor of the page on an item in the list of the sources."""
    page = app.screen
    assert isinstance(page, StepPage)
    page.page.measure()
    leafing = page.page.leafing
    spots = enumerate(leafing.leaf.spots)
    leafing.at = next(n for n, spot in spots if spot.goal.address == address and spot.goal.act == "item")
    leafing.scroll(leafing.leaf.spots[leafing.at].y - leafing.top)


def here(app: App[Any]) -> str:
    """The address under the cursor."""
    assert isinstance(app.screen, StepPage)
    return app.screen.goal.address


def lines_changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and those that came."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


ADDED = """
  guards-doubled:
    text: >-
      Guards were doubled.
    kind: statement
    origin: border-monitors

  left-again:
    text: >-
      They left again.
    kind: statement
    origin: border-monitors
    credibility: 3
"""

# ---- adding


async def test_items_are_added_in_a_row_with_kind_and_origin_kept(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / "evidence" / "monitors.yaml"
    before = path.read_text()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await do(app, pilot, "2")
        at_item(app, "monitors/radio-traffic")
        await do(app, pilot, "a", "~Guards were doubled.", "tab", "s", "tab", "tab", "~border-monitors", "enter")
        assert isinstance(app.screen, Staying)
        assert "1 added" in screen_text(app)
        await do(app, pilot, "~They left again.", "tab", "tab", "3", "enter", "escape")
        assert here(app) == "monitors/left-again"
        assert path.read_text().removeprefix(before) == ADDED
        await do(app, pilot, "u", "u")
        assert path.read_text() == before


async def test_what_was_entered_is_written_before_one_quits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path)
    writes = Workbench._written

    def slow(app: Workbench, how: Callable[[Author], Done | Refused | None]) -> Done | Refused | None:
        time.sleep(0.3)
        return writes(app, how)

    monkeypatch.setattr(Workbench, "_written", slow)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await do(app, pilot, "2", "G", "a")
        await pilot.press(*keys("One."), "enter", *keys("Two."), "enter", *keys("Three."), "enter", "ctrl+q")
        await pilot.pause()
        while app.is_running and app.return_code is None:
            await asyncio.sleep(0.01)
    written = (tmp_path / "evidence" / "monitors.yaml").read_text()
    assert [text in written for text in ("One.", "Two.", "Three.")] == [True] * 3


async def test_a_new_origin_is_asked_about_and_written_with_the_item(tmp_path: Path) -> None:
    write(tmp_path)
    origins, path = tmp_path / "evidence" / "origins.yaml", tmp_path / "evidence" / "embassy.yaml"
    before = origins.read_bytes(), path.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await do(app, pilot, "2")
        at_item(app, "embassy/on-guard")
        await do(app, pilot, "a", "~They slept.", "tab", "tab", "tab", "~border-monitors, the cook")
        assert "On border-monitors else: 1 item, in monitors. the cook: not known yet" in screen_text(app)
        await do(app, pilot, "enter")
        assert "Who is the cook?" in screen_text(app)
        await do(app, pilot, "tab", "~Feeds them.", "tab", "C", "enter", "escape")
        assert "cook:\n    who: the cook\n    access: Feeds them.\n    reliability: C\n" in origins.read_text()
        assert "origin: [border-monitors, cook]" in path.read_text()
        await do(app, pilot, "u")
        assert (origins.read_bytes(), path.read_bytes()) == before


async def test_who_the_origin_is_can_be_left_open_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await do(app, pilot, "2")
        at_item(app, "embassy/on-guard")
        await do(app, pilot, "a", "~They slept.", "tab", "tab", "tab", "~cook", "enter", "escape")
        assert "New item of embassy" in screen_text(app)
        assert "They slept." in screen_text(app)
        assert "slept" not in (tmp_path / "evidence" / "embassy.yaml").read_text()


async def test_what_is_refused_comes_back_with_what_was_typed(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / "evidence" / "monitors.yaml"
    before = path.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await do(app, pilot, "2")
        at_item(app, "monitors/radio-traffic")
        await do(app, pilot, "a", "~Saddam says in public that he will not retaliate.", "tab", "d", "enter")
        told = screen_text(app)
        assert "shares 8 words in a row" in told
        assert "Saddam says in public that he will not retaliate." in told
        assert "denial" in told
        assert path.read_bytes() == before


async def test_an_absence_asks_where_one_looked(tmp_path: Path) -> None:
    write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await do(app, pilot, "2")
        at_item(app, "monitors/radio-traffic")
        await do(app, pilot, "a")
        assert "looked in" not in screen_text(app)
        await do(app, pilot, "~No visas.", "tab", "a", "enter")
        assert "say where one looked" in screen_text(app)
        assert "If a hypothesis were true, what should we be seeing?" in screen_text(app)
        await do(app, pilot, "~The registers.", "tab", "~All are in there.", "enter", "escape")
        written = (tmp_path / "evidence" / "monitors.yaml").read_text()
        assert "kind: absence\n    looked_in: The registers.\n    would_show: All are in there.\n" in written


async def test_our_own_thinking_has_no_grade_and_begins_its_file(tmp_path: Path) -> None:
    write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await do(app, pilot, "2", "A", "~own th", "enter")
        told = screen_text(app)
        assert "New item of own" in told
        assert "credibility" not in told
        await do(app, pilot, "~He fears a strike.", "tab", "tab", "c", "enter", "escape")
        written = (tmp_path / "evidence" / "own.yaml").read_text()
        assert (
            "fears-strike:\n    text: >-\n      He fears a strike.\n    kind: assumption\n    standing: caveated\n"
            in written
        )


async def test_from_an_empty_folder_to_items_that_belong(tmp_path: Path) -> None:
    (tmp_path / "hypotheses").mkdir()
    question = tmp_path / "hypotheses" / "iraq.yaml"
    question.write_text(HYPOTHESES.replace("hypotheses:\n", 'evidence:\n  - address: "old/*"\nhypotheses:\n', 1))
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await do(app, pilot, "2")
        assert "Begin here" in screen_text(app)
        await do(app, pilot, "a", "~new s", "enter", "~Cables", "enter")
        await do(app, pilot, "~They met.", "enter")
        assert "Does the item belong to the question?" in screen_text(app)
        await do(app, pilot, "s", "~They left.", "enter", "escape")
        assert here(app) == "cables/left"
        assert '  - address: "old/*"\n  - address: cables/*\n' in question.read_text()
        await do(app, pilot, "u", "u", "u")
        assert not (tmp_path / "evidence" / "cables.yaml").exists()
        assert "cables" not in question.read_text()


async def test_a_source_is_added_and_edited_and_only_what_changed_is_written(tmp_path: Path) -> None:
    write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await do(app, pilot, "2", "S", "~The yearbook", "tab", "tab", "tab", "tab", "~19", "enter")
        assert "is not a date" in screen_text(app)
        await do(app, pilot, "~94", "enter")
        path = tmp_path / "evidence" / "yearbook.yaml"
        before = path.read_text()
        assert "source:\n  title: The yearbook\n  published: 1994\n  accessed: " in before
        assert "Without an item here: 1" in screen_text(app)
        await do(app, pilot, "enter", *["tab"] * 8, "C", "enter")
        assert lines_changed(before, path.read_text()) == ([], ["  reliability: C"])


# ---- changing


async def test_an_item_is_edited_and_its_row_is_said_to_become_stale(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / "evidence" / "embassy.yaml"
    before = path.read_text()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await do(app, pilot, "2")
        at_item(app, "embassy/saddam-public-statement")
        await do(app, pilot, "enter")
        assert "its row is stale until you confirm it" in screen_text(app)
        await do(app, pilot, "tab", "tab", "4", "enter")
        assert isinstance(app.screen, StepPage)
        assert lines_changed(before, path.read_text()) == (["    credibility: 2"], ["    credibility: 4"])
        at_item(app, "embassy/on-guard")
        await do(app, pilot, "enter")
        assert "stale" not in screen_text(app)
        await do(app, pilot, "enter")
        assert "written" not in screen_text(app).splitlines()[-2]


async def test_grades_are_given_one_after_the_other(tmp_path: Path) -> None:
    write(tmp_path)
    embassy, monitors = tmp_path / "evidence" / "embassy.yaml", tmp_path / "evidence" / "monitors.yaml"
    embassy.write_text(embassy.read_text().replace("    credibility: 2\n", "").replace("    credibility: 3\n", ""))
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await do(app, pilot, "2")
        at_item(app, "monitors/radio-traffic")
        await do(app, pilot, "c")
        assert isinstance(app.screen, Grader)
        assert "Now 2." in screen_text(app)
        await pilot.press("3", "4", "5")  # as fast as one can
        await settled(app, pilot)
        await settled(app, pilot)
        await settled(app, pilot)
        assert isinstance(app.screen, StepPage)
        assert "credibility: 3" in monitors.read_text()
        assert [line for line in embassy.read_text().splitlines() if "credibility" in line] == [
            "    credibility: 4", "    credibility: 5",
        ]  # fmt: skip


async def test_an_own_grade_stands_beside_that_of_the_item(tmp_path: Path) -> None:
    matrix = write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await do(app, pilot, "2")
        at_item(app, "monitors/radio-traffic")
        await do(app, pilot, "C", "4", "tab", "~Too neat.", "enter")
        assert (
            matrix.read_text()
            == MATRIX + "\ngrades:\n  monitors/radio-traffic:\n    credibility: 4\n    because: Too neat.\n"
        )
        assert "yours 4, its file 2" in screen_text(app)
        await do(app, pilot, "u")
        assert matrix.read_text() == MATRIX


async def test_tags_id_and_place_of_an_item(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / "evidence" / "embassy.yaml"
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await do(app, pilot, "2")
        at_item(app, "embassy/on-guard")
        await do(app, pilot, "T", "~service", "tab", "~signals, radio", "enter")
        assert "    tags: {service: [signals, radio]}\n" in path.read_text()
        await do(app, pilot, "i", *["backspace"] * 5, "~watch", "enter")
        assert "  on-watch:\n" in path.read_text()
        assert "    formerly: [on-guard]\n" in path.read_text()
        at_item(app, "embassy/on-watch")
        await do(app, pilot, "less_than_sign")
        assert path.read_text().index("on-watch:") < path.read_text().index("saddam-public-statement:")
        assert here(app) == "embassy/on-watch"
        await do(app, pilot, "less_than_sign")
        assert "It is the first item of its source." in screen_text(app)
        await do(app, pilot, "greater_than_sign")
        assert path.read_text().index("on-watch:") > path.read_text().index("saddam-public-statement:")


async def test_origins_say_what_rests_on_them_and_are_edited(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / "evidence" / "origins.yaml"
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await do(app, pilot, "2", "O")
        assert "border-monitors: 1 item, in monitors" in screen_text(app)
        await do(app, pilot, "~own ears?", *["backspace"] * 9, "~listeners", "enter", "tab", "tab", "C", "enter")
        assert "reliability: C, because" in path.read_text()
        assert isinstance(app.screen, Chooser)
        await do(app, pilot, "~The cook", "enter", "enter")
        assert "  cook:\n    who: The cook\n" in path.read_text()
        await do(app, pilot, "escape")
        assert isinstance(app.screen, StepPage)


async def test_m_shows_the_item_on_the_matrix_and_slash_finds_one() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("2", "slash", *"standing", "enter")
        await pilot.pause()
        assert here(host) == "own/loss-of-face"
        await pilot.press("m")
        assert host.screen is host.matrix
        assert host.desk.address == "own/loss-of-face"


async def test_an_origin_gets_another_id_and_its_items_are_still_understood(tmp_path: Path) -> None:
    write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        assert app.matrix is not None
        await do(app, pilot, "2", "O", "~listeners", "enter", *["tab"] * 5, *["backspace"] * 15, "~ears", "enter")
        assert "  ears: {who: listeners at the border" in (tmp_path / "evidence" / "origins.yaml").read_text()
        assert app.matrix.desk.case.items["monitors/radio-traffic"].origins == ("ears",)


async def test_in_a_large_case_an_item_is_found_and_its_source_listed_to_the_last() -> None:
    case = heuer()
    item = next(iter(case.items.values()))
    items = {f"s{n // 10}/i{n}": replace(item, address=f"s{n // 10}/i{n}", text=f"Claim {n}") for n in range(4_000)}
    host = Host(replace(case, items=items, sources={}, matrix=Matrix("iraq", "baseline")))
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("2")
        await host.workers.wait_for_complete()
        await pilot.press("slash", *"3999", "enter")
        await pilot.pause()
        await host.workers.wait_for_complete()
        await pilot.pause()
        assert here(host) == "s399/i3999"
        assert "Claim 3990" in screen_text(host)


async def test_in_what_if_nothing_is_asked_that_could_not_be_written() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w", "2")
        for key in ("a", "S", "enter", "c", "O", "T", "i"):
            await pilot.press(key)
            await pilot.pause()
            assert "What-if tries the matrix alone" in screen_text(host)


# ---- what holds for every form


async def test_a_form_is_worked_with_the_mouse_too(tmp_path: Path) -> None:
    write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await do(app, pilot, "2", "G", "a", "~They wait.")
        foot = screen_text(app).splitlines()[-1]
        await pilot.click(offset=(foot.index("more fields"), 23))
        assert "reported" in screen_text(app)
        await pilot.click(offset=(foot.index("saves"), 23))
        await settled(app, pilot)
        assert "They wait." in (tmp_path / "evidence" / "monitors.yaml").read_text()


@pytest.mark.parametrize("size", [(20, 5), (80, 24)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("key", ["a", "c", "C", "O", "T", "enter"])
async def test_no_text_and_no_size_is_too_much(key: str, size: tuple[int, int]) -> None:
    host = Host(hostile())
    async with host.run_test(size=size) as pilot:
        await pilot.press("2", "G", key)
        await pilot.pause()
        assert not isinstance(host.screen, StepPage)
        await pilot.press("tab", "down")
        await pilot.pause()
        assert len(screen_text(host).splitlines()) == size[1]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("key, name", [("a", "item"), ("c", "grade"), ("enter", "edit"), ("O", "origins")])
async def test_picture_of_what_asks(
    key: str, name: str, size: tuple[int, int], snapshot: Callable[[str, str], None]
) -> None:
    host = Host(heuer())
    async with host.run_test(size=size) as pilot:
        await pilot.press("2", "G", key)
        await pilot.pause()
        snapshot(f"evidence-{name}-{size[0]}x{size[1]}", screen_text(host))


texts = st.text(min_size=0, max_size=20).map(lambda text: " ".join(text.split()))
ids = st.sampled_from(["a", "b", "c-d"])


@settings(max_examples=100, deadline=None)
@given(
    st.builds(
        Item, st.just("s/new"), texts, st.sampled_from(Kind), origins=st.lists(ids, unique=True).map(tuple),
        credibility=st.sampled_from(["", "1", "6"]), because=texts, when=texts, at=texts, quote=texts,
        tags=st.dictionaries(ids, st.lists(ids, min_size=1, unique=True).map(tuple)), looked_in=texts, would_show=texts,
        standing=st.sampled_from(["", "solid"]), if_wrong=texts,
    ),
    st.booleans(),
)  # fmt: skip
def test_a_form_that_is_not_touched_writes_nothing_and_makes_the_same_item(item: Item, own: bool) -> None:
    fields = itemfields.fields(heuer(), item, own=own, taken=())
    values = {field.name: field.read(field.text) for field in fields}
    assert not changed(fields, values)
    made = itemfields.item("s", values, ())
    asked = {field.name for field in fields}
    kept = {name: getattr(item, name) for name in ("text", "kind", "when", "standing") if name in asked}
    assert {name: getattr(made, name) for name in kept} == kept
    if not own:
        assert made == replace(item, standing="", if_wrong="")


def test_who_else_relies_is_counted_by_source() -> None:
    assert relied([]) == "no item"
    assert relied(["a/x"]) == "1 item, in a"
    assert relied(["b/x", "a/x", "b/y"]) == "3 items, in b (2) and a"
    assert relied([f"s{n}/x" for n in range(9)]) == "9 items, in s0, s1, s2, s3 and 5 more"
