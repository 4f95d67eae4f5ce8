"""A conflict that a merge left standing is said on the screen, by file and line, and nothing of it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.hosting import screen_text
from tests.workspace.small_case import write
from workbench import workspace
from workbench.tui import unread
from workbench.tui.app import Workbench

SIZE = (100, 30)


def opened(root: Path) -> Workbench:
    return Workbench(workspace.read(root), "iraq", "me")


def conflicting(path: Path, line: int) -> bytes:
    """Leave a conflict at a line of a file, as git writes it; what stands there then."""
    lines = path.read_text("utf-8").split("\n")
    lines[line - 1 : line] = ["<<<<<<< ours", lines[line - 1], "=======", lines[line - 1] + " ", ">>>>>>> theirs"]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path.read_bytes()


async def test_in_the_analysts_own_matrix(tmp_path: Path) -> None:
    path = write(tmp_path)
    left = conflicting(path, 4)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "o 1 to mend. Not used: me.yaml:4: git left a conflict here (<<<<<<<)" in screen_text(app)

        await pilot.press("j")
        assert "Not used: me.yaml:4" in screen_text(app)

        await pilot.press("o")
        await pilot.pause()
        assert "Y007 git left a conflict here" in screen_text(app)
        assert "matrices/iraq/me.yaml:4" in screen_text(app)
        await pilot.press("escape")

        await pilot.press("c")
        await pilot.pause()
        assert "NOT SAVED" in screen_text(app)
        assert "me.yaml:4: Y007 git left a conflict" in screen_text(app)
        app.exit()
    assert path.read_bytes() == left


async def test_in_an_evidence_file_whose_items_are_missing_then(tmp_path: Path) -> None:
    write(tmp_path)
    conflicting(tmp_path / "evidence" / "monitors.yaml", 3)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Not used: monitors.yaml:3: git left a conflict here" in screen_text(app)


async def test_in_an_evidence_file_while_the_workbench_is_open(tmp_path: Path) -> None:
    write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.pause()
        conflicting(tmp_path / "evidence" / "monitors.yaml", 3)
        app._watch()
        await pilot.pause()
        assert "Changed outside and not used until it is mended (o): monitors.yaml:3: git left" in screen_text(app)


async def test_a_merge_beside_the_open_workbench(tmp_path: Path) -> None:
    path = write(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c")
        await pilot.pause()
        left = conflicting(path, 4)
        app._watch()
        await pilot.pause()
        assert "me.yaml:4: Y007 git left a conflict" in screen_text(app)

        await pilot.press("c")
        await pilot.pause()
        assert path.read_bytes() == left
        app.exit()


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ([], ""),
        (["evidence/embassy.yaml"], "o 1 to mend. Not used: embassy.yaml:2: git left a conflict here (<<<<<<<)"),
        (
            ["evidence/embassy.yaml", "matrices/iraq/me.yaml", "evidence/monitors.yaml"],
            "o 3 to mend. Not used: me.yaml:2, and 2 more: git left a conflict here (<<<<<<<)",
        ),
    ],
)
def test_the_own_matrix_is_named_first(tmp_path: Path, broken: list[str], said: str) -> None:
    write(tmp_path)
    for path in broken:
        conflicting(tmp_path / path, 2)

    assert unread.said(workspace.read(tmp_path), "iraq", "me").text == said
