"""A keeper that shows some of the rows keeps the whole file all the same."""

from functools import partial
from pathlib import Path

import pytest

from tests.workspace.small_case import ADDRESSES, MATRIX, write
from workbench.analysis.narrowing import narrowed
from workbench.model import Condition, Narrowing, Park, Rate, Rating
from workbench.workspace import Changed, Clash, Keeper, Saved, read

SAID, GUARD, RADIO = ADDRESSES


def keeper(root: Path, source: str = "monitors") -> Keeper:
    to = Narrowing((Condition("source", source),))
    return Keeper(read(root), "iraq", "me", partial(narrowed, to=to))


def test_only_the_rows_of_the_slice_are_shown(tmp_path: Path) -> None:
    write(tmp_path)

    assert [*keeper(tmp_path).case.items] == [RADIO]
    assert [*Keeper(read(tmp_path), "iraq", "me").case.items] == [*ADDRESSES]


def test_a_rating_changes_its_line_and_no_other(tmp_path: Path) -> None:
    path = write(tmp_path)
    before = path.read_text().splitlines()
    kept = keeper(tmp_path)
    kept.apply(Rate(RADIO, "major", Rating.II))

    assert isinstance(kept.save(), Saved)
    changed = [line for line in path.read_text().splitlines() if line not in before]
    assert [line.split(":")[0].strip() for line in changed] == [RADIO]
    assert kept.case.matrix.row(SAID).ratings == {"none": Rating.C, "minor": Rating.C, "major": Rating.C}


def test_undo_restores_every_byte(tmp_path: Path) -> None:
    path = write(tmp_path)
    before = path.read_bytes()
    kept = keeper(tmp_path)
    for edit in (Rate(RADIO, "none", Rating.CC), Park(RADIO, "because")):
        kept.apply(edit)
        kept.save()
    kept.undo()
    kept.undo()
    kept.save()

    assert path.read_bytes() == before


def test_an_edit_that_changes_nothing_gives_back_the_case_that_is_shown(tmp_path: Path) -> None:
    write(tmp_path)
    kept = keeper(tmp_path)
    before = kept.case

    assert kept.apply(Rate(RADIO, "minor", Rating.C)) is before


def test_rows_outside_that_changed_in_the_file_are_taken_in_and_kept(tmp_path: Path) -> None:
    path = write(tmp_path)
    kept = keeper(tmp_path)
    path.write_text(MATRIX.replace("{none: C, minor: C", "{none: II, minor: C"))
    kept.apply(Rate(RADIO, "minor", Rating.N))

    assert isinstance(kept.save(), Saved)
    written = read(tmp_path).matrices["iraq", "me"]
    assert written.row(SAID).ratings["none"] is Rating.II
    assert written.row(RADIO).ratings["minor"] is Rating.N


def test_the_same_cell_changed_outside_is_asked_about(tmp_path: Path) -> None:
    path = write(tmp_path)
    kept = keeper(tmp_path)
    kept.apply(Rate(RADIO, "minor", Rating.N))
    path.write_text(MATRIX.replace("{none: 'I', minor: C}", "{none: 'I', minor: CC}"))

    assert isinstance(kept.save(), Clash)


def test_a_change_of_the_evidence_keeps_the_narrowing(tmp_path: Path) -> None:
    write(tmp_path)
    kept = keeper(tmp_path)
    evidence = tmp_path / "evidence/monitors.yaml"
    more = "  silence: {text: The radio falls silent., kind: report, credibility: 3}\n"
    evidence.write_text(evidence.read_text() + more)

    assert isinstance(kept.look_outside(), Changed)
    assert [*kept.case.items] == [RADIO, "monitors/silence"]
    assert kept.case.narrowed is not None
    assert [*kept.case.narrowed.outside] == [SAID, GUARD]


def test_a_row_that_leaves_the_slice_while_it_waits_is_saved(tmp_path: Path) -> None:
    """Its fingerprint, too, is made as if the row were in view."""
    path = write(tmp_path, matrix=None)
    kept = Keeper(read(tmp_path), "iraq", "me", partial(narrowed, to=Narrowing((Condition("kind", "report"),))))
    kept.apply(Rate(RADIO, "none", Rating.C))
    evidence = tmp_path / "evidence/monitors.yaml"
    evidence.write_text(evidence.read_text().replace("kind: report", "kind: denial"))
    kept.look_outside()

    assert RADIO not in kept.case.items
    assert isinstance(kept.save(), Saved)
    assert f"{RADIO}: {{none: C, wording: w" in path.read_text()
    assert not read(tmp_path).case("iraq", "me").stale(RADIO)


@pytest.mark.parametrize(("source", "expected"), [("monitors", (GUARD,)), ("embassy", (RADIO,))])
def test_rows_outside_that_are_not_rated_are_known(tmp_path: Path, source: str, expected: tuple[str, ...]) -> None:
    write(tmp_path)

    assert keeper(tmp_path, source).open_outside == expected
    assert Keeper(read(tmp_path), "iraq", "me").open_outside == ()
