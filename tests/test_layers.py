"""The house rules that a machine can check: imports point down only, modules and functions stay small."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
WORKBENCH = PROJECT / "workbench"

ENGINE = {
    "model", "edtf", "yamltext", "workspace", "checks", "analysis", "pasting", "documents", "report",
    "ratingsheets", "printing",
    "revisions", "drivers",
}  # fmt: skip
"""Every room that knows no terminal."""

MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "yamltext": set(),
    "edtf": {"model"},
    "analysis": {"model", "edtf"},
    "workspace": {"model", "edtf", "yamltext"},
    "checks": {"model", "edtf", "yamltext", "workspace", "analysis"},
    "pasting": {"model", "edtf", "yamltext", "workspace", "analysis"},
    "documents": set(),
    "revisions": {"model", "yamltext", "workspace", "analysis"},
    "drivers": {"model", "yamltext", "workspace", "checks", "revisions"},
    "report": {"model", "edtf", "analysis"},
    "ratingsheets": {"model", "edtf", "yamltext", "workspace", "analysis", "pasting", "documents", "report"},
    "printing": {"model", "edtf", "analysis", "workspace", "revisions", "report"},
    "tui": ENGINE,
    "commands": ENGINE | {"tui"},
    "cli": ENGINE | {"tui", "commands"},
    "__main__": {"cli"},
    "__init__": set(),
}
"""Each room of the package, from the bottom up, and the rooms below it that it may import."""

MAY_NOT_LOAD: dict[str, set[str]] = {
    "workbench.model": {"yaml", "jsonschema", "jsonschema_rs", "rich", "textual", "asyncio"},
    "workbench.edtf": {"yaml", "jsonschema", "jsonschema_rs", "rich", "textual", "asyncio"},
    "workbench.analysis": {"yaml", "jsonschema", "jsonschema_rs", "rich", "textual", "asyncio", "numpy"},
    "workbench.yamltext": {"jsonschema", "jsonschema_rs", "rich", "textual", "asyncio", "workbench.model"},
    "workbench.workspace": {"jsonschema", "rich", "textual", "asyncio"},
    "workbench.report": {"yaml", "jsonschema", "jsonschema_rs", "textual", "asyncio"},
    "workbench.documents": {"pypdf", "justhtml", "markdown_it", "yaml", "rich", "textual", "asyncio"},
    "workbench.report.workbook": {"xlsxwriter", "python_calamine", "yaml", "jsonschema", "textual"},
    "workbench.ratingsheets": {"xlsxwriter", "python_calamine", "jsonschema", "textual", "asyncio"},
    "workbench.cli": {"yaml", "jsonschema", "jsonschema_rs", "rich", "textual", "asyncio", "shtab"},
    "workbench.commands.check": {"workbench.analysis", "jsonschema", "rich", "textual", "logging", "subprocess"},
    "workbench.tui.app": {"jsonschema", "shtab", "numpy"},
}
"""What importing a room must not bring along: it would be paid for at every start."""

WIDGETS = {"Widget", "ScrollView", "Static", "Input", "TextArea", "Label", "Footer", "Header", "OptionList"}
"""What widgets are made from."""

VAGUE = {"utils", "util", "helpers", "helper", "managers", "manager", "misc", "common"}


def modules(root: Path = WORKBENCH) -> list[Path]:
    return sorted(root.rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def room(path: Path) -> str:
    return path.relative_to(WORKBENCH).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The full names of what a module imports, deferred imports too, relative ones written out."""
    package = path.relative_to(PROJECT).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom(module=module, level=level):
                around = package[: len(package) - level + 1] if level else ()
                name = ".".join([*around, *([module] if module else [])])
                yield name
                yield from (f"{name}.{alias.name}" for alias in node.names)


def rooms_imported(path: Path) -> set[str]:
    ours = (name.split(".") for name in imported(path))
    below = {parts[1] for parts in ours if parts[0] == "workbench" and len(parts) > 1}
    return {name for name in below if (WORKBENCH / name).is_dir() or (WORKBENCH / f"{name}.py").is_file()}


@pytest.mark.parametrize("path", modules(), ids=named)
def test_imports_point_down_only(path: Path) -> None:
    """A room imports the rooms below it and itself; a new room needs a line in MAY_IMPORT."""
    assert room(path) in MAY_IMPORT, f"say in MAY_IMPORT where {room(path)} stands"

    assert rooms_imported(path) - {room(path)} <= MAY_IMPORT[room(path)]


def test_rooms_are_a_ladder() -> None:
    """No two rooms may import each other, at any distance: the table itself has no circle."""
    placed: set[str] = set()
    while rest := MAY_IMPORT.keys() - placed:
        next_up = {name for name in rest if MAY_IMPORT[name] <= placed}
        assert next_up, f"these import each other: {sorted(rest)}"
        placed |= next_up


@pytest.mark.parametrize("path", modules(WORKBENCH / "tui"), ids=named)
def test_widgets_cannot_write(path: Path) -> None:
    """A module that holds a widget does not know the workspace: what cannot save cannot lose anything."""
    if bases(path) & WIDGETS:
        assert "workspace" not in rooms_imported(path)


def bases(path: Path) -> set[str]:
    """The names of what the classes of a module are made from."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    return {ast.unparse(base).partition("[")[0] for made in classes for base in made.bases}


@pytest.mark.parametrize("module", MAY_NOT_LOAD)
def test_a_room_does_not_load_what_is_above_it(module: str) -> None:
    """Seen in a fresh process: what is loaded once the room is imported."""
    probe = f"import sys, {module}; print(*sys.modules, sep='\\n')"
    loaded = subprocess.run([sys.executable, "-c", probe], cwd=PROJECT, capture_output=True, text=True, check=True)

    assert not MAY_NOT_LOAD[module] & set(loaded.stdout.split())


def test_few_modules_know_the_terminal_library() -> None:
    """Fewer than a quarter of the modules import textual, and all of them stand in tui/."""
    knowing = [path for path in modules() if any(name.split(".")[0] == "textual" for name in imported(path))]

    assert {room(path) for path in knowing} <= {"tui"}
    assert len(knowing) < len(modules()) / 4


@pytest.mark.parametrize("path", modules() + modules(PROJECT / "benchmarks"), ids=named)
def test_modules_and_functions_are_small(path: Path) -> None:
    """300 lines a module, 50 a function: what is longer holds more than one idea."""
    text = path.read_text(encoding="utf-8")
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]

    assert text.count("\n") <= 300
    assert [f"{f.name}:{f.lineno}" for f in functions if (f.end_lineno or 0) - f.lineno + 1 > 50] == []


@pytest.mark.parametrize("path", modules() + modules(PROJECT / "benchmarks"), ids=named)
def test_names_say_what_a_thing_is(path: Path) -> None:
    """No utils, helpers or managers: such a name says only that somebody had code left over."""
    parts = set(path.relative_to(PROJECT).with_suffix("").parts)
    classes = {n.name for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.ClassDef)}

    assert not parts & VAGUE
    assert not {name for name in classes if name.endswith(("Manager", "Helper", "Handler", "Util", "Utils"))}
