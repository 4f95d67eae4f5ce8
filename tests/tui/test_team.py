"""Several analysts on the screen: what the page says, what it holds back while rating is blind, and how cells open."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.pilot import Pilot

from tests.tui.hosting import Host, heuer, screen_text
from tests.tui.test_app import opened
from tests.tui.test_pictures import HOSTILE, hostile
from tests.tui.test_writing import settled
from tests.workspace.small_case import write
from workbench.model import Blind, Case, Judgement, Level, Look, Matrix, Note, OwnGrade, Rating, Row
from workbench.printing import PROGRAM, parts
from workbench.report import comparecontent
from workbench.report.comparecontent import compare_content, headlines
from workbench.tui.reader import Reader
from workbench.tui.team import cell, opening, view
from workbench.tui.team.page import CellPage, TeamPage

SIZE = (120, 40)

BEN = {
    "embassy/public-statement": "C C C", "embassy/no-offensive-in-1991": "C C N", "own/another-attack": "C I I",
    "monitors/radio-traffic": "C C C", "monitors/embassy-security": "C C I", "own/loss-of-face": "I C C",
}  # fmt: skip
CORA = {**BEN, "embassy/public-statement": "C C II", "monitors/radio-traffic": "II C NA", "own/another-attack": "C C I"}

REASONS = {
    "ben": ("monitors/radio-traffic", "none", "They talk as much before every exercise."),
    "cora": ("monitors/radio-traffic", "none", "Nobody sends more for nothing."),
}


def matrix(case: Case, analyst: str, rows: Mapping[str, str], **given: object) -> Matrix:
    """A matrix from ratings by address, rated against the wording as it stands; `-` is unrated."""
    made = {}
    for address, cells in rows.items():
        pairs = zip(case.question.hypotheses, cells.split(), strict=True)
        row = Row({h: Rating(r) for h, r in pairs if r != "-"})
        made[address] = Row(row.ratings, case.fingerprint(address, row)) if row.ratings else row
    return Matrix("iraq", analyst, rows=made, **given)  # type: ignore[arg-type]


def team() -> Case:
    """Heuer's example as three rated it: they differ, and not about everything."""
    case = heuer()
    address, h, why = REASONS["ben"]
    ben = matrix(case, "ben", BEN, notes={address: Note(because={h: why})}, grades={address: OwnGrade("4", "Hearsay.")},
                 judgement=Judgement({"none": 50, "minor": 30, "major": 10, "other": 10}))  # fmt: skip
    address, h, why = REASONS["cora"]
    notes = {address: Note(Level.LOW, because={h: why}), "own/loss-of-face": Note(parked="A guess of ours.")}
    judged = Judgement({"none": 10, "minor": 60, "major": 20, "other": 10})
    cora = matrix(case, "cora", CORA, notes=notes, judgement=judged)
    return replace(case, colleagues={"ben": ben, "cora": cora, "dan": Matrix("iraq", "dan")})


def begun(setting: Blind = Blind.ROW) -> Case:
    """The same while baseline has rated two rows of six."""
    case = team()
    rows = {a: row for a, row in case.matrix.rows.items() if a in {"monitors/radio-traffic", "own/loss-of-face"}}
    question = replace(case.question, blind=setting)
    return replace(case, question=question).with_matrix(replace(case.matrix, rows=rows))


def tall(host: Host) -> str:
    """Everything on the page that is open, seen or not, in one line of words."""
    assert isinstance(host.screen, Reader)
    return " ".join(" ".join(made.text.split()) for made in host.screen.page.leafing.leaf.lines)


async def to_team(host: Host, pilot: Pilot[None]) -> TeamPage:
    await pilot.press("T")
    await pilot.pause()
    assert isinstance(host.screen, TeamPage)
    return host.screen


def _lines(host: Host) -> Iterator[str]:
    return ("".join(segment.text for segment in strip) for strip in host.screen._compositor.render_strips())


# ---- pictures


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("name, case, keys", [
    ("team", team, []), ("team-end", team, ["G"]), ("team-cell", team, ["enter"]),
    ("team-blind", begun, []), ("team-look", begun, ["v"]),
])  # fmt: skip
async def test_picture_of_the_team(
    size: tuple[int, int], name: str, case: Callable[[], Case], keys: list[str], snapshot: Callable[[str, str], None]
) -> None:
    host = Host(case())
    async with host.run_test(size=size) as pilot:
        page = await to_team(host, pilot)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        assert page.compared is not None
        snapshot(f"{name}-{size[0]}x{size[1]}", screen_text(host))


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (30, 9), (300, 100)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("case", [team, begun], ids=["done", "blind"])
async def test_every_size_shows_lines_of_its_width(size: tuple[int, int], case: Callable[[], Case]) -> None:
    host = Host(case())
    async with host.run_test(size=size) as pilot:
        await to_team(host, pilot)
        for key in ("down", "pagedown", "G", "g", "down", "enter", "n", "b", "pagedown", "escape", "M", "escape", "v"):
            await pilot.press(key)
            await pilot.pause()
            assert all(cell_len(shown) == size[0] for shown in _lines(host))


async def test_hostile_words_show_as_text() -> None:
    case = hostile()
    other = f"b{HOSTILE}"
    rows = {a: Row({h: Rating.II if r is Rating.C else Rating.C for h, r in row.ratings.items()}, row.wording)
            for a, row in case.matrix.rows.items()}  # fmt: skip
    grades = {a: OwnGrade("5", HOSTILE) for a in case.items}
    theirs = replace(case.matrix, analyst=other, rows=rows, grades=grades)
    parking = replace(theirs, analyst=f"c{HOSTILE}", notes={a: Note(parked=HOSTILE) for a in list(case.items)[:2]})
    host = Host(replace(case, colleagues={other: theirs, parking.analyst: parking}), me=HOSTILE)
    async with host.run_test(size=(80, 24)) as pilot:
        await to_team(host, pilot)
        for key in ("", "pagedown", "G", "g", "enter", "pagedown", "n", "escape", "M", "escape", "escape"):
            await pilot.press(*([key] if key else []))
            await pilot.pause()
            for shown in _lines(host):
                assert shown.isprintable()
                assert cell_len(shown) == 80


RATINGS = st.sampled_from([None, *Rating])


@settings(max_examples=60)
@given(st.data(), st.integers(20, 140), st.sampled_from([2, 3, 12]))
def test_every_line_fits(data: st.DataObject, width: int, analysts: int) -> None:
    case = heuer(rated=False)
    made = [
        Matrix("iraq", f"analyst-{n}", rows={
            a: Row({h: r for h in case.question.hypotheses if (r := data.draw(RATINGS))}) for a in case.items})
        for n in range(analysts)
    ]  # fmt: skip
    case = replace(case, matrix=made[0], colleagues={m.analyst: m for m in made[1:]})
    compared = compare_content(
        case, PROGRAM, data.draw(st.sampled_from(["", "analyst-0"])), early=data.draw(st.booleans())
    )
    leaf = view.leaf(compared, width)
    assert all(made.width <= width for made in leaf.lines)
    for one in compared.found.contested[:3]:
        assert all(made.width <= width for made in cell.leaf(compared.found, one, width).lines)


# ---- what it says


async def test_it_says_what_the_command_says() -> None:
    host = Host(team())
    async with host.run_test(size=(200, 60)) as pilot:
        await to_team(host, pilot)
        shown, compared = tall(host), compare_content(team(), PROGRAM, "baseline")
        found = compared.found
        for sentence in headlines(found):
            assert sentence in shown
        printed = " ".join(parts.compare(compared).rendered("text").split())
        for told in ("Krippendorff's alpha: ", "Kendall's W: "):
            assert printed.partition(told)[2][:5] in shown.partition(told)[2]
        assert found.orders is not None
        for hypothesis, share in found.orders.pooled.shares.items():
            assert f"{float(100 * share):.1f}" in shown, hypothesis
        assert "Rated nothing yet: dan." in shown
        assert "by cora Failing to answer would cost Saddam" in shown
        assert "ben 4, doubtful: Hearsay." in shown
        assert "low cora" in shown


def test_parked_stale_and_not_rated_have_signs_of_their_own() -> None:
    case, address = team(), "own/loss-of-face"
    cora, ben = case.colleagues["cora"], case.colleagues["ben"]
    cora = replace(cora, rows={**cora.rows, address: Row({"none": Rating.C})})
    stale = replace(cora, analyst="dan", notes={}, rows={address: Row({"none": Rating.C}, "w0000000000000000")})
    late = replace(ben, analyst="eve", rows={"monitors/radio-traffic": Row({"none": Rating.C})})
    case = replace(case, colleagues={"ben": replace(ben, rows={**ben.rows, address: Row({"none": Rating.C})}),
                                     "cora": cora, "dan": replace(stale, rows={**stale.rows, **late.rows}),
                                     "eve": late})  # fmt: skip
    case = case.with_matrix(replace(case.matrix, rows={**case.matrix.rows, address: Row({"none": Rating.II})}))

    shown = [made.text for made in view.leaf(compare_content(case, PROGRAM), 160).lines]
    row = next(text for text in shown if "Failing to answer" in text)

    assert row.split()[:5] == ["II", "C", "p", "~", "·"]
    assert any("· not rated; p parked by that analyst; ~ stale:" in text for text in shown)


async def test_every_contested_cell_is_in_the_list_in_the_order_in_which_it_matters() -> None:
    host = Host(team())
    async with host.run_test(size=SIZE) as pilot:
        page = await to_team(host, pilot)
        listed = [(s.goal.address, s.goal.hypothesis) for s in page.page.leafing.leaf.spots if s.goal.act == "cell"]
        assert page.compared is not None
        assert listed == [(one.cell.address, one.cell.hypothesis) for one in page.compared.found.contested]


async def test_many_analysts_are_counted_rather_than_named() -> None:
    case = team()
    many = {f"ann-{n}": replace(case.colleagues["ben" if n % 3 else "cora"], analyst=f"ann-{n}") for n in range(12)}
    host = Host(replace(case, colleagues=many))
    async with host.run_test(size=(100, 40)) as pilot:
        await to_team(host, pilot)
        assert "CC C N I II NA" in tall(host)
        await pilot.press("enter")
        await pilot.pause()
        assert all(name in tall(host) for name in ("baseline", *many))


async def test_alone_there_is_nothing_to_compare() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("T")
        assert host.screen is host.matrix
        assert "There is no other matrix yet" in screen_text(host)


async def test_a_large_case_says_that_it_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PROMPTLY", 0)
    host = Host(team())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("T")
        await host.workers.wait_for_complete()
        await pilot.pause()
        assert "18 cells are contested" in tall(host)


async def test_the_team_matrix_says_that_it_is_nobodys() -> None:
    host = Host(team())
    async with host.run_test(size=SIZE) as pilot:
        page = await to_team(host, pilot)
        await pilot.press("M")
        await host.workers.wait_for_complete()
        await pilot.pause()
        assert "Nobody rated so, and it is stored nowhere." in tall(host)
        assert "nobody: the median of 3 analysts" in tall(host)
        await pilot.press("M")
        assert host.screen is page


# ---- a cell


async def test_enter_opens_a_cell_with_every_rating_and_reason() -> None:
    host = Host(team())
    async with host.run_test(size=(200, 60)) as pilot:
        page = await to_team(host, pilot)
        assert page.compared is not None
        found = page.compared.found
        assert found.orders is not None
        wanted = next(n for n, one in enumerate(found.contested) if one.cell[:2] == REASONS["ben"][:2])
        await pilot.press("enter", *["n"] * wanted)
        await pilot.pause()
        shown = tall(host)
        for part in (
            host.desk.case.items["monitors/radio-traffic"].text, "Iraq will not retaliate.",
            "They talk as much before every exercise.", "Nobody sends more for nothing.",
            "Agents abroad have no use for more traffic if nothing is planned.",
            *comparecontent.settled(found.orders, found.contested[wanted]), "With ben: graded", "low relevance",
        ):  # fmt: skip
            assert part in shown
        await pilot.press("m")
        assert host.screen is host.matrix
        here = host.desk.hypothesis
        assert (host.desk.address, here and here.id) == REASONS["ben"][:2]
        again = await to_team(host, pilot)
        assert again.page.leafing.spot is not None, "the page opens where it was left"


async def test_who_says_nothing_of_a_cell_is_told_with_the_reason() -> None:
    case = team()
    stale = replace(case.colleagues["ben"], rows={
        **case.colleagues["ben"].rows, "own/loss-of-face": Row({"none": Rating.CC}, "w0000000000000000")})  # fmt: skip
    dan = matrix(case, "dan", {"own/loss-of-face": "C - C"})
    case = replace(case, colleagues={**case.colleagues, "ben": stale, "dan": dan})
    found = compare_content(case, PROGRAM, "baseline").found
    one = next(one for one in found.contested if one.cell[:2] == ("own/loss-of-face", "none"))
    shown = " ".join(made.text.strip() for made in cell.leaf(found, one, 100).lines)
    assert "cora parked the row: A guess of ours." in shown
    assert "ben rated another wording of it" in shown


async def test_cells_turn_and_stop_at_the_ends() -> None:
    host = Host(team())
    async with host.run_test(size=SIZE) as pilot:
        page = await to_team(host, pilot)
        assert page.compared is not None
        number = len(page.compared.found.contested)
        await pilot.press("enter", "b", *["n"] * (number + 2))
        await pilot.pause()
        assert f"Contested cell {number} of {number}" in screen_text(host)
        await pilot.press("escape")
        assert host.screen is page


async def test_a_grade_leads_to_the_row_and_a_click_opens_a_cell() -> None:
    host = Host(team())
    async with host.run_test(size=(120, 100)) as pilot:
        page = await to_team(host, pilot)
        first = page.page.leafing.leaf.spots[0]
        await pilot.click(page.page, offset=(first.x + 4, first.y))
        await pilot.pause()
        assert isinstance(host.screen, CellPage)
        await pilot.press("escape")
        grade = next(s for s in page.page.leafing.leaf.spots if not s.goal.act)
        await pilot.click(page.page, offset=(grade.x + 4, grade.y - page.page.leafing.top))
        assert host.screen_stack[-1] is host.matrix
        assert host.desk.address == grade.goal.address


@pytest.mark.parametrize("key", ["escape", "q", "T"])
async def test_it_closes_and_leaves_everything_as_it_was(key: str) -> None:
    host = Host(team())
    async with host.run_test(size=SIZE) as pilot:
        before = screen_text(host)
        await to_team(host, pilot)
        await pilot.press("down", key)
        await pilot.pause()
        assert screen_text(host) == before


# ---- blind


async def test_while_rating_only_rows_that_are_done_are_shown() -> None:
    host = Host(begun())
    async with host.run_test(size=SIZE) as pilot:
        page = await to_team(host, pilot)
        shown = tall(host)
        assert "Blind: baseline has not rated 4 rows yet." in shown
        assert "who leads, the median, likelihoods" in shown
        assert {spot.goal.address for spot in page.page.leafing.leaf.spots} <= {
            "monitors/radio-traffic", "own/loss-of-face",
        }  # fmt: skip
        for hidden in ("The order with", "Kendall", "Likelihoods", "team matrix"):
            assert hidden not in shown + screen_text(host)
        await pilot.press("M")
        assert host.screen is page
        assert "The median waits" in screen_text(host)
        await pilot.press("enter")
        await pilot.pause()
        assert "They talk as much before every exercise." in tall(host), "the row is rated"
        assert "Held back until every row is rated" in tall(host)
        assert host.pad.done == []


async def test_by_matrix_no_row_is_shown() -> None:
    host = Host(begun(Blind.MATRIX))
    async with host.run_test(size=SIZE) as pilot:
        page = await to_team(host, pilot)
        assert "Blind: baseline has not rated 4 rows yet. This question is blind by matrix" in tall(host)
        assert not page.page.leafing.leaf.spots


async def test_the_setting_is_written_on_page_1(tmp_path: Path) -> None:
    write(tmp_path)
    question = tmp_path / "hypotheses/iraq.yaml"
    before = question.read_text(encoding="utf-8")
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        assert app.matrix is not None
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("t", *["tab"] * 8, "right", "ctrl+s")
        await settled(app, pilot)
        assert app.matrix.desk.case.question.blind is Blind.MATRIX
        assert question.read_text(encoding="utf-8") == before.replace("hypotheses:", "blind: matrix\nhypotheses:")
        await pilot.press("t", *["tab"] * 8, "left", "ctrl+s")
        await settled(app, pilot)
        assert question.read_text(encoding="utf-8") == before


async def test_a_look_is_on_record_before_anything_is_shown() -> None:
    host = Host(begun())
    host.saves = False
    async with host.run_test(size=SIZE) as pilot:
        page = await to_team(host, pilot)
        before = tall(host)
        await pilot.press("v", "n")
        await pilot.pause()
        assert (host.pad.done, tall(host)) == ([], before)
        await pilot.press("v", "y")
        await pilot.pause(0.1)
        assert [edit for _, edit in host.pad.done] == [Look(tuple(a for a in BEN if a not in begun().matrix.rows))]
        assert "The order with" not in tall(host), "it is not saved yet"
        host.saves = True
        host.on_bench_changed()
        await pilot.pause()
        assert "An early look: baseline sees this before rating 4 rows." in tall(host)
        assert "The order with each analyst" in tall(host)
        assert "v hides it again" in screen_text(host)
        await pilot.press("v")
        await pilot.pause()
        assert "Blind: baseline has not rated 4 rows yet." in tall(host)
        await pilot.press("v")
        await pilot.pause()
        assert host.screen is page, "what is on record is not asked about again"
        assert "An early look" in tall(host)
        assert len(host.pad.done) == 1
        await pilot.press("escape")
        assert host.desk.blind, "the matrix goes on hiding scores"


async def test_a_look_that_cannot_be_recorded_is_not_given() -> None:
    host = Host(begun())
    host.saves = False
    async with host.run_test(size=SIZE) as pilot:
        page = await to_team(host, pilot)
        await pilot.press("v", "y")
        await pilot.pause(0.1)
        host.matrix.failed("There is no room on the disk.")
        await pilot.pause()
        assert "Not on record, and so not shown. There is no room on the disk." in screen_text(host)
        assert "The order with" not in tall(host)
        await pilot.press("v")
        await pilot.pause()
        assert host.screen is page
        assert "not on record yet, and so not given" in screen_text(host)
        assert "The order with" not in tall(host)


async def test_a_look_stands_in_the_file(tmp_path: Path) -> None:
    path = write(tmp_path)
    theirs = "format: 1\nrows:\n  embassy/on-guard: {none: II, minor: C, major: C}\nnotes:\n"
    theirs += "  embassy/on-guard: {because: {none: They would not bother.}}\n"
    (path.parent / "zoe.yaml").write_text(theirs)
    before = path.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("T")
        await pilot.pause()
        assert isinstance(app.screen, TeamPage)
        assert path.read_bytes() == before, "looking at rows that are done writes nothing"
        await pilot.press("v", "y")
        while "An early look" not in screen_text(app):
            await asyncio.sleep(0.01)
            await pilot.pause()
        written = path.read_text(encoding="utf-8")
        assert written.startswith(before.decode("utf-8").rstrip("\n"))
        assert "looked: [embassy/on-guard, monitors/radio-traffic]" in written


async def test_what_comes_in_while_it_is_open_is_shown() -> None:
    host = Host(team())
    async with host.run_test(size=SIZE) as pilot:
        await to_team(host, pilot)
        assert "Rated nothing yet: dan." in tall(host)
        dan = matrix(host.desk.case, "dan", BEN)
        case = replace(host.desk.case, colleagues={**host.desk.case.colleagues, "dan": dan})
        host.matrix.take(case, "Changed outside and taken in: matrices/iraq/dan.yaml")
        await pilot.pause()
        assert "Rated nothing yet" not in tall(host)
        assert "Changed outside" in screen_text(host)


async def test_a_reader_without_a_matrix_sees_everything_and_is_told() -> None:
    host = Host(begun(), me="reader")
    async with host.run_test(size=SIZE) as pilot:
        await to_team(host, pilot)
        assert "You have no matrix of this question, so nothing is hidden." in tall(host)
        assert "The order with each analyst" in tall(host)


async def test_what_is_tried_is_compared() -> None:
    host = Host(team())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("w", "delete")
        await to_team(host, pilot)
        assert "what-if" in screen_text(host).splitlines()[0]
        assert "early look" not in tall(host)
        assert "Not complete: baseline" in tall(host)


# ---- in other places


async def test_the_pane_says_who_contests_the_cell_once_everything_is_rated() -> None:
    host = Host(team())
    async with host.run_test(size=SIZE) as pilot:
        host.desk.go("monitors/radio-traffic", "none")
        await pilot.press("right", "left")
        assert "contested  C  ben   I  baseline   II  cora" in screen_text(host)
        host.desk.go("embassy/public-statement", "none")
        await pilot.press("right", "left")
        assert "contested" not in screen_text(host)
    host = Host(begun())
    async with host.run_test(size=SIZE) as pilot:
        host.desk.go("monitors/radio-traffic", "none")
        await pilot.press("right", "left")
        assert "contested" not in screen_text(host), "the matrix itself stays blind until all is rated"


async def test_page_7_prints_the_comparison_and_the_team_matrix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, out = tmp_path / "case", tmp_path / "out"
    path = write(root)
    out.mkdir()
    rated = "{none: C, minor: C, major: I}"
    rows = "".join(
        f"  {a}: {rated}\n" for a in ("embassy/on-guard", "embassy/saddam-public-statement", "monitors/radio-traffic")
    )
    for analyst in ("me", "zoe"):
        (path.parent / f"{analyst}.yaml").write_text(f"format: 1\nrows:\n{rows}")
    monkeypatch.chdir(out)
    app = opened(root)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("7")
        await pilot.pause()
        for key, name in (("a", "several-analysts"), ("e", "team-matrix")):
            await pilot.press("p", key, "t", "enter")
            await pilot.pause()
            assert f"iraq-{name}.txt is written" in screen_text(app)
        told = (out / "iraq-several-analysts.txt").read_text()
        assert "By weighted points both analysts lead with" in " ".join(told.split())
        assert "nobody: the median of 2 analysts" in (out / "iraq-team-matrix.txt").read_text()
        (path.parent / "zoe.yaml").unlink()


async def test_page_7_offers_neither_to_who_rates_alone() -> None:
    host = Host(heuer())
    async with host.run_test(size=SIZE) as pilot:
        await pilot.press("7")
        await pilot.pause()
        await pilot.press("p")
        await pilot.pause()
        assert "The matrix" in screen_text(host)
        assert "Several analysts" not in screen_text(host)
