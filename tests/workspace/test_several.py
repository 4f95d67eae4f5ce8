"""Many new rows and notes written at once are the lines that one after another would make."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench import workspace, yamltext
from workbench.model import Case, Edit, Grade, Level, Note, Park, Rate, Rating, Reason, Relevance, Row, edited
from workbench.workspace import building, matrixseveral, writing
from workbench.workspace.naming import Names

ITEMS = [f"s/i{n:02}" for n in range(30)]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    root = tmp_path_factory.mktemp("case")
    items = "\n".join(f"  {address.removeprefix('s/')}: {{text: Item {address}., kind: report}}" for address in ITEMS)
    hypotheses = "  a: {short: A, statement: A.}\n  b: {short: B, statement: B.}\n"
    for name, text in {
        "hypotheses/q.yaml": f"format: 1\nquestion: Q?\nhypotheses:\n{hypotheses}",
        "evidence/s.yaml": f"format: 1\nsource: {{title: S}}\nitems:\n{items}\n",
    }.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    return workspace.read(root).case("q", "ann")


TEXTS = st.sampled_from(["So.", "no", "a: b # c", "x " * 80, "two\nlines", "[x]"])
ADDRESS = st.sampled_from(ITEMS)
EDITS = st.one_of(
    st.builds(Rate, ADDRESS, st.sampled_from(["a", "b"]), st.one_of(st.none(), st.sampled_from(Rating))),
    st.builds(Reason, ADDRESS, st.sampled_from(["a", "b"]), TEXTS),
    st.builds(Relevance, ADDRESS, st.sampled_from(Level)),
    st.builds(Park, ADDRESS, st.one_of(st.just(""), TEXTS)),
    st.builds(Grade, ADDRESS, st.sampled_from(["", "1", "5"])),
)

FILES = (
    b"format: 1\nrows: {}\n",
    b"""format: 1 # first
rows:
  s/i05: {a: C, b: N}  # kept

  s/i11: {a: I}
notes:
  s/i11:
    because:
      a: So.

  s/i20:
    parked: Idle.
""",
    b"format: 1\r\nrows: {s/i07: {a: C}}\r\n",
)


def said(document: yamltext.Document) -> list[str]:
    """The lines that say something."""
    return [line for line in document.bytes().decode().splitlines() if line.strip()]


@settings(max_examples=60)
@given(first=st.lists(EDITS, max_size=3), edits=st.lists(EDITS, min_size=20, max_size=90), file=st.sampled_from(FILES))
def test_at_once_is_as_one_by_one(case: Case, first: list[Edit], edits: list[Edit], file: bytes) -> None:
    document = yamltext.Document.read(file)
    before = case.with_matrix(building.matrix("q", "ann", "matrices/q/ann.yaml", document.data))
    after = before
    for edit in (*first, *edits):
        after = edited(after, edit)
    queue = writing.changes(before.matrix, after.matrix)

    with patch.object(matrixseveral, "SEVERAL", 10_000):
        alone = writing.write(document, queue, after, Names())
    with patch.object(matrixseveral, "SEVERAL", 0):
        together = writing.write(document, queue, after, Names())

    goes = any(change.now in (Note(), Row()) for change in queue)  # then an empty line beside it may stay or go
    assert said(together.document) == said(alone.document)
    assert goes or together.document.bytes() == alone.document.bytes()
    assert together.base == alone.base
