"""Example workspaces: the good ones load without a finding, each bad one is reported with its code and line."""

from __future__ import annotations

import datetime
import json
import re
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workspace.mutations import SOUND, kind_of, mutated
from workbench import checks, yamltext
from workbench.checks import everything
from workbench.model import Finding
from workbench.workspace import read, sentences, shapes

EXAMPLES = Path(__file__).parent / "examples"
GOOD = sorted(path for path in (EXAMPLES / "good").iterdir() if path.is_dir())
BAD = sorted(path for path in (EXAMPLES / "bad").iterdir() if path.is_dir())
FILES = sorted((EXAMPLES / "good").rglob("*.yaml"))

WITH_NOTES = {"every-field"}
"""Good examples that are not finished, as a workspace in use is not."""

UNUSABLE = re.compile(r"[WY]\d{3}|S001")
"""Codes of a file that is not used at all."""

SECONDS = 2
"""Of processor time: more than a hundred times what any example takes."""


def name(path: Path) -> str:
    return path.relative_to(EXAMPLES).as_posix()


def expected() -> dict[str, set[tuple[str, str]]]:
    """By folder: the places and codes of everything that `ach check` finds in it."""
    table: dict[str, set[tuple[str, str]]] = {}
    for line in (EXAMPLES / "bad" / "expected.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            folder, place, code = re.split(r"  +", line)
            table.setdefault(folder, set()).add((place, code))
    return table


@contextmanager
def in_time() -> Iterator[None]:
    """Fail instead of hanging."""

    def late(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {SECONDS} s of processor time")

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("root", GOOD, ids=name)
def test_good_workspace_has_no_finding(root: Path) -> None:
    workspace = read(root)
    found = everything(workspace)

    assert [str(finding) for finding in found if not finding.note] == []
    assert bool(found) == (root.name in WITH_NOTES)
    assert workspace.questions
    assert workspace.items
    assert workspace.matrices


@pytest.mark.parametrize("path", FILES, ids=name)
def test_good_file_is_valid_as_we_read_it(path: Path) -> None:
    assert shapes.valid(kind_of(path), yamltext.read(path.read_bytes()).root)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_good_file_is_valid_as_an_editor_reads_it(path: Path) -> None:
    """PyYAML makes numbers, truth values and dates of plain scalars; an editor does all of that but dates."""
    data = without_dates(yaml.safe_load(path.read_text(encoding="utf-8-sig")))

    assert shapes.valid(kind_of(path), data)
    assert list(shapes.faults(kind_of(path), data)) == []


def without_dates(value: Any) -> Any:
    match value:
        case dict():
            return {key: without_dates(inner) for key, inner in value.items()}
        case list():
            return [without_dates(inner) for inner in value]
        case datetime.date():
            return value.isoformat()
        case _:
            return value


@pytest.mark.parametrize("kind_of_file", shapes.KINDS)
def test_one_example_has_every_field(kind_of_file: str) -> None:
    """What no example has may be a field that nobody can write."""
    root = EXAMPLES / "good" / "every-field"
    files = [path for path in root.rglob("*.yaml") if kind_of(path) == kind_of_file]
    used = {place for path in files for place in places((), yamltext.read(path.read_bytes()).root)}

    assert {pattern for pattern in fields((), shapes.schema(kind_of_file)) if not met(pattern, used)} == set()


def places(keys: tuple[str, ...], value: object) -> Iterator[tuple[str, ...]]:
    """Every path in data; the entries of a list are `*`."""
    yield keys
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places((*keys, key), inner)
    elif isinstance(value, list):
        for inner in value:
            yield from places((*keys, "*"), inner)


def fields(keys: tuple[str, ...], schema: object) -> Iterator[tuple[str, ...]]:
    """Every path that a schema names; what is keyed by an id, and the entries of a list, are `*`."""
    if not isinstance(schema, dict):
        return
    yield keys
    for key, inner in schema.get("properties", {}).items():
        yield from fields((*keys, key), inner)
    for open_ended in ("additionalProperties", "items"):
        yield from fields((*keys, "*"), schema.get(open_ended))


def met(pattern: tuple[str, ...], used: set[tuple[str, ...]]) -> bool:
    return any(
        len(place) == len(pattern) and all(p in ("*", k) for p, k in zip(pattern, place, strict=True)) for place in used
    )


@pytest.mark.parametrize("root", BAD, ids=name)
def test_bad_workspace_is_reported_with_code_and_line(root: Path) -> None:
    with in_time():
        found = everything(read(root))

    assert {(f"{f.path}:{f.line}", f.code) for f in found} == expected()[root.name]
    assert [f for f in found if not well_worded(f)] == []


def well_worded(finding: Finding) -> bool:
    """A sentence and what to do about it, on one line, neither ended nor begun like a stand-alone sentence."""
    both = (finding.message, finding.remedy)
    return all(text and "\n" not in text and not text.endswith((".", ";")) for text in both)


@pytest.mark.parametrize("root", BAD, ids=name)
def test_good_files_beside_a_bad_one_are_used(root: Path) -> None:
    unusable = {place.rpartition(":")[0] for place, code in expected()[root.name] if UNUSABLE.fullmatch(code)}
    workspace = read(root)
    for path in ("hypotheses/fire.yaml", "evidence/report.yaml", "matrices/fire/ann.yaml"):
        assert path in unusable or path in workspace.texts

    assert bool(workspace.questions) == ("hypotheses/fire.yaml" not in unusable)
    assert bool(workspace.items) == ("evidence/report.yaml" not in unusable)
    assert ("fire", "ann") in workspace.matrices or "matrices/fire/ann.yaml" in unusable


@pytest.mark.parametrize("target", ["loop.yaml", "nowhere.yaml"])
def test_a_link_that_leads_nowhere_is_reported(tmp_path: Path, target: str) -> None:
    """Made here and not kept as an example: many programs that copy or pack a folder stumble over such a link."""
    root = shutil.copytree(EXAMPLES / "good" / "heuer-1993", tmp_path / "heuer-1993")
    (root / "evidence" / "loop.yaml").symlink_to(target)

    assert [(f.path, f.line, f.code) for f in everything(read(root))] == [("evidence/loop.yaml", 1, "W002")]


def test_every_bad_workspace_is_in_the_table() -> None:
    assert set(expected()) == {root.name for root in BAD}


def test_every_code_has_an_example() -> None:
    codes = {rule.code for rule in checks.RULES} | {shape.code for shape in sentences.SHAPES}

    assert codes - {code for found in expected().values() for _, code in found} == set()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(SOUND)), st.integers(1, 3), st.data())
def test_whatever_a_file_says_nothing_raises(name: str, times: int, draw: st.DataObject) -> None:
    """A good example with some places changed at random: JSON is YAML, so that any data can be written down."""
    _, data = SOUND[name]
    for _ in range(times):
        data = mutated(data, draw)
    workspace, _, path = name.partition("/")
    with TemporaryDirectory() as folder:
        root = Path(folder) / workspace
        shutil.copytree(EXAMPLES / "good" / workspace, root)
        (root / path).write_text(json.dumps(data), encoding="utf-8")

        assert all(finding.line >= 1 for finding in everything(read(root)))
