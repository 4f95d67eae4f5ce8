"""The analyst's editor is told the line in its own way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from workbench.tui import editor

PATH = Path("evidence/meduza.yaml")


@pytest.fixture(autouse=True)
def everything_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "missing" else f"/usr/bin/{name}")


@pytest.mark.parametrize(
    "said, command",
    [
        ("vim", ["vim", "+12", "evidence/meduza.yaml"]),
        ("emacsclient -t", ["emacsclient", "-t", "+12", "evidence/meduza.yaml"]),
        ("code", ["code", "--wait", "--goto", "evidence/meduza.yaml:12"]),
        ("code --wait", ["code", "--wait", "--goto", "evidence/meduza.yaml:12"]),
        ("hx", ["hx", "evidence/meduza.yaml:12"]),
        ("subl", ["subl", "--wait", "evidence/meduza.yaml:12"]),
        ("'/opt/my editor/ed'", ["/opt/my editor/ed", "evidence/meduza.yaml"]),
    ],
)
def test_line_syntax(said: str, command: list[str]) -> None:
    assert editor.command(PATH, 12, {"EDITOR": said}) == command


def test_visual_goes_before_editor() -> None:
    assert editor.command(PATH, 1, {"VISUAL": "nano", "EDITOR": "vim"})[0] == "nano"


def test_a_common_editor_is_found_where_none_is_named() -> None:
    assert editor.command(PATH, 1, {})[0] == "nano"


@pytest.mark.parametrize("said", ["missing", "vim 'unclosed", "''"])
def test_what_cannot_be_run_is_a_sentence(said: str) -> None:
    with pytest.raises(editor.NoEditor, match=r"EDITOR"):
        editor.command(PATH, 1, {"EDITOR": said})
