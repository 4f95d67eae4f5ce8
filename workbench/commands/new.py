"""`ach new`: the beginnings of a workspace, a question or a source."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Sequence
from pathlib import Path

from workbench import yamltext
from workbench.commands import output, shipped, templates, where
from workbench.commands.refusal import FINE, Refusal
from workbench.model import ids
from workbench.report.visible import visible
from workbench.workspace import files

FIRST = "first-question"
"""The id of the question that a new workspace begins with."""

TO_FILL_IN = "Write "
"""How every text that is there to be replaced begins."""


def run(args: argparse.Namespace) -> int:
    """Make the files, and say on standard output which they are and what to fill in where."""
    match args.words:
        case ["question", name, *text]:
            made = [_question(where.root(args), name, text)]
        case ["source", name, *title]:
            made = [_source(where.root(args), name, title)]
        case ["question" | "source" as what]:
            raise Refusal(f"which id? `ach new {what} ID`; for a folder of that name, `ach new ./{what}`")
        case [] | [_]:
            made = [_workspace((args.directory or Path()) / (args.words[0] if args.words else ""))]
        case [first, *_]:
            raise Refusal(f'"{first}" is neither `question` nor `source`; see `ach new --help`')
    output.data("".join(map(visible, map(_what_next, made))))
    return FINE


def begin(folder: Path) -> None:
    """Make the folders of a workspace in a folder, with the schemas and nothing else.

    Raises:
        Refusal: it is one already, or holds a folder of schemas.
    """
    if where.is_workspace(folder):
        raise Refusal(f"{folder} is a workspace already; `ach new question ID` adds a question to it")
    if (folder / "schemas").exists():
        raise Refusal(f"{folder / 'schemas'} is there already, and nothing is overwritten; name a new folder")
    for name in files.FOLDERS:
        (folder / name).mkdir(parents=True)
    shipped.copy(["schemas"], folder)


def _workspace(folder: Path) -> Path:
    begin(folder)
    return _question(folder, FIRST, [])


def _question(root: Path, name: str, text: Sequence[str]) -> Path:
    asked = _folded(" ".join(text) or templates.QUESTION_TEXT, indent=2)
    return _made(root / "hypotheses", name, templates.QUESTION.format(question=asked))


def _source(root: Path, name: str, title: Sequence[str]) -> Path:
    if name in {"origins", "own"}:
        raise Refusal(f'"{name}" is kept for our own file evidence/{name}.yaml; give the source another id')
    titled = _folded(" ".join(title) or templates.TITLE_TEXT, indent=4)
    today = datetime.datetime.now().astimezone().date().isoformat()
    return _made(root / "evidence", name, templates.SOURCE.format(title=titled, today=today))


def _folded(text: str, *, indent: int) -> str:
    """A text as YAML that reads back the same."""
    try:
        return yamltext.scalar(" ".join(text.split()), indent=indent, flow=False, block=True)
    except ValueError as error:
        raise Refusal(f"the text cannot be written to a file: {error}") from error


def _made(folder: Path, name: str, content: str) -> Path:
    """A new file; one that is there already stays as it is."""
    if not ids.is_id(name):
        raise Refusal(f'"{name}" is no id: use a-z, 0-9 and single hyphens, beginning with a letter, 60 at most')
    path = folder / f"{name}.yaml"
    folder.mkdir(exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(content)
    except FileExistsError:
        raise Refusal(f"{path} is there already and stays as it is; choose another id") from None
    return path


def _what_next(path: Path) -> str:
    """The file that was made, and each line of it that waits to be filled in."""
    lines = path.read_text(encoding="utf-8").splitlines()
    waiting = [(n, line.strip()) for n, line in enumerate(lines, start=1) if _waits(line)]
    return "".join((f"{path}\n", *(f"{path}:{n}: fill in: {text}\n" for n, text in waiting)))


def _waits(line: str) -> bool:
    return not line.lstrip().startswith("#") and TO_FILL_IN in line
