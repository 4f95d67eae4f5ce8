"""What the README and docs/ say is true: commands run, links lead somewhere, nothing is left out."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from docs import findings, outputs
from workbench.commands.arguments import COMMANDS
from workbench.yamltext import MAX_BYTES, MAX_DEPTH, MAX_NODES, MAX_SCALAR

PROJECT = Path(__file__).parents[1]
PAGES = sorted([*PROJECT.glob("*.md"), *(PROJECT / "docs").glob("*.md"), *(PROJECT / "benchmarks").glob("*.md")])
USERS_PAGES = [page for page in PAGES if page.name != "CHANGELOG.md"]

MARKED = re.compile(r"^( *)<!-- run: in a copy of the project -->\n\1```sh\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^( *)```.*?^\1```$", re.MULTILINE | re.DOTALL)


class Shown(NamedTuple):
    """A block of commands that a page promises to work."""

    page: Path
    line: int
    commands: str


def shown() -> Iterator[Shown]:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for found in MARKED.finditer(text):
            yield Shown(page, text.count("\n", 0, found.start()) + 1, textwrap.dedent(found[2]))


def named(case: Shown | Path) -> str:
    path = case if isinstance(case, Path) else case.page
    line = "" if isinstance(case, Path) else f":{case.line}"
    return path.relative_to(PROJECT).as_posix() + line


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the case that the project ships, with the command `ach` beside it."""
    for folder in ("hypotheses", "evidence", "matrices", "schemas"):
        shutil.copytree(PROJECT / folder, tmp_path / "copy" / folder)
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "ach").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m workbench "$@"\n', encoding="utf-8")
    (programs / "ach").chmod(0o755)
    return tmp_path / "copy"


@pytest.mark.parametrize("case", list(shown()), ids=named)
def test_marked_commands_run(case: Shown, copy: Path) -> None:
    """Each command of a marked block succeeds, one after the other, in a copy of the project."""
    path = os.pathsep.join([str(copy.parent / "programs"), os.environ["PATH"]])
    done = subprocess.run(
        ["sh", "-eu", "-c", case.commands],
        cwd=copy,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(PROJECT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stdout + done.stderr


def test_some_commands_are_marked() -> None:
    """The README and the page on printed matrices both promise commands."""
    assert {case.page.name for case in shown()} >= {"README.md", "reading-a-printed-matrix.md"}


def test_the_tests_are_run_by_one_line_of_the_readme() -> None:
    """CI takes that line out of the README and runs it."""
    lines = (PROJECT / "README.md").read_text(encoding="utf-8").splitlines()

    assert len([line for line in lines if re.fullmatch(r"python3 -m venv .* -m pytest", line)]) == 1


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    """A link inside the project names a file that is there, and a heading that stands in it."""
    for target in LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
        if target.startswith(("http://", "https://")):
            continue
        path, _, anchor = target.partition("#")
        linked = (page.parent / path).resolve() if path else page

        assert linked.exists(), f"{named(page)}: {target}"
        assert not anchor or anchor in anchors(linked), f"{named(page)}: {target}"


def anchors(page: Path) -> set[str]:
    """The anchors that a Markdown page offers, one for each heading."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    """In the table of commands."""
    assert f"| `ach {command}" in (PROJECT / "docs" / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", USERS_PAGES, ids=named)
def test_no_command_is_made_up(page: Path) -> None:
    """Every `ach WORD` in a block of commands or in code is a command, after its options."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL) + re.findall(r"`(ach [^`\n]+)`", text)
    called = re.findall(r"(?:^|[\s;|])ach(?: -C \S+)* ([a-z][a-z-]*)", "\n".join(blocks), re.MULTILINE)

    assert set(called) <= COMMANDS.keys()


@pytest.mark.parametrize("schema", sorted((PROJECT / "schemas").glob("*.json")), ids=named)
def test_every_field_is_documented(schema: Path) -> None:
    """Every property of every schema stands as code in docs/files.md."""
    page = (PROJECT / "docs" / "files.md").read_text(encoding="utf-8")
    fields = set(properties(json.loads(schema.read_text(encoding="utf-8"))))

    assert {field for field in fields if f"`{field}`" not in page and f"`{field}:" not in page} == set()


def properties(schema: Any) -> Iterator[str]:
    """The names of all properties in a schema, at any depth."""
    if isinstance(schema, dict):
        named_here = schema.get("properties")
        if isinstance(named_here, dict):
            yield from named_here
        for value in schema.values():
            yield from properties(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from properties(value)


def test_limits_are_documented_as_they_are() -> None:
    """docs/files.md names the limits that the reader keeps."""
    page = (PROJECT / "docs" / "files.md").read_text(encoding="utf-8")

    assert f"| size of a file | {MAX_BYTES // 2**20} MiB |" in page
    assert f"| depth of nesting | {MAX_DEPTH} |" in page
    assert f"| values in a file | {MAX_NODES:,} |" in page
    assert f"| length of one text | {MAX_SCALAR // 2**20} MiB |" in page


@pytest.mark.parametrize("page", [p for p in PAGES if outputs.MARKED.search(p.read_text(encoding="utf-8"))], ids=named)
def test_what_pages_show_is_what_commands_print(page: Path) -> None:
    """Blocks made by `python -m docs.outputs` are up to date."""
    text = page.read_text(encoding="utf-8")

    assert outputs.filled(text) == text


def test_the_page_of_findings_is_up_to_date() -> None:
    """Made by `python -m docs.findings`, and every code of a file or folder is on it."""
    files = (PROJECT / "workbench/workspace/files.py").read_text(encoding="utf-8")

    assert findings.PAGE.read_text(encoding="utf-8") == findings.page()
    assert set(re.findall(r'"(W\d{3})"', files)) == set(findings.FILES)
