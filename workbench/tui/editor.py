"""The analyst's own editor: which program it is, and how it is told a line."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path

_PLUS = frozenset(
    {
        "vi",
        "vim",
        "nvim",
        "view",
        "gvim",
        "nano",
        "pico",
        "emacs",
        "emacsclient",
        "micro",
        "kak",
        "joe",
        "jed",
        "mg",
        "ne",
        "mcedit",
        "gedit",
    }
)
"""Editors that take `+LINE FILE`."""

_GOTO = frozenset({"code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"})
"""Editors that take `--goto FILE:LINE`; in a window of their own, so they are told to wait."""

_COLON = frozenset({"hx", "helix", "subl", "zed", "zeditor"})
"""Editors that take `FILE:LINE`."""

_WAITING = {"subl": ["--wait"], "zed": ["--wait"], "zeditor": ["--wait"]}

_COMMON = ("nano", "vim", "vi")
"""What is looked for where neither $VISUAL nor $EDITOR names an editor."""


class NoEditor(Exception):
    """There is no editor to open, said in a sentence."""


def command(path: Path, line: int, environ: Mapping[str, str]) -> list[str]:
    """The command that opens a file at a line (1-based) in $VISUAL or $EDITOR.

    Raises:
        NoEditor: none is named and none found, or what is named cannot be understood or run.
    """
    try:
        words = shlex.split(environ.get("VISUAL") or environ.get("EDITOR") or _found())
    except ValueError as error:
        raise NoEditor(f"$VISUAL or $EDITOR cannot be understood ({error}); set it to a program's name") from error
    if not words or not words[0]:
        raise NoEditor("no editor is known; set $EDITOR to the program you edit with")
    if shutil.which(words[0]) is None:
        raise NoEditor(f"the editor {words[0]!r} is not found; set $EDITOR to a program that is there")
    return [*words, *_place(Path(words[0]).name, words, str(path), max(1, line))]


def _found() -> str:
    return next((name for name in _COMMON if shutil.which(name)), "")


def _place(name: str, words: list[str], path: str, line: int) -> list[str]:
    name = name.removesuffix(".exe")
    if name in _PLUS:
        return [f"+{line}", path]
    if name in _GOTO:
        return [*([] if {"--wait", "-w"} & set(words) else ["--wait"]), "--goto", f"{path}:{line}"]
    if name in _COLON:
        wait = [] if {"--wait", "-w"} & set(words) else _WAITING.get(name, [])
        return [*wait, f"{path}:{line}"]
    return [path]
