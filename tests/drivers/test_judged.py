"""Merging a judgement and the matrix it was made on: it needs no conflict, and vouches for nothing nobody saw."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.small_case import MATRIX, write
from workbench import yamltext
from workbench.drivers.merging import Merged, merged
from workbench.model import Case, Confidence, Edit, Judge, Level, Rate, Rating, Relevance, edited, judgement_stale
from workbench.workspace import read
from workbench.workspace.folder import as_if
from workbench.workspace.writing import changes
from workbench.workspace.writing import write as written

PATH = "matrices/iraq/me.yaml"
RADIO = "monitors/radio-traffic"
FIRST = Judge({"none": 30.0, "minor": 70.0}, Confidence.LOW, "It is the radio.")


@pytest.fixture(autouse=True)
def _in_the_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path)
    monkeypatch.chdir(tmp_path)


def case(data: bytes) -> Case:
    return as_if(read(Path()), {PATH: ("matrix", yamltext.read(data))}).case("iraq", "me")


def after(data: bytes, *edits: Edit) -> bytes:
    """A matrix after edits, as the workbench writes it."""
    before = now = case(data)
    for edit in edits:
        now = edited(now, edit)
    done = written(yamltext.Document.read(data), changes(before.matrix, now.matrix), now, read(Path()).names)
    return done.document.bytes()


@pytest.fixture
def base() -> bytes:
    return after(MATRIX.encode(), FIRST)


def both(base: bytes, ours: bytes, theirs: bytes) -> list[Merged]:
    return [merged(PATH, base, ours, theirs), merged(PATH, base, theirs, ours)]


RATED = Rate(RADIO, "minor", Rating.N)
ALSO = Rate("embassy/saddam-public-statement", "none", Rating.N)


@pytest.mark.parametrize(
    ("mine", "yours", "stale"),
    [
        ([RATED], [Judge(confidence=Confidence.HIGH)], True),
        ([RATED], [Judge(holds=True)], True),
        ([RATED, Judge(holds=True)], [], False),
        ([RATED, Judge(because="Now it is both.")], [ALSO], True),
        ([RATED, Judge(holds=True)], [ALSO, Judge(holds=True)], True),
        ([RATED, Judge(because="Now it is both.")], [ALSO, Judge(confidence=Confidence.HIGH)], True),
        ([RATED, Judge(because="Now it is both.")], [Judge(confidence=Confidence.HIGH)], True),
        ([Judge(because="Now it is both.")], [Judge(confidence=Confidence.HIGH)], False),
        ([Relevance(RADIO, Level.HIGH)], [Judge({"none": 20.0, "minor": 80.0})], True),
    ],
)
def test_a_merged_judgement_is_stale_unless_somebody_saw_it_with_that_matrix(
    base: bytes, mine: list[Edit], yours: list[Edit], stale: bool
) -> None:
    for found in both(base, after(base, *mine), after(base, *yours)):
        assert found.clean
        assert judgement_stale(case(found.data)) is stale


def test_where_both_judge_otherwise_the_mark_is_no_conflict_of_its_own(base: bytes) -> None:
    ours = after(base, RATED, Judge(confidence=Confidence.HIGH))
    theirs = after(base, ALSO, Judge(confidence=Confidence.MODERATE))
    for found in both(base, ours, theirs):
        assert not found.clean
        assert found.data.count(b"<<<<<<<") == 1
        assert found.data.count(b"  matrix: m") == 1


def test_where_only_one_side_judges_it_comes_with_its_mark() -> None:
    unjudged = MATRIX.encode()
    for found in both(unjudged, after(unjudged, RATED), after(unjudged, FIRST)):
        assert found.clean
        assert judgement_stale(case(found.data))
    for found in both(unjudged, after(unjudged, RATED, FIRST), unjudged):
        assert not judgement_stale(case(found.data))


def test_a_judgement_that_is_taken_back_goes_with_its_mark(base: bytes) -> None:
    gone = after(base, Judge({"none": None, "minor": None}, "", "", ""))
    for found in both(base, gone, after(base, RATED)):
        assert found.clean
        assert b"matrix: m" not in found.data
