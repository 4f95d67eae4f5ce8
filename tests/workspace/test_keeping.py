"""What is rated is in the file, on its one line, whatever happens around it."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workspace.small_case import ADDRESSES, MATRIX, write
from workbench.model import Confirm, Edit, Level, Park, Rate, Rating, Reason, Relevance, Row
from workbench.workspace import Clash, Failed, Keeper, Saved, read

SAID, GUARD, RADIO = ADDRESSES


def keeper(root: Path, analyst: str = "me") -> Keeper:
    return Keeper(read(root), "iraq", analyst)


def changed_lines(before: bytes, after: bytes) -> list[tuple[bytes, bytes]]:
    old, new = before.split(b"\n"), after.split(b"\n")
    assert len(old) == len(new)
    return [(a, b) for a, b in zip(old, new, strict=True) if a != b]


@pytest.mark.parametrize(("newline", "bom"), [("\n", False), ("\r\n", True)])
def test_one_changed_rating_is_one_changed_line(tmp_path: Path, newline: str, bom: bool) -> None:
    path = write(tmp_path, newline=newline, bom=bom)
    before = path.read_bytes()
    kept = keeper(tmp_path)
    kept.apply(Rate(SAID, "major", Rating.II))
    assert isinstance(kept.save(), Saved)
    [(old, new)] = changed_lines(before, path.read_bytes())
    assert old.strip() == b'embassy/saddam-public-statement: {none: C, minor: C, major: "C"}   # said twice'
    assert new.strip() == b'embassy/saddam-public-statement: {none: C, minor: C, major: "II"}   # said twice'


def test_a_new_cell_goes_where_its_hypothesis_stands(tmp_path: Path) -> None:
    path = write(tmp_path)
    kept = keeper(tmp_path)
    kept.apply(Rate(RADIO, "major", Rating.CC))
    kept.save()
    assert "{none: 'I', minor: C, major: CC}" in path.read_text()


def test_a_new_row_only_adds_a_line_where_it_sorts(tmp_path: Path) -> None:
    path = write(tmp_path)
    before = path.read_text().splitlines()
    kept = keeper(tmp_path)
    kept.apply(Rate(GUARD, "minor", Rating.C))
    kept.save()
    after = path.read_text().splitlines()
    [line] = [line for line in after if line not in before]
    assert line.startswith("  embassy/on-guard: {minor: C, wording: w")
    assert [line for line in after if line in before] == before
    assert after.index(line) < next(i for i, text in enumerate(after) if "saddam" in text)


def test_the_first_rating_begins_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, matrix=None)
    kept = keeper(tmp_path)
    kept.apply(Rate(SAID, "none", Rating.C))
    assert isinstance(kept.save(), Saved)
    assert path.read_text().splitlines()[0].startswith("# yaml-language-server: $schema=")
    assert read(tmp_path).matrices["iraq", "me"].row(SAID).ratings == {"none": Rating.C}


def test_clearing_the_last_cell_leaves_an_empty_row_and_undo_restores_the_bytes(tmp_path: Path) -> None:
    path = write(tmp_path, matrix="format: 1\nrows:\n  monitors/radio-traffic: {none:  'I'}  # so\n")
    before = path.read_bytes()
    kept = keeper(tmp_path)
    kept.apply(Rate(RADIO, "none", None))
    kept.save()
    assert b"  monitors/radio-traffic: {}  # so\n" in path.read_bytes()
    assert kept.undo() == Rate(RADIO, "none", None)
    kept.save()
    assert path.read_bytes() == before


EDITS = st.one_of(
    st.builds(
        Rate,
        st.sampled_from(ADDRESSES),
        st.sampled_from(["none", "minor", "major"]),
        st.one_of(st.none(), st.sampled_from(Rating)),
    ),
    st.builds(
        Reason,
        st.sampled_from(ADDRESSES),
        st.sampled_from(["none", "minor", "major"]),
        st.one_of(st.just(""), st.text(min_size=1, max_size=60).map(str.strip).filter(str.isprintable)),
    ),
    st.builds(Relevance, st.sampled_from(ADDRESSES), st.sampled_from(Level)),
    st.builds(Park, st.sampled_from(ADDRESSES), st.sampled_from(["", "Says nothing: either way.", "x # y"])),
    st.builds(Confirm, st.sampled_from(ADDRESSES)),
)
"""All edits that can be taken back."""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(st.one_of(EDITS, st.sampled_from(["undo", "redo", "save"])), max_size=14),
    start=st.sampled_from([MATRIX, None, "format: 1\nrows: {}\n", MATRIX.rstrip("\n"), MATRIX.replace("\n", "\r\n")]),
)
def test_the_file_says_what_the_screen_shows_and_undo_restores_every_byte(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Edit | str], start: str | None
) -> None:
    root = tmp_path_factory.mktemp("case")
    path = write(root, matrix=start)
    before = path.read_bytes() if start is not None else None
    kept = keeper(root)
    for step in steps:
        match step:
            case "undo":
                kept.undo()
            case "redo":
                kept.redo()
            case "save":
                saved = kept.save()
                assert isinstance(saved, Saved), saved
            case str():
                raise AssertionError(step)
            case _:
                kept.apply(step)
    saved = kept.save()
    assert isinstance(saved, Saved), saved
    if path.exists():
        again = read(root)
        assert again.findings == ()
        assert _meaning(keeper(root)) == _meaning(kept)
    while kept.undo():
        assert isinstance(kept.save(), Saved)
    if before is not None:
        assert path.read_bytes() == before


def _meaning(kept: Keeper) -> object:
    matrix = kept.case.matrix
    rows = {a: r for a in ADDRESSES if (r := matrix.row(a)) != Row()}
    return rows, {a: matrix.note(a) for a in ADDRESSES}, matrix.looked


def test_cells_rated_elsewhere_are_taken_in(tmp_path: Path) -> None:
    path = write(tmp_path)
    mine, theirs = keeper(tmp_path), keeper(tmp_path)
    theirs.apply(Rate(RADIO, "minor", Rating.II))
    theirs.save()
    mine.apply(Rate(RADIO, "none", Rating.N))
    saved = mine.save()
    assert saved == Saved(saved.at, ((RADIO, "minor"),)) if isinstance(saved, Saved) else False
    assert "{none: 'N', minor: II}" in path.read_text()
    assert mine.case.matrix.row(RADIO).ratings == {"none": Rating.N, "minor": Rating.II}


@pytest.mark.parametrize(("mine_wins", "rating"), [(True, Rating.N), (False, Rating.CC)])
def test_the_same_cell_rated_differently_is_asked_about(tmp_path: Path, mine_wins: bool, rating: Rating) -> None:
    write(tmp_path)
    mine, theirs = keeper(tmp_path), keeper(tmp_path)
    theirs.apply(Rate(RADIO, "none", Rating.CC))
    theirs.save()
    mine.apply(Rate(RADIO, "none", Rating.N))
    clash = mine.save()
    assert isinstance(clash, Clash)
    assert [(d.address, d.place, d.mine, d.theirs) for d in clash.cells] == [(RADIO, "none", "N", "CC")]
    assert mine.pending
    mine.settle(mine=mine_wins)
    assert isinstance(mine.save(), Saved)
    assert read(tmp_path).matrices["iraq", "me"].row(RADIO).ratings["none"] is rating
    assert mine.case.matrix.row(RADIO).ratings["none"] is rating


def test_undo_after_a_merge_takes_back_only_my_own_cell(tmp_path: Path) -> None:
    write(tmp_path)
    mine, theirs = keeper(tmp_path), keeper(tmp_path)
    mine.apply(Rate(RADIO, "none", Rating.N))
    mine.save()
    theirs.apply(Rate(RADIO, "minor", Rating.II))
    theirs.save()
    mine.look_outside()
    mine.undo()
    mine.save()
    assert read(tmp_path).matrices["iraq", "me"].row(RADIO).ratings == {"none": Rating.I, "minor": Rating.II}


def test_what_cannot_be_saved_is_said_kept_and_saved_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path)
    before = path.read_bytes()
    kept = keeper(tmp_path)
    kept.apply(Rate(RADIO, "none", Rating.N))
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", _full)
        failed = kept.save()
    assert isinstance(failed, Failed)
    assert "No space left" in failed.message
    assert path.read_bytes() == before
    assert kept.pending
    assert isinstance(kept.save(), Saved)
    assert "{none: 'N', minor: C}" in path.read_text()


def _full(_handle: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_folder_that_is_gone_is_said_and_not_made_anew(tmp_path: Path) -> None:
    path = write(tmp_path)
    kept = keeper(tmp_path)
    kept.apply(Rate(RADIO, "none", Rating.N))
    path.unlink()
    path.parent.rmdir()
    failed = kept.save()
    assert isinstance(failed, Failed)
    assert "gone" in failed.message
    path.parent.mkdir()
    assert isinstance(kept.save(), Saved)
    assert read(tmp_path).matrices["iraq", "me"].row(SAID).ratings["none"] is Rating.C


def test_a_file_broken_outside_is_never_overwritten(tmp_path: Path) -> None:
    path = write(tmp_path)
    kept = keeper(tmp_path)
    kept.apply(Rate(RADIO, "none", Rating.N))
    broken = b"<<<<<<< ours\nformat: 1\n=======\nformat: 1\n>>>>>>> theirs\n"
    path.write_bytes(broken)
    failed = kept.save()
    assert isinstance(failed, Failed)
    assert "matrices/iraq/me.yaml:1: " in failed.message
    assert path.read_bytes() == broken
    assert kept.pending


def test_a_link_within_the_workspace_stays_a_link(tmp_path: Path) -> None:
    path = write(tmp_path)
    real = tmp_path / "matrices/real.txt"
    path.rename(real)
    path.symlink_to(real)
    kept = keeper(tmp_path)
    kept.apply(Rate(RADIO, "none", Rating.N))
    assert isinstance(kept.save(), Saved)
    assert path.is_symlink()
    assert "'N'" in real.read_text()


def test_evidence_reworded_outside_is_noticed_and_makes_the_row_stale(tmp_path: Path) -> None:
    write(tmp_path)
    kept = keeper(tmp_path)
    kept.apply(Rate(GUARD, "none", Rating.I))
    kept.save()
    assert kept.look_outside() is None
    evidence = tmp_path / "evidence/embassy.yaml"
    evidence.write_text(evidence.read_text().replace("on guard", "on their guard"))
    changed = kept.look_outside()
    assert changed is not None
    assert changed.files == ("evidence/embassy.yaml",)
    assert kept.case.stale(GUARD)
    assert kept.look_outside() is None


def test_a_row_under_an_old_id_is_written_under_the_new_one(tmp_path: Path) -> None:
    path = write(tmp_path)
    for file, old, new in [
        ("hypotheses/iraq.yaml", "  minor:\n", "  small:\n    formerly: [minor]\n"),
        ("evidence/monitors.yaml", "  radio-traffic:\n", "  radio:\n    formerly: [radio-traffic]\n"),
    ]:
        (tmp_path / file).write_text((tmp_path / file).read_text().replace(old, new))
    before = path.read_text()
    kept = keeper(tmp_path)
    assert kept.case.matrix.row("monitors/radio").ratings == {"none": Rating.I, "small": Rating.C}
    kept.apply(Rate("monitors/radio", "none", Rating.II))
    assert isinstance(kept.save(), Saved)
    assert "  monitors/radio:   {none: 'II', small: C}\n" in path.read_text()
    assert len([line for line in path.read_text().splitlines() if line not in before.splitlines()]) == 1
