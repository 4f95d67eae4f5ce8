"""Step 1 on the screen: hypotheses, their overlap and the gaps, written in the file and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App
from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input, TextArea

from tests.tui.hosting import Host, screen_text
from tests.tui.test_app import opened
from tests.tui.test_pictures import HOSTILE, hostile
from tests.tui.test_steps import full
from tests.tui.test_writing import settled
from tests.workspace.small_case import write
from workbench.model import Gap, Item, Overlap, Selector, Status
from workbench.tui.app import Workbench
from workbench.tui.chooser import Chooser
from workbench.tui.doing import questionform
from workbench.tui.doing.hypotheses import Does
from workbench.tui.forms.form import Form
from workbench.tui.leaf import Goal
from workbench.tui.prompts import Paragraph
from workbench.tui.steppage import StepPage

SIZE = (120, 40)
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")

EMPTY = "format: 1\nquestion: What is going on?\nhypotheses: {}\n"


class Walk:
    """The app on a small case in files, at the page of step 1."""

    def __init__(self, app: Workbench, pilot: Pilot[None], root: Path) -> None:
        self.app, self.pilot = app, pilot
        self.path = root / "hypotheses" / "iraq.yaml"

    async def press(self, *keys: str) -> None:
        """Press keys, each when what came of the one before is written and shown."""
        for key in keys:
            await self.pilot.press(key)
            await settled(self.app, self.pilot)

    async def type(self, text: str) -> None:
        """Type a text."""
        field = self.app.focused
        if isinstance(field, Input):
            field.insert_text_at_cursor(text)
        elif isinstance(field, TextArea):
            field.insert(text)
        else:
            await self.pilot.press(*text)
        await self.pilot.pause()

    async def fill(self, *texts: str) -> None:
        """Type into one field after another."""
        for number, text in enumerate(texts):
            if number:
                await self.pilot.press("tab")
            await self.type(text)

    async def until(self, act: str, name: str = "") -> None:
        """Put the cursor on the first spot that asks for this."""
        leafing = self.page.page.leafing
        spots = leafing.leaf.spots
        leafing.at = next(
            n for n, s in enumerate(spots) if s.goal.act == act and name in {"", s.goal.hypothesis, s.goal.id}
        )
        leafing.scroll(spots[leafing.at].y - leafing.top)

    @property
    def page(self) -> StepPage:
        """The page of step 1."""
        return next(screen for screen in reversed(self.app.screen_stack) if isinstance(screen, StepPage))

    @property
    def goal(self) -> Goal:
        """What is under the cursor."""
        self.page.page.measure()
        return self.page.goal

    @property
    def text(self) -> str:
        """The file as it stands."""
        return self.path.read_text()

    @property
    def said(self) -> str:
        """What the screen said last."""
        assert self.app.matrix is not None
        return self.app.matrix.desk.said.text

    @property
    def ids(self) -> list[str]:
        """The hypotheses that are columns, in their order."""
        assert self.app.matrix is not None
        return [h.id for h in self.app.matrix.desk.case.hypotheses]


def on_page(test: Callable[[Walk], object], question: str | None = None) -> Callable[[Path], object]:
    """A test on the page of a small case in files."""

    async def run(tmp_path: Path) -> None:
        write(tmp_path)
        if question is not None:
            (tmp_path / "hypotheses" / "iraq.yaml").write_text(question)
        app = opened(tmp_path)
        async with app.run_test(size=SIZE) as pilot:
            walk = Walk(app, pilot, tmp_path)
            await walk.press("1")
            await test(walk)  # type: ignore[misc]

    return run


def of(question: str | None = None) -> Callable[[Callable[[Walk], object]], Callable[[Path], object]]:
    """The same as a decorator."""
    return lambda test: on_page(test, question)


def added(before: str, after: str) -> list[str]:
    """The lines that are new, where all others stand as they stood."""
    rest, new = before.splitlines(), []
    for line in after.splitlines():
        if rest and line == rest[0]:
            rest.pop(0)
        else:
            new.append(line)
    assert not rest, "a line went"
    return new


# ---- adding


@of()
async def test_a_hypothesis_is_added_and_the_cursor_goes_to_it(walk: Walk) -> None:
    before = walk.text
    await walk.press("a")
    await walk.fill("Sabotage at home", "Iraq will sabotage a plant.", "Smoke.", "Calm.")
    await walk.press("enter")
    await walk.type("Peace.")
    await walk.press("ctrl+s")
    assert added(before, walk.text) == [
        "  sabotage-home:", "    short: Sabotage at home", "    statement: >-", "      Iraq will sabotage a plant.",
        "    expect: [Smoke.]", "    expect_not: [Calm., Peace.]",
    ]  # fmt: skip
    assert walk.goal.hypothesis == "sabotage-home"
    assert walk.ids == ["none", "minor", "major", "sabotage-home"]
    await walk.press("u")
    assert walk.text == before


@of()
async def test_nothing_is_added_that_cannot_be_contradicted(walk: Walk) -> None:
    before = walk.text
    await walk.press("a")
    await walk.fill("Sabotage", "Iraq will sabotage a plant.")
    await walk.press("ctrl+s")
    assert "expect not is needed" in screen_text(walk.app)
    assert "nothing can speak against it" in " ".join(screen_text(walk.app).split())
    assert walk.text == before
    await walk.type("Calm.")
    await walk.press("ctrl+s")
    assert "sabotage" in walk.ids


@of()
async def test_what_the_set_lacks_is_asked_for_with_its_role_and_an_example(walk: Walk) -> None:
    await walk.until("role", "deception")
    await walk.press("enter")
    assert "believe another one" in screen_text(walk.app)
    await walk.fill("Bluff", "It wants us to fear an attack.")
    assert "For instance" in screen_text(walk.app)
    await walk.press("tab", "tab")
    assert "For instance: Signs that cost more" in screen_text(walk.app)
    await walk.type("An attack.")
    await walk.press("ctrl+s")
    assert "    role: deception\n" in walk.text
    assert not any(s.goal.act == "role" and s.goal.id == "deception" for s in walk.page.page.leafing.leaf.spots)


@of(EMPTY)
async def test_an_empty_question_can_be_worked_on_from_here(walk: Walk) -> None:
    assert "a adds the first hypothesis" in screen_text(walk.app)
    for key in ("p", "s", "v", "M", "x", "J", "i", "c", "delete"):
        await walk.press(key)
        assert walk.said
    await walk.until("add")
    await walk.press("enter")
    await walk.fill("Calm", "Nothing is going on.", "", "Shots.")
    await walk.press("ctrl+s")
    assert walk.ids == ["calm"]
    assert "a adds the first hypothesis" not in screen_text(walk.app)
    await walk.press("a")
    await walk.fill("War", "There is a war.", "", "Calm.")
    await walk.press("ctrl+s")
    assert walk.ids == ["calm", "war"]
    assert "is there no third?" in screen_text(walk.app)


@of()
async def test_what_is_refused_stays_in_the_form(walk: Walk) -> None:
    await walk.press("a")
    await walk.fill("Sabotage", "Iraq will sabotage a plant.", "", "Calm.")
    walk.path.write_text(
        walk.text + "  sabotage: {short: Mine, statement: Somebody else was quicker., expect_not: [x]}\n"
    )
    await walk.press("ctrl+s")
    assert "there is a hypothesis 'sabotage' already" in " ".join(screen_text(walk.app).split())
    assert "Iraq will sabotage a plant." in screen_text(walk.app)
    await walk.press("tab", "tab")
    await walk.type("fire")
    await walk.press("ctrl+s")
    assert walk.ids[-2:] == ["sabotage", "fire"]


# ---- rewording


@of()
async def test_a_new_statement_is_one_change_and_makes_the_column_stale(walk: Walk) -> None:
    before = walk.text.splitlines()
    await walk.until("reword", "minor")
    await walk.press("enter")
    assert "2 rows are rated under this statement" in screen_text(walk.app)
    await walk.press("tab")
    await walk.type(" Soon.")
    await walk.press("enter")
    changed = [line for line in walk.text.splitlines() if line not in before]
    assert changed == ["    statement: >-", "      It will sponsor some minor terrorist actions. Soon."]
    assert walk.goal.hypothesis == "minor"
    await walk.press("3")
    assert walk.app.matrix is not None
    assert len(walk.app.matrix.desk.stale) == 0, "rows without a wording are unconfirmed, not stale"


@of()
async def test_rows_rated_under_another_wording_are_marked_on_the_matrix(walk: Walk) -> None:
    assert walk.app.matrix is not None
    await walk.press("3", *["tab", "c"] * 4, "1")
    assert not walk.app.matrix.desk.stale
    await walk.until("reword", "none")
    await walk.press("enter", "tab")
    await walk.type(" Ever.")
    await walk.press("enter", "3")
    assert walk.app.matrix.desk.stale == {"embassy/on-guard"}
    assert "~B3" in screen_text(walk.app)
    assert "Stale: rated against an older wording" in screen_text(walk.app)


@of()
async def test_a_new_short_name_makes_nothing_stale_and_nothing_new_writes_nothing(walk: Walk) -> None:
    before = walk.text
    await walk.until("reword", "minor")
    await walk.press("enter", "enter")
    assert walk.text == before
    await walk.press("enter")
    await walk.type("s")
    await walk.press("enter")
    assert walk.text == before.replace("short: Minor action", "short: Minor actions")


@of()
async def test_what_is_not_said_of_an_expectation_is_asked_by_itself(walk: Walk) -> None:
    before = walk.text
    await walk.until("expectations", "major")
    await walk.press("enter")
    await walk.type("Visas.")
    await walk.press("ctrl+s")
    assert added(before, walk.text) == ["    expect: [Visas.]"]


# ---- parts of the set


@of()
async def test_a_hypothesis_is_split_and_escape_goes_back_to_the_part_before(walk: Walk) -> None:
    before = walk.text
    await walk.until("reword", "minor")
    await walk.press("s")
    assert "with its ratings of 2 rows" in screen_text(walk.app)
    await walk.fill("At home", "It will act at home.", "", "Calm at home.")
    await walk.press("ctrl+s", "escape")
    assert "It will act at home." in screen_text(walk.app)
    await walk.press("ctrl+s")
    await walk.fill("Abroad", "It will act abroad.", "", "Calm abroad.")
    await walk.press("ctrl+s")
    assert isinstance(walk.app.screen, Chooser)
    await walk.press("escape")
    assert "It will act abroad." in screen_text(walk.app)
    await walk.press("ctrl+s", "s")
    assert walk.ids == ["none", "major", "home", "abroad"]
    assert "because: Split into home and abroad." in walk.text
    assert walk.goal.hypothesis == "home"
    await walk.press("u")
    assert walk.text == before


@of()
async def test_a_part_can_be_looked_at_again_and_one_more_added(walk: Walk) -> None:
    await walk.until("reword", "minor")
    await walk.press("s")
    for name in ("One", "Two"):
        await walk.fill(name, f"{name} it is.", "", "Calm.")
        await walk.press("ctrl+s")
    await walk.press("1")
    await walk.type("s")
    await walk.press("ctrl+s", "o")
    await walk.fill("Three", "Three it is.", "", "Calm.")
    await walk.press("ctrl+s", "s")
    assert walk.ids == ["none", "major", "ones", "two", "three"]


@of()
async def test_a_hypothesis_is_merged_into_another(walk: Walk) -> None:
    await walk.until("reword", "minor")
    await walk.press("M", "down", "enter")
    await walk.type("Nobody can see the difference.")
    await walk.press("enter")
    assert walk.ids == ["none", "major"]
    assert "    into: major\n" in walk.text
    assert "merged into Major action" in screen_text(walk.app)
    assert walk.goal.hypothesis == "minor"


@of()
async def test_parking_and_rejecting_need_a_reason_and_p_takes_back(walk: Walk) -> None:
    assert walk.app.matrix is not None
    await walk.until("reword", "major")
    await walk.press("p", "enter")
    assert "because is needed" in screen_text(walk.app)
    await walk.type("Out of reach.")
    await walk.press("enter")
    known = walk.app.matrix.desk.case.question.hypotheses
    assert (known["major"].status, known["major"].because) == (Status.PARKED, "Out of reach.")
    await walk.press("x")
    assert "Out of reach." in screen_text(walk.app)
    await walk.type(" Contradicted.")
    await walk.press("enter")
    known = walk.app.matrix.desk.case.question.hypotheses
    assert (known["major"].status, known["major"].because) == (Status.REJECTED, "Out of reach. Contradicted.")
    await walk.press("enter")
    assert "set aside" in screen_text(walk.app)
    await walk.press("escape", "p")
    assert walk.ids == ["none", "minor", "major"]


@of()
async def test_moving_moves_the_column_and_the_cursor_with_it(walk: Walk) -> None:
    before = walk.text
    await walk.until("reword", "none")
    await walk.pilot.press("J", "J")  # faster than it is written
    await settled(walk.app, walk.pilot)
    await settled(walk.app, walk.pilot)
    assert walk.ids == ["minor", "major", "none"]
    assert walk.goal.hypothesis == "none"
    await walk.press("J")
    assert "last already" in walk.said
    await walk.press("K")
    assert walk.ids == ["minor", "none", "major"]
    assert "column 2 of 3" in walk.said
    while walk.text != before:
        await walk.press("u")
    assert walk.ids == ["none", "minor", "major"]


@of()
async def test_another_id_keeps_the_old_one_known(walk: Walk) -> None:
    assert walk.app.matrix is not None
    await walk.until("reword", "none")
    await walk.press("i")
    await walk.type("!")
    assert "use a-z" in screen_text(walk.app)
    await walk.press("backspace")
    await walk.type("-act")
    await walk.press("enter")
    assert walk.ids == ["none-act", "minor", "major"]
    assert "formerly: [none]" in walk.text
    assert walk.app.matrix.desk.case.matrix.row("monitors/radio-traffic").ratings.keys() >= {"none-act"}
    assert walk.goal.hypothesis == "none-act"


@of()
async def test_c_goes_to_the_column(walk: Walk) -> None:
    assert walk.app.matrix is not None
    await walk.until("reword", "major")
    await walk.press("c")
    assert walk.app.screen is walk.app.matrix
    assert walk.app.matrix.desk.hypothesis is not None
    assert walk.app.matrix.desk.hypothesis.id == "major"


@of()
async def test_where_no_hypothesis_is_under_the_cursor_it_is_asked_which(walk: Walk) -> None:
    await walk.until("question")
    await walk.press("x")
    assert isinstance(walk.app.screen, Chooser)
    await walk.type("major")
    await walk.press("enter")
    await walk.type("Contradicted.")
    await walk.press("enter")
    assert walk.ids == ["none", "minor"]


# ---- overlap, gaps, the question


@of()
async def test_pairs_are_asked_about_one_by_one_and_only_overlap_is_stored(walk: Walk) -> None:
    before = walk.text
    await walk.press("v", "e")
    assert "Pair 2 of 3" in screen_text(walk.app)
    assert walk.text == before
    await walk.press("f")
    assert "Major action is a part of No retaliation." in screen_text(walk.app)
    await walk.press("escape")
    assert "Pair 2 of 3" in screen_text(walk.app)
    await walk.press("o")
    await walk.type("One may follow the other.")
    await walk.press("enter")
    assert added(before, walk.text) == [
        "", "overlap:", "  - between: [none, major]", "    because: One may follow the other.",
    ]  # fmt: skip
    assert "Pair 3 of 3" in screen_text(walk.app)
    await walk.press("b")
    assert "Noted: One may follow the other." in screen_text(walk.app)
    await walk.press("n", "n")
    assert "1 not exclusive, 1 looked at and exclusive, 1 not looked at" in walk.said
    await walk.press("v")
    assert "Pair 3 of 3" in screen_text(walk.app)
    await walk.press("e", "v")
    assert "Pair 1 of 3" in screen_text(walk.app)
    assert "Looked at: exclusive." in screen_text(walk.app)
    await walk.press("escape")
    await walk.until("pair")
    await walk.press("enter", "e")
    assert walk.text == before
    assert not isinstance(walk.app.screen, Chooser)


@of()
async def test_gaps_are_noted_reworded_and_removed(walk: Walk) -> None:
    before = walk.text
    await walk.press("n")
    await walk.fill("Who gives the orders?", "It tells minor from major.")
    await walk.press("enter")
    assert walk.goal.act == "gap"
    assert "It tells minor from major." in screen_text(walk.app)
    await walk.press("enter")
    await walk.type(" And when?")
    await walk.press("enter")
    assert "Who gives the orders? And when?" in walk.text
    await walk.press("delete", "k")
    assert "And when?" in walk.text
    await walk.press("backspace", "r")
    assert "orders" not in walk.text
    await walk.press("u", "u", "u")
    assert walk.text == before


@of()
async def test_the_question_itself_is_edited(walk: Walk) -> None:
    assert walk.app.matrix is not None
    before = walk.text
    await walk.press("t", *["tab"] * 6)
    await walk.type("1993-13")
    assert "!" in screen_text(walk.app)
    await walk.press("backspace", "backspace", "backspace", "tab")
    await walk.type("embassy/*; tag=service=signals")
    await walk.press("ctrl+s")
    question = walk.app.matrix.desk.case.question
    assert question.cutoff == "1993"
    assert question.evidence == (Selector("embassy/*", "service=signals"),)
    assert not walk.app.matrix.desk.case.items
    assert len(added(before, walk.text)) <= 6
    await walk.press("u")
    assert walk.text == before


WORD = st.from_regex(r"[a-z][a-z0-9*-]{0,8}", fullmatch=True)


@given(st.builds(Selector, st.just("") | WORD, st.just("") | WORD, st.just("") | st.just("2019")))
def test_what_a_line_says_of_items_is_read_as_it_was_written(selector: Selector) -> None:
    line = questionform.written(selector)
    if line:
        assert questionform.selector(line) == selector
        assert not questionform.wrong_with(line)


@given(st.text(max_size=30))
@settings(max_examples=50)
def test_every_line_is_understood_or_something_is_wrong_with_it(line: str) -> None:
    if not questionform.wrong_with(line):
        assert any(questionform.selector(line))


@pytest.mark.parametrize("line", ["", ";", "period=soon", "origin=x", "embassy/*; embassy/*"])
def test_a_line_that_says_nothing_is_told_why(line: str) -> None:
    assert questionform.wrong_with(line)


# ---- anywhere, anything


@of()
async def test_the_mouse_does_it_too(walk: Walk) -> None:
    lines = screen_text(walk.app).splitlines()
    await walk.pilot.click(offset=(lines[-1].index("adds"), len(lines) - 1))
    await settled(walk.app, walk.pilot)
    assert isinstance(walk.app.screen, Form)
    await walk.press("escape")
    y = next(n for n, line in enumerate(lines) if "Minor action" in line)
    await walk.pilot.click(offset=(6, y))
    await settled(walk.app, walk.pilot)
    assert "Minor action (minor)" in screen_text(walk.app)


@of()
async def test_in_what_if_nothing_is_asked_that_could_not_be_written(walk: Walk) -> None:
    assert walk.app.matrix is not None
    await walk.press("3", *["tab", "c"] * 4, "w", "1")
    assert walk.app.matrix.desk.trial is not None
    for key in ("a", "s", "v", "n", "t"):
        await walk.press(key)
        assert isinstance(walk.app.screen, StepPage)
        assert "What-if" in walk.said


@of()
async def test_a_form_that_is_gone_can_still_be_painted(walk: Walk) -> None:
    await walk.press("a")
    area = walk.app.screen.query(Paragraph).first()
    await walk.press("escape")
    assert not area.is_attached
    assert area.render_lines(Region(0, 0, 5, 2)) == [Strip.blank(5)] * 2


def lines_of(app: App[None]) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


@pytest.mark.parametrize("size", [(20, 5), (80, 24)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_hostile_words_are_shown_as_text_by_every_key(size: tuple[int, int]) -> None:
    case = hostile()
    gaps = {"gap": Gap("gap", HOSTILE, HOSTILE)}
    overlap = (Overlap(("none", "minor"), HOSTILE),)
    host = Host(replace(case, question=replace(case.question, gaps=gaps, overlap=overlap)), me=HOSTILE)
    async with host.run_test(size=size) as pilot:
        await pilot.press("1")
        for key in [deed.key for deed in Does.DEEDS if deed.key not in "JKc"] + ["enter"]:
            for place in ("down", "G"):
                await pilot.press(place, key)
                await pilot.pause()
                for text in lines_of(host):
                    assert text.isprintable()
                    assert cell_len(text) == size[0]
                while not isinstance(host.screen, StepPage):
                    await pilot.press("escape")


async def test_ten_thousand_items_do_not_matter_here() -> None:
    case = full()
    items = {f"s/i{n}": Item(f"s/i{n}", f"Item {n}.") for n in range(10_000)}
    host = Host(replace(case, items={**case.items, **items}))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await host.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(host.screen, Form)
        assert "6 rows are rated" in screen_text(host)


def pictured() -> Host:
    """Something in every part of the page."""
    case = full()
    known = dict(case.question.hypotheses)
    known["bluff"] = known["none"]._replace(
        id="bluff", short="Bluff", role="deception", status=Status.PARKED, because="Nothing points to it yet."
    )
    gaps = {"orders": Gap("orders", "Who gives the orders abroad?", "It would tell minor from major action.")}
    scope = case.question.scope._replace(who="the Iraqi government and its agents abroad", period="1993-06-27/1993-12")
    return Host(replace(case, question=replace(case.question, hypotheses=known, gaps=gaps, scope=scope)))


@SIZES
async def test_picture_of_the_page(size: tuple[int, int], snapshot: Callable[[str, str], None]) -> None:
    host = pictured()
    async with host.run_test(size=size) as pilot:
        await pilot.press("1", "down")
        snapshot(f"hypotheses-page-{size[0]}x{size[1]}", screen_text(host))


@SIZES
async def test_picture_of_a_form(size: tuple[int, int], snapshot: Callable[[str, str], None]) -> None:
    host = pictured()
    async with host.run_test(size=size) as pilot:
        await pilot.press("1", "down", "enter", "tab", "tab", "tab")
        await pilot.pause()
        snapshot(f"hypotheses-form-{size[0]}x{size[1]}", re.sub(r" +$", "", screen_text(host), flags=re.M))
