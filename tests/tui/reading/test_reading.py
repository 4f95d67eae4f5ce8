"""Reading a document beside its items: from page 2 into the text, an item from a marked passage, and back again."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.documents.printed import column, pdf
from tests.tui.hosting import screen_text
from tests.tui.test_app import opened
from tests.tui.test_pictures import HOSTILE
from tests.workspace.small_case import write
from workbench.tui.app import Workbench
from workbench.tui.forms.form import Form
from workbench.tui.prompts import Ask
from workbench.tui.reading import opening
from workbench.tui.reading.asking import AskPath, completed
from workbench.tui.reading.screen import ReadingScreen
from workbench.tui.steppage import StepPage

SIZES = [(80, 24), (120, 40)]

CABLES = "\n\n".join(
    [
        "Cables of the embassy in June",
        "Cable 1",
        "The president said on television that he would not retaliate for the strike. He said it twice, and the second "
        "time he read it from a sheet of paper.",
        "Since the fifth of June all embassies have orders to be on guard. The order came by courier, which is "
        "unusual, and two of the couriers were known to us.",
        "• Windows on the street side are taped.",
        "• The ambassador sleeps elsewhere, though nobody could say where, and his driver was seen at the airport on "
        "two mornings of the same week, which he denies.",
        "Cable 2",
        "Nothing was seen of the agents who came in May. Their rooms are paid for until August, and the landlord asks "
        "no questions; he was told they would be back before the end of the month.",
    ]
)
DIGEST = hashlib.sha256(CABLES.encode()).hexdigest()


def workspace_with(
    root: Path, text: str | bytes = CABLES, *, archive: str = "archive/cables.txt", **fields: str
) -> Path:
    """The small case, one of whose sources has an archived document."""
    write(root)
    path = root / "archive" / "cables.txt"
    path.parent.mkdir()
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    source = root / "evidence" / "embassy.yaml"
    more = "".join(f"  {name}: {value}\n" for name, value in ({"archive": archive} | fields).items() if value)
    yaml = source.read_text().replace("  reliability: B\n", f"{more}  reliability: B\n", 1)
    source.write_text(yaml.replace("    kind: report\n", "    kind: report\n    at: section Cable 1, par. 2\n"))
    return source


async def reading(app: Workbench, pilot: Pilot[None], source: str = "embassy") -> ReadingScreen:
    """Page 2, the cursor on a source, and r."""
    await pilot.pause()
    assert app.matrix is not None
    await pilot.press("2")
    await pilot.pause()
    page = app.screen
    assert isinstance(page, StepPage)
    spots = page.page.leafing.leaf.spots
    page.page.leafing.at = next(n for n, s in enumerate(spots) if s.goal.address.startswith(f"{source}/"))
    page.page.leafing.top = max(0, spots[page.page.leafing.at].y - 3)
    await pilot.press("r")
    await pilot.pause()
    return await read(app, pilot)


async def read(app: Workbench, pilot: Pilot[None]) -> ReadingScreen:
    """Wait until the document is on the screen, or why it is not."""
    screen = app.screen
    assert isinstance(screen, ReadingScreen)
    while "Reading cables" in screen_text(app):
        await asyncio.sleep(0.01)
        await pilot.pause()
    await pilot.pause()
    return screen


async def written(app: Workbench, pilot: Pilot[None]) -> None:
    """Wait until what was to be written is written and shown."""
    await pilot.pause()
    assert app.matrix is not None
    while app.matrix.writing:
        await asyncio.sleep(0.01)
    await pilot.pause()
    if isinstance(app.screen, ReadingScreen):
        app.screen._look()
        await pilot.pause()


async def typed(pilot: Pilot[None], text: str) -> None:
    await pilot.press(*("space" if char == " " else "full_stop" if char == "." else char for char in text))


# ---- the screen


@pytest.mark.parametrize("size", SIZES)
async def test_the_text_stands_beside_its_items(
    tmp_path: Path, size: tuple[int, int], snapshot: Callable[[str, str], None]
) -> None:
    workspace_with(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=size) as pilot:
        await reading(app, pilot)
        await pilot.press("j", "j", "j")
        snapshot(f"reading-{size[0]}x{size[1]}", screen_text(app))
        await pilot.press("v", "j", "j")
        snapshot(f"reading-marked-{size[0]}x{size[1]}", screen_text(app))
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, Form)
        shown = screen_text(app)
        assert "section Cable 1, par. 2 to second point" in shown
        assert "Since the fifth of June all embassies have orders" in shown


@pytest.mark.parametrize("size", [(20, 5), (10, 3), (40, 12)])
async def test_small_screens_show_what_they_can(tmp_path: Path, size: tuple[int, int]) -> None:
    workspace_with(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reading(app, pilot)
        await pilot.resize_terminal(*size)
        await pilot.press("j", "j", "pagedown", "G", "g", "v", "j", "slash", "escape", "question_mark", "escape")
        assert app.screen is screen
        assert all(len(line) <= size[0] for line in screen_text(app).splitlines())


async def test_hostile_text_is_shown_and_nothing_of_it_acts(tmp_path: Path) -> None:
    text = "\n\n".join([HOSTILE.replace("\ud800", ""), "[bold]not bold[/bold]", "字" * 500, *"abc"])
    workspace_with(tmp_path, text)
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reading(app, pilot)
        assert screen.document is not None
        for _ in range(40):
            await pilot.press("j")
            shown = screen_text(app)
            assert all(char.isprintable() for char in shown if char != "\n")


async def test_a_pdf_has_pages(tmp_path: Path) -> None:
    pages = [column([f"Page {n} is here.", "", f"And a second paragraph {n}."]) for n in "abc"]
    workspace_with(tmp_path, pdf(pages))
    app = opened(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await reading(app, pilot)
        await pilot.press("j", "j")
        shown = screen_text(app)
        assert "── p. 2 ──" in shown
        assert " p. 2, par. 1 " in shown


# ---- taking items


async def test_an_item_is_taken_from_a_marked_passage_and_the_passage_is_not_kept(tmp_path: Path) -> None:
    source = workspace_with(tmp_path)
    before = source.read_text()
    app = opened(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await reading(app, pilot)
        await pilot.press("G", "enter")
        await pilot.pause()
        await typed(pilot, "Agents left.")
        await pilot.press("enter")
        await written(app, pilot)
        assert app.screen is screen
        assert "section Cable 2, par. 1" in screen_text(app)
        assert "Agents left." in screen_text(app)
        added = source.read_text().removeprefix(before)
        assert added == (
            "\n  agents-left:\n    text: >-\n      Agents left.\n    kind: report\n    at: section Cable 2, par. 1\n"
        )
        await pilot.press("u")
        await written(app, pilot)
        assert source.read_text() == before


async def test_many_in_a_row_stand_as_in_the_document(tmp_path: Path) -> None:
    source = workspace_with(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await reading(app, pilot)
        for keys, text in ((("G",), "Agents left."), (("g", "j", "j"), "He spoke."), (("j", "j", "j"), "He is away.")):
            await pilot.press(*keys, "enter")
            await pilot.pause()
            await typed(pilot, text)
            await pilot.press("enter")
            await written(app, pilot)
    names = re.findall(r"^  ([a-z-]+):$", source.read_text().partition("items:")[2], re.MULTILINE)
    assert names == ["spoke", "saddam-public-statement", "on-guard", "away", "agents-left"]


async def test_the_passage_is_kept_where_that_is_asked_for(tmp_path: Path) -> None:
    source = workspace_with(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await reading(app, pilot)
        await pilot.press("j", "j", "j", "j", "Q")
        await pilot.pause()
        await typed(pilot, "Taped.")
        await pilot.press("enter")
        await written(app, pilot)
        assert "quote: • Windows on the street side are taped." in " ".join(source.read_text().split())


async def test_a_form_that_is_left_takes_nothing(tmp_path: Path) -> None:
    source = workspace_with(tmp_path)
    before = source.read_bytes()
    app = opened(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await reading(app, pilot)
        await pilot.press("j", "j", "v", "j", "enter", "escape")
        await pilot.pause()
        assert app.screen is screen
        assert "2 marked" in screen_text(app)
        await pilot.press("escape")
        assert app.screen is screen
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, StepPage)
    assert source.read_bytes() == before


# ---- moving


async def test_finding_goes_on_and_back(tmp_path: Path) -> None:
    workspace_with(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reading(app, pilot)
        await pilot.press("slash")
        await pilot.pause()
        assert isinstance(app.screen, Ask)
        await typed(pilot, "which is")
        await pilot.press("enter")
        await pilot.pause()
        assert screen.text.spot.at == 3
        await pilot.press("slash", *["backspace"] * 8)
        await typed(pilot, "the")
        await pilot.press("enter", "n")
        await pilot.pause()
        assert screen.text.spot.at == 5
        await pilot.press("N")
        await pilot.pause()
        assert screen.text.spot.at == 4
        await pilot.press("slash", *["backspace"] * 3, "q", "x", "enter")
        await pilot.pause()
        assert "qx: not in this text." in screen_text(app)


async def test_the_mouse_marks(tmp_path: Path) -> None:
    workspace_with(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reading(app, pilot)
        await pilot.click(screen.text, offset=(20, 4))
        assert screen.text.spot.marked == range(2, 3)
        await pilot.click(screen.text, offset=(20, 8), shift=True)
        assert screen.text.spot.marked == range(2, 4)
        await pilot.mouse_down(screen.text, offset=(20, 12))
        await pilot.hover(screen.text, offset=(20, 8))
        await pilot.mouse_up(screen.text, offset=(20, 8))
        assert screen.text.spot.marked == range(3, 5)
        await pilot.click(screen.text, offset=(20, 1))
        assert len(screen.text.spot.marked) == 1


async def test_the_place_is_kept_until_the_file_changes(tmp_path: Path) -> None:
    workspace_with(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reading(app, pilot)
        await pilot.press("j", "j", "j", "escape")
        await pilot.pause()
        await pilot.press("r")
        await pilot.pause()
        screen = await read(app, pilot)
        assert screen.text.spot.at == 3
        await pilot.press("escape")
        (tmp_path / "archive" / "cables.txt").write_text("Another text.\n")
        await pilot.press("r")
        await pilot.pause()
        assert "Another text." in screen_text(app) or (await read(app, pilot)).text.spot.at == 0


# ---- the file


async def test_another_file_than_the_archived_one_is_said(tmp_path: Path) -> None:
    workspace_with(tmp_path, sha256="0" * 64)
    app = opened(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await reading(app, pilot)
        shown = screen_text(app)
        assert "not the archived file: its SHA-256 differs" in shown
        assert "notes its SHA-256" not in shown


async def test_the_hash_of_the_file_can_be_noted(tmp_path: Path) -> None:
    source = workspace_with(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await reading(app, pilot)
        assert "notes its SHA-256" in screen_text(app)
        await pilot.press("s")
        await written(app, pilot)
        assert f"  sha256: {DIGEST}\n" in source.read_text()
        await pilot.press("j")
        assert "notes its SHA-256" not in screen_text(app)


async def test_without_an_archive_the_file_is_asked_for_and_noted(tmp_path: Path) -> None:
    source = workspace_with(tmp_path, archive="")
    app = opened(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.matrix is not None
        opening.ask(app.matrix, "embassy")
        await pilot.pause()
        assert isinstance(app.screen, AskPath)
        await pilot.press("a", "r", "tab", "tab", "enter")
        await pilot.pause()
        screen = await read(app, pilot)
        assert screen.document is not None
        await pilot.press("s")
        await written(app, pilot)
        assert f"  archive: archive/cables.txt\n  sha256: {DIGEST}\n" in source.read_text()


@pytest.mark.parametrize(
    "data, said",
    [(b"PK\x03\x04", "is a zip file"), (b"", "is empty"), (pdf([[]]), "has no text: its page is a picture")],
)
async def test_a_file_that_cannot_be_read_is_said_and_another_one_can_be_named(
    tmp_path: Path, data: bytes, said: str
) -> None:
    workspace_with(tmp_path, data)
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reading(app, pilot)
        assert f"cables.txt {said}" in screen_text(app)
        assert screen.document is None
        await pilot.press("j", "enter", "v", "slash", "n", "G", "s")
        await pilot.pause()
        assert app.screen is screen
        await pilot.press("o")
        await pilot.pause()
        assert isinstance(app.screen, AskPath)


@pytest.mark.parametrize(
    "archive", ["../outside.txt", "https://example.org/cables.txt", "archive/nothing.txt", "archive"]
)
async def test_only_an_archive_inside_the_workspace_is_opened_unasked(tmp_path: Path, archive: str) -> None:
    (tmp_path / "outside.txt").write_text("Outside.")
    root = tmp_path / "workspace"
    root.mkdir()
    workspace_with(root, archive=archive)
    app = opened(root)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.matrix is not None
        source = app.matrix.desk.case.sources["embassy"]
        assert opening.archived(root, source) is None


def test_paths_are_completed_as_far_as_they_agree(tmp_path: Path) -> None:
    for name in ("cables.txt", "cables.pdf", ".hidden", "zero"):
        (tmp_path / name).write_text("x")
    (tmp_path / "folder").mkdir()

    assert completed(tmp_path, "ca") == "cables."
    assert completed(tmp_path, "f") == "folder/"
    assert completed(tmp_path, ".h") == ".hidden"
    assert completed(tmp_path, "nothing") == "nothing"
    assert completed(tmp_path, "") == ""  # nothing is common to all
    assert completed(tmp_path, f"{tmp_path}/z") == f"{tmp_path}/zero"
    assert completed(tmp_path, "no/such/folder") == "no/such/folder"
    assert completed(tmp_path, "~nobody-by-that-name/x") == "~nobody-by-that-name/x"
