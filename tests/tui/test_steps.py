"""The eight steps: the bar that counts what is left, and a page for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.revisions.repositories import Repo, isolated
from tests.tui.hosting import Host, heuer, screen_text
from tests.tui.test_lines import narrow
from tests.tui.test_pictures import HOSTILE, hostile
from workbench import workspace
from workbench.analysis import standing
from workbench.analysis.heuer import StepLeft, steps, tasks
from workbench.analysis.heuer.columns import inconsistencies
from workbench.model import (
    Case,
    Indicator,
    Judge,
    Judgement,
    Matrix,
    Note,
    Overlap,
    Question,
    Rate,
    Rating,
    Row,
    Weighing,
    judgement_stale,
    matrix_fingerprint,
)
from workbench.tui import (
    concludeview,
    evidenceview,
    hypothesesview,
    indicatorsview,
    overviews,
    queue,
    refineview,
    reportview,
    stepbar,
)
from workbench.tui import steps as stepping
from workbench.tui.app import Workbench
from workbench.tui.chooser import Chooser
from workbench.tui.desk import Desk
from workbench.tui.doing.conclude import percent
from workbench.tui.leaf import Leaf
from workbench.tui.look import Look
from workbench.tui.steppage import StepPage
from workbench.workspace import Keeper

TODAY = date(2026, 11, 22)
PAGES = ("1", "2", "4", "5", "7", "8")
VIEWS = (hypothesesview, evidenceview, refineview, concludeview, reportview, indicatorsview)


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stepping, "today", lambda: TODAY)


def full() -> Case:
    """Heuer's example with something in every step."""
    case = heuer()
    hypotheses = dict(case.question.hypotheses)
    hypotheses["none"] = hypotheses["none"]._replace(
        expect=("Embassies go on as ever.",), expect_not=("Preparations abroad.",), role="null-hypothesis"
    )
    visas = {"none": "HU", "minor": "L", "major": "HL"}
    indicators = {
        "visas": Indicator("visas", "Agents apply for visas.", "1993-08", likely=visas),
        "calm": Indicator("calm", "The newspapers stay calm.", "2027", likely=dict.fromkeys(hypotheses, "C")),
    }  # fmt: skip
    question = replace(
        case.question, path="hypotheses/iraq.yaml", hypotheses=hypotheses, indicators=indicators,
        overlap=(Overlap(("minor", "major"), "A major action may begin with minor ones."),),
    )  # fmt: skip
    notes = {**case.matrix.notes, "monitors/embassy-security": Note(parked="Says the same whatever he plans.")}
    rows = {**case.matrix.rows}
    rows["own/another-attack"] = replace(
        rows["own/another-attack"].rate("minor", Rating.I), wording="w0000000000000000"
    )
    judged = Judgement({"none": 20.0, "minor": 60.0, "major": 10.0}, "low", "Much of it rests on our own assumptions.")
    matrix = replace(case.matrix, path="matrices/iraq/baseline.yaml", rows=rows, notes=notes, judgement=judged)
    made = replace(case, question=question, matrix=matrix)
    marked = judged._replace(matrix=matrix_fingerprint(made))
    return made.with_matrix(replace(matrix, judgement=marked))


def empty() -> Case:
    """A question about which nothing is known yet."""
    return Case(Question("q", "What is going on?"), {}, {}, {}, Matrix("q", "baseline"))


def page(host: Host) -> StepPage:
    assert isinstance(host.screen, StepPage)
    return host.screen


def text(leaf: Leaf) -> str:
    return "\n".join(made.text for made in leaf.lines)


def shown(host: Host) -> str:
    """Everything on the page that is open, seen or not, on one line."""
    return " ".join(text(page(host).page.leafing.leaf).split())


def bar(desk: Desk, width: int, present: int = stepbar.MATRIX) -> str:
    return stepbar.bar(desk, present, width).text


def counted(case: Case) -> Desk:
    desk = Desk(case, "baseline")
    desk.left, desk.left_of = steps(case, TODAY, desk.standing), (case, desk.blind)
    return desk


def until(host: Host, *, act: str = "", hypothesis: str = "") -> None:
    """Put the cursor on the first spot that asks for this."""
    leafing = page(host).page.leafing
    spots = leafing.leaf.spots
    leafing.at = next(n for n, s in enumerate(spots) if s.goal.act == act and hypothesis in {"", s.goal.hypothesis})
    leafing.scroll(spots[leafing.at].y - leafing.top)


# ---- the bar


def test_the_bar_says_what_the_engine_counts() -> None:
    told = bar(counted(full()), 200)
    for step in steps(full(), TODAY):
        number = f" {step.left}" if step.left else f" {step.asked}?" if step.asked else ""
        number = " 100%" if step.number == 3 else number
        assert re.search(rf"{step.number} {step.name}{re.escape(number)}(  | ▸|\s*$)", told), told


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 300), st.integers(1, 8), st.integers(0, 99_999))
def test_the_bar_fits_and_names_the_present_step(width: int, present: int, left: int) -> None:
    desk = Desk(heuer(), "baseline")
    desk.left = tuple(StepLeft(n, stepbar.NAMES[n - 1], left, "", False, 0) for n in range(1, 9))
    told = stepbar.bar(desk, present, width)
    assert told.width <= width
    if width >= 80 and left < 100:
        assert f"▸{present}" in told.text
        assert all(f"{n} " in told.text for n in range(1, 9))


def test_nothing_that_blind_rating_hides_is_left_on_the_bar() -> None:
    desk = counted(full())
    desk.case = desk.case.with_matrix(Matrix("iraq", "baseline"))
    desk.count()
    assert desk.blind
    told = bar(desk, 200)
    assert "4 Refine  5 Conclude  6 Sensitivity  7" in told
    assert "1 Hypotheses 2" in told


async def test_it_is_counted_anew_when_the_analyst_rests() -> None:
    host = Host(full())
    async with host.run_test(size=(120, 40)) as pilot:
        before = screen_text(host).splitlines()[1]
        await pilot.press("y")
        await pilot.pause(0.6)
        host.desk.show("own/another-attack")
        await pilot.press("y")
        await pilot.pause(0.6)
        after = screen_text(host).splitlines()[1]
        assert "4 Refine 1" in before
        assert "4 Refine 1 " not in after
        assert "1 stale" not in screen_text(host)


async def test_what_is_counted_beside_the_keys_arrives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stepping, "RESTS_AT_ONCE", 1)
    monkeypatch.setattr(stepping, "IDLE", 0.01)
    host = Host(full())
    host.desk.left, host.desk.left_of, host.matrix._asked = (), None, None
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.6)
        assert "8 Indicators 1" in screen_text(host).splitlines()[1]


async def test_the_steps_can_be_clicked() -> None:
    host = Host(full())
    async with host.run_test(size=(120, 40)) as pilot:
        line = screen_text(host).splitlines()[1]
        await pilot.click(offset=(line.index("Refine"), 1))
        assert page(host).number == stepbar.REFINE
        await pilot.pause()
        line = screen_text(host).splitlines()[1]
        await pilot.click(offset=(line.index("Indicators"), 1))
        await pilot.pause()
        assert page(host).number == stepbar.INDICATORS


# ---- pages


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("key", PAGES)
async def test_picture_of_a_step(size: tuple[int, int], key: str, snapshot: Callable[[str, str], None]) -> None:
    host = Host(full())
    async with host.run_test(size=size) as pilot:
        await pilot.press(key)
        await pilot.pause()
        snapshot(f"step-{key}-{size[0]}x{size[1]}", re.sub(r"ach-workbench \S+", "ach-workbench", screen_text(host)))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_picture_of_the_judgement(size: tuple[int, int], snapshot: Callable[[str, str], None]) -> None:
    host = Host(full())
    async with host.run_test(size=size) as pilot:
        await pilot.press("5", "G")
        snapshot(f"step-5-end-{size[0]}x{size[1]}", screen_text(host))


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (30, 9), (80, 24), (300, 100)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize(
    "case", [full, empty, hostile, lambda: heuer(rated=False)], ids=["full", "empty", "hostile", "blind"]
)
async def test_no_case_and_no_size_is_too_much(case: Callable[[], Case], size: tuple[int, int]) -> None:
    host = Host(case(), me=HOSTILE)
    async with host.run_test(size=size) as pilot:
        for key in "12345678":
            await pilot.press(key)
            await host.workers.wait_for_complete()
            await pilot.press("pagedown", "G", "up")
            for line in _lines(host):
                assert line.isprintable()
                assert cell_len(line) == size[0]
        await pilot.press("3", "3")
        assert host.screen is host.matrix


def _lines(host: Host) -> Iterator[str]:
    return ("".join(segment.text for segment in strip) for strip in host.screen._compositor.render_strips())


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 300), st.integers(1, 8), st.sampled_from(VIEWS))
def test_every_line_fits(width: int, hypotheses: int, view: object) -> None:
    for case in (narrow(hypotheses), full(), hostile(), empty()):
        now = standing(case) if case.items and case.hypotheses else None
        leaf = view.made(Look(case, now, TODAY, True))(width)  # type: ignore[attr-defined]
        for spot in leaf.spots:
            assert spot.y + spot.height <= len(leaf.lines)
            if width >= 40:
                assert leaf.lines[spot.y].text[spot.x : spot.x + 1] == " ", "the cursor's place is free"
        if width >= 40:
            assert all(line.width <= width for line in leaf.lines)


@pytest.mark.parametrize("key", ["5", "7"])
async def test_what_tells_of_the_answer_waits_until_it_may_be_seen(key: str) -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press(key)
        assert host.screen is host.matrix
        assert "waits until every cell is rated" in screen_text(host)
        await pilot.press("v", "y", key)
        assert page(host)


async def test_numbers_lead_from_page_to_page_and_3_back() -> None:
    host = Host(full())
    async with host.run_test(size=(120, 40)) as pilot:
        for key in ("1", "6", "8", "2", "4", "7", "5"):
            await pilot.press(key)
            await pilot.pause()
            assert page(host).number == int(key)
        await pilot.press("3")
        assert host.screen is host.matrix
        await pilot.press("4", "4")
        assert host.screen is host.matrix


async def test_a_large_case_is_worked_out_beside_the_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overviews, "PROMPTLY", 1)
    host = Host(full())
    async with host.run_test(size=(120, 40)) as pilot:
        host.matrix.action_step(4)
        await pilot.pause()
        await host.workers.wait_for_complete()
        await pilot.pause()
        assert "Stale row" in shown(host)


def test_many_tasks_of_a_kind_are_not_all_listed() -> None:
    case = heuer()
    item = next(iter(case.items.values()))
    items = {f"s/i{n}": replace(item, address=f"s/i{n}") for n in range(1_000)}
    case = replace(case, items=items, matrix=Matrix("iraq", "baseline"))
    for view in (refineview, evidenceview):
        leaf = view.made(Look(case, None, TODAY, False))(100)
        assert len(leaf.lines) < 5 * queue.LISTED
    more = next(s for s in refineview.made(Look(case, None, TODAY, False))(100).spots if s.goal.filter)
    assert more.goal.filter is not None
    assert len(more.goal.filter.rows) == 1_000


# ---- refine


async def test_the_queue_has_every_task_and_leads_to_its_row() -> None:
    host = Host(full())
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        for task in tasks(full(), 4, TODAY, standing(full())):
            assert " ".join(task.sentence.split()) in shown(host)
        assert "Says the same whatever he plans." in shown(host)
        until(host, hypothesis="")
        goal = page(host).page.leafing.leaf.spots[0].goal
        await pilot.press("enter")
        assert host.screen is host.matrix
        assert host.desk.address == goal.address == "own/another-attack"


async def test_coming_back_keeps_the_place() -> None:
    host = Host(full())
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "down", "down", "down")
        was = page(host).place
        await pilot.press("enter", "4")
        await pilot.pause()
        assert page(host).place == was
        assert was is not None
        assert was[1] == 3


async def test_a_task_that_is_done_leaves_the_queue() -> None:
    host = Host(full())
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        assert "Stale row" in shown(host)
        await pilot.press("enter", "y", "4")
        await pilot.pause()
        assert "Stale row" not in shown(host)
        await pilot.press("u")
        await pilot.pause()
        assert "Stale row" in shown(host)


# ---- conclude


async def test_the_columns_say_what_the_engine_says() -> None:
    host = Host(full())
    async with host.run_test(size=(200, 60)) as pilot:
        await pilot.press("5")
        now = standing(full())
        assert now.headline in shown(host)
        for hypothesis in full().hypotheses:
            for cell in inconsistencies(now, hypothesis.id):
                assert full().items[cell.address].text in shown(host)
        assert "Agents abroad have no use for more traffic if nothing is planned." in shown(host)


@pytest.mark.parametrize("opening", ["enter", "w"])
async def test_an_inconsistency_of_the_leader_is_weighed_with_one_key(opening: str) -> None:
    host = Host(full())
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        assert "not weighed" in shown(host)
        until(host, act="weigh")
        await pilot.press(opening)
        assert isinstance(host.screen, Chooser)
        await pilot.press("f")
        await pilot.pause()
        weighed = host.pad.case.matrix.note("own/another-attack").weighed
        assert weighed == {"minor": Weighing.FATAL}
        assert host.told == 1
        assert "not weighed" not in shown(host)
        await pilot.press("u")
        await pilot.pause()
        assert "not weighed" in shown(host)
        assert not host.pad.case.matrix.note("own/another-attack").weighed


async def test_from_the_chooser_one_goes_to_the_cell() -> None:
    host = Host(full())
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        until(host, act="weigh")
        await pilot.press("enter", "g")
        await pilot.pause()
        assert host.screen is host.matrix
        assert host.desk.address == "own/another-attack"
        assert host.desk.hypothesis is not None
        assert host.desk.hypothesis.id == "minor"


async def test_likelihoods_are_typed_and_never_scaled_unasked() -> None:
    host = Host(full())
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        until(host, act="likelihood", hypothesis="major")
        await pilot.press("enter", "backspace", "backspace", *"30 %", "enter")
        await pilot.pause()
        judged = host.pad.case.matrix.judgement
        assert judged is not None
        assert judged.likelihood == {"none": 20, "minor": 60, "major": 30}
        assert "60 % likely" in shown(host)
        until(host, act="hundred")
        await pilot.press("enter", "l")
        assert host.pad.case.matrix.judgement == judged
        await pilot.press("enter", "s")
        await pilot.pause()
        assert host.pad.case.matrix.judgement is not None
        assert sum(host.pad.case.matrix.judgement.likelihood.values()) == 100
        await pilot.press("u")
        assert host.pad.case.matrix.judgement == judged


async def test_likelihoods_are_said_in_the_words_of_either_standard() -> None:
    host = Host(full())
    async with host.run_test(size=(120, 60)) as pilot:
        await pilot.press("5", "G")
        await pilot.pause()
        assert "Words: ICD 203" in shown(host)
        host.matrix.change(Judge({"minor": 22}))
        await pilot.press("s")
        await pilot.pause()
        assert "Words: PHIA probability yardstick" in shown(host)
        assert "(no word for it)" in shown(host)
        await pilot.press("s")
        await pilot.pause()
        assert "22 % unlikely" in shown(host)


async def test_a_judgement_on_another_matrix_says_so_until_it_is_confirmed_with_one_key() -> None:
    host = Host(full())
    async with host.run_test(size=(120, 60)) as pilot:
        await pilot.press("5", "y")
        await pilot.pause()
        assert "Nothing to confirm: the matrix is as it was when you judged." in host.desk.said.text
        assert "changed since" not in shown(host)
        host.matrix.change(Rate("monitors/radio-traffic", "none", Rating.N))
        await pilot.press("escape", "5", "G")
        await pilot.pause()
        assert "The matrix changed since it was written: a rating, a parked row" in shown(host)
        assert judgement_stale(host.pad.case)
        told = host.told
        await pilot.press("y")
        await pilot.pause()
        assert "Confirmed: your judgement holds for the matrix that stands now." in host.desk.said.text
        assert "changed since" not in shown(host)
        assert not judgement_stale(host.pad.case)
        assert host.told == told + 1
        await pilot.press("u")
        await pilot.pause()
        assert judgement_stale(host.pad.case)
        assert "The matrix changed since your judgement was written: read it again, below" in shown(host)


async def test_it_is_said_to_be_confirmed_only_where_it_is() -> None:
    host = Host(full())
    async with host.run_test(size=(120, 60)) as pilot:
        host.matrix.change(Rate("monitors/radio-traffic", "none", Rating.N))
        host.desk.me = "somebody-else"
        await pilot.press("5", "y")
        await pilot.pause()
        assert isinstance(host.screen, Chooser)
        assert "Confirmed" not in host.desk.said.text
        await pilot.press("escape")
        await pilot.pause()
        assert "Confirmed" not in host.desk.said.text
        assert judgement_stale(host.pad.case)


async def test_a_judgement_is_not_confirmed_for_ratings_that_are_only_tried() -> None:
    host = Host(full())
    async with host.run_test(size=(120, 60)) as pilot:
        await pilot.press("w")
        host.matrix.change(Rate("monitors/radio-traffic", "none", Rating.N))
        await pilot.press("5", "y")
        await pilot.pause()
        assert "What-if is for trying" in host.desk.said.text
        assert judgement_stale(host.desk.case)


async def test_the_ratings_that_changed_since_are_counted_beside_the_keys_where_git_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolated(tmp_path, monkeypatch)
    repo = Repo.begun(tmp_path / "case")
    kept = Keeper(workspace.read(repo.root), "retaliation", "ann")
    kept.apply(Judge({"none": 20.0, "minor": 80.0}, because="So."))
    kept.save()
    repo.commit("judged")
    repo.change("matrices/retaliation/ann.yaml", "none: C, minor: C", "none: N, minor: CC")
    app = Workbench(workspace.read(repo.root), "retaliation", "ann")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        told = ""
        for _ in range(500):
            await pilot.pause(0.01)
            assert isinstance(app.screen, StepPage)
            told = text(app.screen.page.leafing.leaf)
            if "2 ratings" in told:
                break
        assert "2 ratings changed since your judgement was written: read it again" in told


async def test_a_judgement_by_hand_is_told_of_quietly_and_an_absent_one_is_asked_for() -> None:
    by_hand = full()
    assert by_hand.matrix.judgement
    judged = by_hand.matrix.judgement._replace(matrix="")
    host = Host(by_hand.with_matrix(replace(by_hand.matrix, judgement=judged)))
    async with host.run_test(size=(120, 60)) as pilot:
        await pilot.press("5", "G")
        await pilot.pause()
        assert "Nothing says on which matrix you judged." in shown(host)
        await pilot.press("y")
        await pilot.pause()
        assert "Nothing says on which matrix you judged." not in shown(host)
        await pilot.press("u", "u")
    host = Host(by_hand.with_matrix(replace(by_hand.matrix, judgement=None)))
    async with host.run_test(size=(120, 60)) as pilot:
        await pilot.press("5", "y")
        await pilot.pause()
        assert "There is no judgement yet" in host.desk.said.text


async def test_what_is_no_likelihood_is_refused_in_words() -> None:
    host = Host(full())
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        until(host, act="likelihood", hypothesis="other")
        await pilot.press("enter", *"many", "enter")
        await pilot.pause()
        assert "Not a likelihood: “many”" in screen_text(host)
        assert host.pad.case.matrix.judgement == full().matrix.judgement


@pytest.mark.parametrize(("typed", "share"), [("60", 60), ("60 %", 60), ("12,5", 12.5), ("0", 0), ("100%", 100)])
def test_per_cent_is_read_as_it_is_written(typed: str, share: float) -> None:
    assert percent(typed) == share


@pytest.mark.parametrize("typed", ["", "likely", "-1", "101", "nan", "inf", "1e400", "6 0"])
def test_what_is_no_share_is_none(typed: str) -> None:
    assert percent(typed) is None


async def test_confidence_grounds_and_the_difference_are_written_down() -> None:
    host = Host(full())
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        until(host, act="confidence")
        await pilot.press("enter", "m")
        await pilot.pause()
        until(host, act="grounds")
        await pilot.press("enter", *" More.", "enter")
        await pilot.pause()
        judged = host.pad.case.matrix.judgement
        assert judged is not None
        assert judged.confidence == "moderate"
        assert judged.because == "Much of it rests on our own assumptions. More."
        assert "moderate" in shown(host)


async def test_a_difference_from_the_computed_order_is_asked_about() -> None:
    case = full()
    judged = Judgement({"none": 80.0, "minor": 10.0, "major": 10.0})
    host = Host(case.with_matrix(replace(case.matrix, judgement=judged)))
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        assert "You hold No retaliation likelier than Minor action, which has fewer points." in shown(host)
        until(host, act="differs")
        await pilot.press("enter", *"A hunch.", "enter")
        await pilot.pause()
        mark = matrix_fingerprint(case)
        assert host.pad.case.matrix.judgement == judged._replace(differs_because="A hunch.", matrix=mark)


# ---- the others


async def test_indicators_are_marked_and_open_their_file() -> None:
    host = Host(full())
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("8")
        told = shown(host)
        assert told.index("Agents apply for visas.") < told.index("overdue: was it seen? If not: absence?")
        assert "separates nothing" in told
        await pilot.press("e")
        await pilot.pause()
        assert [(w.path, w.place) for w in host.wanted] == [("hypotheses/iraq.yaml", ("indicators", "visas"))]


async def test_hypotheses_lead_to_their_column_and_file() -> None:
    host = Host(full())
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "down", "down", "down", "e")
        await pilot.pause()
        assert host.wanted[0].place == ("hypotheses", "major")
        await pilot.press("c")
        assert host.screen is host.matrix
        assert host.desk.hypothesis is not None
        assert host.desk.hypothesis.id == "major"


async def test_evidence_leads_to_the_row_and_shows_no_rating() -> None:
    host = Host(full())
    async with host.run_test(size=(200, 60)) as pilot:
        await pilot.press("2")
        leafing = page(host).page.leafing
        for item in full().items.values():
            assert item.text in shown(host)
        assert not re.search(r"\bII\b", shown(host))
        leafing.at = next(n for n, s in enumerate(leafing.leaf.spots) if s.goal.address == "own/loss-of-face")
        await pilot.press("m")
        assert host.desk.address == "own/loss-of-face"


async def test_the_report_is_what_is_printed() -> None:
    host = Host(full())
    async with host.run_test(size=(100, 40)) as pilot:
        await pilot.press("7")
        told = shown(host)
        assert "p prints the report" in told
        assert full().question.text in told
        assert "PARKED" in told.upper()
        await pilot.press("G")
        assert page(host).page.leafing.top > 0


async def test_rows_rated_elsewhere_reach_an_open_page() -> None:
    host = Host(full())
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        rows = dict(full().matrix.rows)
        rows["own/loss-of-face"] = Row({})
        host.matrix.take(full().with_matrix(replace(full().matrix, rows=rows)), "Changed outside.")
        await pilot.pause()
        assert host.screen is host.matrix, "scores are hidden again"


async def test_help_on_a_page_begins_with_the_step_one_is_in() -> None:
    host = Host(full())
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "question_mark")
        await pilot.pause()
        first = next(line for line in screen_text(host).splitlines()[1:] if line.strip(" ┃│"))
        assert "5 Conclude" in first
        assert "Say what an inconsistency of a leader comes to" in screen_text(host)
        await pilot.press("escape")
        await pilot.pause()
        assert page(host).number == 5
