"""What a judgement was made on, in the file: one line, written with it, taken back with it, merged with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.small_case import ADDRESSES, MATRIX, write
from workbench.model import (
    Confidence,
    Edit,
    Judge,
    Rate,
    Rating,
    judgement_stale,
    judgement_unconfirmed,
    matrix_fingerprint,
)
from workbench.workspace import Clash, Keeper, Saved, read

SAID, GUARD, RADIO = ADDRESSES
BY_HAND = MATRIX + "judgement:\n  confidence: low   # for now\n  because: It is the radio.\n"


def keeper(root: Path) -> Keeper:
    return Keeper(read(root), "iraq", "me")


def made(kept: Keeper, *edits: Edit) -> None:
    for edit in edits:
        kept.apply(edit)
        assert isinstance(kept.save(), Saved)


def test_to_confirm_is_one_line_which_is_undone(tmp_path: Path) -> None:
    path = write(tmp_path, matrix=BY_HAND)
    kept = keeper(tmp_path)
    made(kept, Judge(holds=True))
    first = f"{BY_HAND}  matrix: {matrix_fingerprint(kept.case)}\n"
    assert path.read_text() == first
    made(kept, Rate(RADIO, "minor", Rating.N))
    assert judgement_stale(keeper(tmp_path).case)
    rated = path.read_text()
    made(kept, Judge(holds=True))
    assert path.read_text() == rated.replace(first.splitlines()[-1], f"  matrix: {matrix_fingerprint(kept.case)}")
    assert not judgement_stale(keeper(tmp_path).case)
    for before in (rated, first, BY_HAND):
        kept.undo()
        assert isinstance(kept.save(), Saved)
        assert path.read_text() == before


def test_a_share_on_the_same_matrix_is_one_changed_line(tmp_path: Path) -> None:
    path = write(tmp_path)
    kept = keeper(tmp_path)
    made(kept, Judge({"none": 30.0, "minor": 70.0}))
    before = path.read_text()
    made(kept, Judge({"none": 20.0}))
    assert path.read_text() == before.replace("none: 30", "none: 20")


def test_what_is_taken_back_to_the_last_field_goes_with_its_mark(tmp_path: Path) -> None:
    path = write(tmp_path)
    kept = keeper(tmp_path)
    made(kept, Judge(confidence=Confidence.LOW), Judge(confidence=""))
    assert "matrix: m" not in path.read_text()
    assert kept.case.matrix.judgement is None


def test_a_mark_alone_is_no_judgement(tmp_path: Path) -> None:
    path = write(tmp_path, matrix=MATRIX + "judgement:\n  matrix: m0123456789abcdef\n")
    kept = keeper(tmp_path)
    assert kept.case.matrix.judgement is None
    made(kept, Judge(because="So."))
    written = ["judgement:", "  because: So.", f"  matrix: {matrix_fingerprint(kept.case)}"]
    assert sorted(path.read_text().splitlines()[-3:]) == sorted(written)


def test_one_written_by_hand_stands_and_is_unconfirmed(tmp_path: Path) -> None:
    write(tmp_path, matrix=BY_HAND)
    kept = keeper(tmp_path)
    made(kept, Rate(RADIO, "minor", Rating.N))
    assert judgement_unconfirmed(keeper(tmp_path).case)
    assert not judgement_stale(kept.case)


def test_two_terminals_that_judge_and_rate_do_not_clash_over_the_mark(tmp_path: Path) -> None:
    write(tmp_path, matrix=BY_HAND)
    mine, theirs = keeper(tmp_path), keeper(tmp_path)
    made(theirs, Rate(RADIO, "minor", Rating.N), Judge(because="Their reason."))
    mine.apply(Judge(confidence=Confidence.HIGH))
    came = mine.save()
    assert isinstance(came, Saved)
    found = keeper(tmp_path).case
    assert found.matrix == mine.case.matrix
    assert found.matrix.judgement is not None
    assert (found.matrix.judgement.confidence, found.matrix.judgement.because) == ("high", "Their reason.")
    assert judgement_stale(found) or judgement_unconfirmed(found)


@pytest.mark.parametrize("mine_wins", [True, False])
def test_where_they_clash_over_a_field_the_one_that_wins_brings_no_false_mark(tmp_path: Path, mine_wins: bool) -> None:
    write(tmp_path, matrix=BY_HAND)
    mine, theirs = keeper(tmp_path), keeper(tmp_path)
    made(theirs, Rate(RADIO, "minor", Rating.N), Judge(because="Theirs."))
    mine.apply(Judge(because="Mine."))
    clash = mine.save()
    assert isinstance(clash, Clash)
    assert [cell.place for cell in clash.cells] == ["because"]
    mine.settle(mine=mine_wins)
    assert isinstance(mine.save(), Saved)
    assert judgement_stale(keeper(tmp_path).case) is mine_wins


def test_undo_after_others_changed_the_rest_of_it_keeps_their_mark(tmp_path: Path) -> None:
    write(tmp_path, matrix=BY_HAND)
    mine, theirs = keeper(tmp_path), keeper(tmp_path)
    made(mine, Judge(confidence=Confidence.HIGH))
    theirs.look_outside()
    made(theirs, Rate(RADIO, "minor", Rating.N), Judge(because="Theirs."))
    mine.look_outside()
    mine.undo()
    assert isinstance(mine.save(), Saved)
    found = keeper(tmp_path).case
    assert found.matrix.judgement is not None
    assert (found.matrix.judgement.confidence, found.matrix.judgement.because) == ("low", "Theirs.")
    assert found.matrix.judgement.matrix == matrix_fingerprint(found)
