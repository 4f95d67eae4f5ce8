"""Asking for a file: a path at the foot of the screen, which tab completes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.suggester import Suggester

from workbench.tui.panel import Panel
from workbench.tui.pieces import Line
from workbench.tui.prompts import Ask, Word

MOST = 2_000
"""Names of a folder that are looked at."""


class AskPath(Ask):
    """Asks for a path. What is not absolute counts from `root`; `~` is the home folder."""

    BINDINGS = [Binding("tab", "complete", "Complete", show=False, priority=True)]

    def __init__(self, title: str, root: Path, text: str = "", hint: str = "tab completes") -> None:
        super().__init__(title, text, hint)
        self._root = root

    def compose(self) -> ComposeResult:
        """A title over what is typed."""
        with Vertical():
            yield Panel([Line()])
            yield Word(self._text, select_on_focus=False, compact=True, suggester=_Names(self._root))

    def action_complete(self) -> None:
        """Complete the name as far as it is the only one."""
        field = self.query_one(Word)
        field.value = completed(self._root, field.value)
        field.cursor_position = len(field.value)


class _Names(Suggester):
    """Suggests the first name in a folder that begins as what was typed."""

    def __init__(self, root: Path) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._root = root

    async def get_suggestion(self, value: str) -> str | None:
        """The path with its last name completed."""
        return next((found for found in _beginning(self._root, value) if value), None)


def completed(root: Path, typed: str) -> str:
    """A path completed as far as all names that begin so agree."""
    found = sorted(_beginning(root, typed))
    if not found:
        return typed
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(found[0], found[-1], strict=False))
    return "".join(char for char, _ in alike)


def _beginning(root: Path, typed: str) -> Iterator[str]:
    """The paths that begin as a typed one: files and, with a slash, folders; hidden ones where asked for."""
    folder, slash, name = typed.rpartition("/")
    try:
        with os.scandir(located(root, folder + slash or ".")) as entries:
            named = sorted((entry.name, entry.is_dir()) for entry, _ in zip(entries, range(MOST), strict=False))
    except (OSError, ValueError, RuntimeError):
        return
    for found, is_folder in named:
        if found.startswith(name) and (name or not found.startswith(".")) and found.isprintable():
            yield f"{folder}{slash}{found}{'/' if is_folder else ''}"


def located(root: Path, typed: str) -> Path:
    """The file that a typed path names.

    Raises:
        RuntimeError: `~` stands for nobody's home.
    """
    return root / Path(typed.strip()).expanduser()
