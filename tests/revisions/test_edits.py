"""Any of these edits of files, together in any choice, are named, each at its place, and nothing else is."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.revisions.repositories import FILES
from workbench import yamltext
from workbench.analysis.changes import Comparison, compare
from workbench.revisions.between import _side
from workbench.revisions.renaming import present, renames
from workbench.revisions.tree import kind
from workbench.workspace import Workspace
from workbench.workspace.folder import as_if

Q, E, M = FILES
O = "evidence/origins.yaml"  # noqa: E741 - as short as the others
BOB = "matrices/retaliation/bob.yaml"
START = {**FILES, O: "format: 1\norigins:\n  cook: {who: a cook}\n", BOB: FILES[M]}

EDITS: list[tuple[str, str, str, set[tuple[str, ...]]]] = [
    (Q, "question: Will Iraq retaliate?", "question: Will it?", {("question", "retaliation", "question")}),
    (Q, "marking: TLP:CLEAR", "marking: TLP:GREEN", {("question", "retaliation", "marking")}),
    (Q, "short: No retaliation", "short: Nothing", {("hypothesis", "none", "short")}),
    (Q, "minor actions., expect_not: [Calm.]", "minor ones., expect_not: [Peace.]",
     {("hypothesis", "minor", "statement"), ("hypothesis", "minor", "expect_not")}),
    (Q, "  major: {short", "  war: {formerly: [major], short", {("hypothesis", "war", "was major")}),
    (Q, "hypotheses:\n", "gaps: {who: {statement: Who?}}\nhypotheses:\n", {("gap", "who", "statement")}),
    (Q, "format: 1\n", "format: 1\nscope: {who: they}\n", {("question", "retaliation", "scope.who")}),
    (E, "title: Embassy cables", "title: Cables", {("source", "embassy", "title")}),
    (E, "reliability: C", "reliability: D", {("source", "embassy", "reliability")}),
    (E, "on guard., kind: report, credibility: 3", "on guard., kind: report, credibility: 5, tags: {a: [b]}",
     {("item", "embassy/precautions", "credibility"), ("item", "embassy/precautions", "tags.a")}),
    (E, "cost Saddam his standing", "cost him his standing", {("item", "embassy/loss-of-face", "text")}),
    (E, "  statement: {", "  said: {formerly: [statement], ", {("item", "embassy/said", "was embassy/statement")}),
    (O, "who: a cook", "who: a waiter, access: near", {("origin", "cook", "who"), ("origin", "cook", "access")}),
    (O, "  cook:", "  maid: {who: a maid}\n  cook:", {("origin", "maid", "who")}),
    (M, "loss-of-face: {none: II", "loss-of-face: {none: N", {("ann", "embassy/loss-of-face", "none", "N")}),
    (M, "precautions: {none: I,", "precautions: {", {("ann", "embassy/precautions", "none", "None")}),
    (M, "He could not bear it.", "He could not.", {("ann", "embassy/loss-of-face", "none", "reason")}),
    (M, "notes:\n", "notes:\n  embassy/statement: {parked: Old., relevance: high}\n",
     {("ann", "parked", "embassy/statement"), ("ann", "relevance", "embassy/statement")}),
    (BOB, "rows:\n", "judgement: {confidence: low}\norder: {seed: 7}\nrows:\n",
     {("bob", "confidence"), ("bob", "seed")}),
    (BOB, "format: 1\n", "format: 1\ngrades:\n  embassy/precautions: {credibility: 1, because: Seen.}\n",
     {("bob", "credibility", "embassy/precautions"), ("bob", "credibility-because", "embassy/precautions")}),
    (BOB, "format: 1\n", "format: 1\n# mine\n", set()),
]  # fmt: skip
"""Each with the file, what stands there, what shall, and how the comparison names it."""


def read(files: dict[str, str]) -> Workspace:
    texts = {path: (kind(path), yamltext.read(content.encode())) for path, content in files.items()}
    return as_if(Workspace(Path()), {**texts})


def compared(before: Workspace, after: Workspace) -> Comparison:
    ids = renames(before, after)
    return compare(_side(present(before, ids), before, "a", ids.items.every), _side(after, after, "b", {}), ids)


def told(found: Comparison) -> set[tuple[str, ...]]:
    names: set[tuple[str, ...]] = set()
    for thing in found.things:
        names |= {(thing.kind, thing.id, field.name) for field in thing.fields}
        names |= {(thing.kind, thing.id, f"was {thing.was_id}")} if thing.was_id else set()
    for matrix in found.matrices:
        names |= {(matrix.analyst, c.address, c.hypothesis, str(c.now)) for c in matrix.cells if c.rerated}
        reasons = (c for c in matrix.cells if c.because_was != c.because_now)
        names |= {(matrix.analyst, c.address, c.hypothesis, "reason") for c in reasons}
        names |= {(matrix.analyst, entry.what, *entry.keys) for entry in matrix.entries}
    return names


@given(st.permutations(EDITS), st.integers(0, len(EDITS)))
def test_the_places_that_were_edited_and_no_others(
    order: list[tuple[str, str, str, set[tuple[str, ...]]]], most: int
) -> None:
    files, expected = dict(START), set()
    for path, old, new, names in order[:most]:
        assert files[path].count(old) == 1, old
        files[path] = files[path].replace(old, new)
        expected |= names
    if ("item", "embassy/said", "was embassy/statement") in expected:
        expected = {
            tuple("embassy/said" if part == "embassy/statement" else part for part in name) for name in expected
        }

    found = compared(read(START), read(files))

    assert told(found) == expected
    assert found.different == bool(expected)


@given(st.permutations(EDITS), st.integers(0, len(EDITS)))
def test_an_edit_that_is_taken_back_is_none(order: list[tuple[str, str, str, set[tuple[str, ...]]]], most: int) -> None:
    """There and back again: the same number of things and cells, from the other side."""
    files = dict(START)
    for path, old, new, _ in order[:most]:
        files[path] = files[path].replace(old, new)
    before, after = read(START), read(files)

    there, back = compared(before, after), compared(after, before)

    assert len(there.things) == len(back.things)
    assert [len(m.cells) + len(m.entries) for m in there.matrices] == [
        len(m.cells) + len(m.entries) for m in back.matrices
    ]
    assert not compared(after, after).different
    assert [e.verdict.value for e in there.effects] == [e.verdict.value for e in back.effects]
