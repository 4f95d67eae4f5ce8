"""A stale row on the screen: what it was rated against comes beside the keys, where git knows it; contested grades."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.matrices import with_row
from tests.revisions.repositories import Repo, isolated
from tests.revisions.test_older import EVIDENCE, NOW, QUESTION, ROW, WAS, confirmed
from tests.tui.hosting import heuer, screen_text
from workbench import workspace
from workbench.analysis.older import Older
from workbench.model import Case, Matrix, OwnGrade, Row, fingerprint
from workbench.tui import detail, rereading
from workbench.tui.app import Workbench
from workbench.tui.desk import Desk
from workbench.tui.facts import facts
from workbench.tui.rereading import Reread


@pytest.fixture
def stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    isolated(tmp_path, monkeypatch)
    repo = Repo.begun(tmp_path / "case")
    confirmed(repo)
    repo.change(EVIDENCE, WAS, NOW)
    repo.commit("reworded")
    return repo


async def known(app: Workbench, pilot: Pilot[None]) -> None:
    """Wait until git was asked."""
    assert app.matrix is not None
    for _ in range(500):
        if app.matrix.desk.reread.older:
            break
        await asyncio.sleep(0.01)
    await pilot.pause()


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_detail_pane_tells_both_wordings(stale: Repo, size: tuple[int, int]) -> None:
    app = Workbench(workspace.read(stale.root), "retaliation", "ann")
    async with app.run_test(size=size) as pilot:
        assert app.matrix is not None
        app.matrix.desk.show(ROW)
        await known(app, pilot)

        assert "[-be on guard.-] {+burn papers.+}" in " ".join(screen_text(app).split())

        await pilot.press("y")
        await pilot.pause()
        assert "[-be on" not in screen_text(app)


async def test_the_refine_page_tells_them_in_full_and_an_open_one_learns_of_it(stale: Repo) -> None:
    stale.change(QUESTION, "a major attack", "an attack")
    app = Workbench(workspace.read(stale.root), "retaliation", "ann")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        await known(app, pilot)
        shown = screen_text(app)

        assert "Embassies are told to [-be on guard.-] {+burn papers.+}" in shown
        assert "major, reworded since the last commit: It is planning [-a major-] {+an+} attack." in shown


async def test_without_git_the_row_is_stale_and_nothing_more_is_said(
    stale: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    app = Workbench(workspace.read(stale.root), "retaliation", "ann")
    async with app.run_test(size=(120, 40)) as pilot:
        assert app.matrix is not None
        app.matrix.desk.show(ROW)
        await asyncio.sleep(0.5)
        await pilot.press("j", "k")

        assert "Stale: rated against an older wording." in screen_text(app)


async def test_rows_are_asked_about_once(stale: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(rereading, "look_up", lambda *given: asked.append(given[2]))
    app = Workbench(workspace.read(stale.root), "retaliation", "ann")
    async with app.run_test(size=(120, 40)) as pilot:
        assert app.matrix is not None
        for _ in range(3):
            app.matrix._rested()
            await pilot.pause()

    assert asked == [(ROW,)]


def reworded() -> tuple[Case, Reread]:
    """Heuer's example with a row that was rated against another text, and what that was."""
    case = heuer()
    address = "monitors/radio-traffic"
    was = "Agents in Cairo send more often"
    statements = {h.id: h.statement for h in case.hypotheses}
    mark = fingerprint(was, statements.items())
    row = Row(case.matrix.row(address).ratings, mark)
    told = {address: Older(mark, was, statements, "1a2b3c4d of 2026-03-01")}
    return case.with_matrix(with_row(case.matrix, address, row)), Reread(told)


@pytest.mark.parametrize("width", [20, 40, 79, 99, 100, 140, 300])
@pytest.mark.parametrize("height", [1, 2, 3, 5, 7, 14])
def test_the_pane_holds_its_size(width: int, height: int) -> None:
    case, reread = reworded()
    desk = Desk(case, "me")
    desk.reread = reread
    desk.show("monitors/radio-traffic")

    lines = detail.pane(desk, width, height)

    assert [line.width for line in lines] == [width] * height


def test_lines_are_no_wider_than_asked_and_lose_no_word() -> None:
    case, reread = reworded()
    address = "monitors/radio-traffic"

    for width in (12, 30, 60, 200):
        lines = rereading.shown(case, address, reread, width, whole=True)
        assert max(line.width for line in lines) <= width
        if width > 30:
            told = " ".join(line.text for line in lines)
            assert told.startswith("text, reworded in 1a2b3c4d of 2026-03-01: Agents [-in Cairo-] {+abroad+} send")
            assert told.endswith("+}")


def test_a_contested_grade_is_told_beside_it() -> None:
    case = heuer()
    address = "monitors/radio-traffic"
    grades = {address: OwnGrade("4", "The tape is short.")}
    case = replace(
        case.with_matrix(replace(case.matrix, grades=grades)),
        colleagues={"ann": Matrix("iraq", "ann", grades={address: OwnGrade("1")})},
    )
    desk = Desk(case, "me")
    desk.show(address)

    shown = " ".join("".join(piece.text for piece in line.pieces) for line in detail.pane(desk, 300, 14))

    assert "contested: baseline grades it 4, its file 2, because: The tape is short; ann grades it 1" in shown
    known = {fact.label: fact.text for fact in facts(case, case.items[address])}
    assert known["contested"] == "baseline grades it 4, its file 2, because: The tape is short"


def test_while_rating_is_blind_colleagues_say_nothing() -> None:
    case, address = heuer(rated=False), "monitors/radio-traffic"
    case = replace(case, colleagues={"ann": Matrix("iraq", "ann", grades={address: OwnGrade("1")})})
    desk = Desk(case, "me")
    desk.show(address)

    assert desk.blind
    assert not any("contested" in line.text for line in detail.pane(desk, 300, 14))
