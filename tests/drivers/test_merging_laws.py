"""Laws of merging: edits of different places come to their union, in either order; no edit of either side is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from tests.workspace import authored_case, small_case
from tests.workspace.all_edits import EDITS, STARTS
from tests.workspace.test_authoring_laws import changes
from workbench import checks, yamltext
from workbench.drivers.merging import Merged, merged
from workbench.model import Edit, edited
from workbench.model import authoring as write_
from workbench.workspace import Workspace, read
from workbench.workspace.authoring import Author
from workbench.workspace.folder import as_if
from workbench.workspace.writing import changes as changed
from workbench.workspace.writing import write

MATRIX = "matrices/iraq/me.yaml"

Leaf = tuple[str, ...]

LAWS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

TOGETHER = {
    "credibility": "grade", "reliability": "grade", "because": "grade", "status": "grade", "into": "grade",
}  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small case, for the neighbours of a matrix."""
    made = tmp_path_factory.mktemp("case")
    small_case.write(made)
    return made


def side(root: Path, start: str, edits: list[Edit]) -> bytes:
    """A matrix after some edits, as the workbench writes it."""
    data = start.encode()
    asked = as_if(read(root), {MATRIX: ("matrix", yamltext.read(data))})
    case = asked.case("iraq", "me")
    after = case
    for edit in edits:
        after = edited(after, edit)
    written = write(yamltext.Document.read(data), changed(case.matrix, after.matrix), after, asked.names)
    return written.document.bytes()


def said(data: bytes) -> dict[Leaf, Any]:
    """Every text and list of a file by the keys that lead to it, fingerprints apart."""

    def within(keys: Leaf, value: Any) -> Iterator[tuple[Leaf, Any]]:
        if isinstance(value, dict):
            for key, inner in value.items():
                yield from within((*keys, key), inner)
        elif value is not None:
            yield keys, sorted(map(repr, value)) if isinstance(value, list) else value.strip()

    marks = {"wording", "matrix"}
    return {k: v for k, v in within((), yamltext.read(data).root) if k[-1] not in marks} if data else {}


def touched(base: bytes, other: bytes) -> set[Leaf]:
    """The places in which two states of a file differ: a cell, an entry that only one of them has, a grade, a field."""
    was, now = said(base), said(other)
    here, there = ({k[:2] for k in one if len(k) > 2} for one in (was, now))
    found: set[Leaf] = set()
    for keys in was.keys() | now.keys():
        if was.get(keys) == now.get(keys):
            continue
        if keys[0] in {"rows", "notes"} and len(keys) == (3 if keys[0] == "rows" else 4):
            found.add(("cell", keys[1], keys[-1]))
        elif keys[0] in {"grades"} or keys[:2] in here ^ there:
            found.add(keys[:2])
        else:
            found.add((*keys[:-1], TOGETHER.get(keys[-1], keys[-1])))
    for section in ("items", "origins", "hypotheses", "gaps", "indicators"):
        orders = [list(dict.fromkeys(k[1] for k in one if k[0] == section and len(k) > 2)) for one in (was, now)]
        kept = [[id_ for id_ in order if id_ in orders[0] and id_ in orders[1]] for order in orders]
        found |= {("order of", section)} if kept[0] != kept[1] else set()
    return found


def apart(ours: set[Leaf], theirs: set[Leaf]) -> bool:
    """Whether no place of the one is, or is in, a place of the other."""
    return not any(one[: len(other)] == other[: len(one)] for one in ours for other in theirs)


def covered(found: set[Leaf], places: set[Leaf]) -> bool:
    """Whether each of these is one of the places or in one: what one side drops whole, a conflict may lose in part."""
    return all(any(one[: len(place)] == place for place in places) for one in found)


def united(base: bytes, ours: bytes, theirs: bytes) -> dict[Leaf, Any]:
    """What a file says in which both sides' changes were made."""
    was, left, right = said(base), said(ours), said(theirs)
    return {
        keys: value
        for keys in was.keys() | left.keys() | right.keys()
        if (value := right.get(keys) if left.get(keys) == was.get(keys) else left.get(keys)) is not None
    }


def resolved(data: bytes, side: int) -> bytes:
    """The file with this side of each conflict taken."""
    block = re.compile(rb"<<<<<<< ours\r?\n(.*?)=======\r?\n(.*?)>>>>>>> theirs(?:\r?\n|\Z)", re.DOTALL)
    return block.sub(lambda found: found[1 + side], data)


def sound(found: Merged, path: str, root: Path, *sides: bytes) -> None:
    """A merge without conflicts has no fault that neither side has; one with conflicts can be read either way."""
    if not found.clean:
        with pytest.raises(yamltext.YamlError) as refused:
            yamltext.read(found.data)
        assert refused.value.problem.code == "Y007"
        return
    kind = "matrix" if path.startswith("matrices") else "origins" if "origins" in path else path.partition("/")[0]
    each = [faults(as_if(Workspace(root), {path: (kind, yamltext.read(one))}), path) for one in (found.data, *sides)]
    known = {mark for side in each[1:] for marks in side for mark in marks}
    assert all(known & {*marks} for marks in each[0])


def faults(workspace: Workspace, path: str) -> list[tuple[object, object]]:
    """Every fault of a file, by what it says and by where it is."""
    found = [f for f in checks.everything(workspace) if f.path == path and not f.note]
    return [((f.code, f.message), (f.code, f.keys)) for f in found]


edits = st.lists(EDITS, max_size=5)


@given(st.sampled_from(STARTS), edits, edits)
@LAWS
def test_edits_of_a_matrix_come_to_their_union_or_to_a_conflict(
    root: Path, start: str, mine: list[Edit], yours: list[Edit]
) -> None:
    base, ours, theirs = start.encode(), side(root, start, mine), side(root, start, yours)
    path = str(root / MATRIX)
    one, other = merged(path, base, ours, theirs), merged(path, base, theirs, ours)

    sound(one, MATRIX, root, ours, theirs)
    law(base, ours, theirs, one, other)
    if one.clean:
        fresh = read(root)
        rows = [
            as_if(fresh, {MATRIX: ("matrix", yamltext.read(m.data))}).case("iraq", "me").matrix for m in (one, other)
        ]
        assert {a: r for a, r in rows[0].rows.items() if r.ratings} == {
            a: r for a, r in rows[1].rows.items() if r.ratings
        }


def law(base: bytes, ours: bytes, theirs: bytes, one: Merged, other: Merged) -> None:
    """What holds of a merge and of the same merge from the other side."""
    assert one.clean == other.clean
    if apart(touched(base, ours), touched(base, theirs)):
        assert one.clean
        assert said(one.data) == said(other.data) == united(base, ours, theirs)
    else:
        event(f"meeting, clean: {one.clean}")
    for conflict, mine, yours in ((one, ours, theirs), (other, theirs, ours)):
        if not conflict.clean:
            both = touched(base, mine) | touched(base, yours)
            for index, side_ in enumerate((mine, yours)):
                kept = resolved(conflict.data, index)
                try:
                    leaves = said(kept)
                except yamltext.YamlError:
                    continue  # git's own lines
                assert covered(touched(base, kept), both), (leaves, side_)


@given(
    st.sampled_from(["\n", "\r\n"]),
    st.lists(changes, min_size=1, max_size=4),
    st.lists(changes, min_size=1, max_size=4),
)
@LAWS
def test_changes_of_hypotheses_and_evidence_come_to_their_union_or_to_a_conflict(
    tmp_path_factory: pytest.TempPathFactory, newline: str, mine: list[write_.Authored], yours: list[write_.Authored]
) -> None:
    states = []
    for steps in ([], mine, yours):
        folder = authored_case.write(tmp_path_factory.mktemp("case"), newline=newline)
        author = Author(read(folder), checks.findings)
        for change in steps:
            author.do(change)
        states.append(authored_case.state(folder))
    base, ours, theirs = states
    for path in base.keys() & ours.keys() & theirs.keys():
        if not path.endswith(".yaml") or ours[path] == base[path] or theirs[path] == base[path]:
            continue
        where = str(folder / path)
        one = merged(where, base[path], ours[path], theirs[path])
        other = merged(where, base[path], theirs[path], ours[path])
        sound(one, path, folder, ours[path], theirs[path])
        law(base[path], ours[path], theirs[path], one, other)
