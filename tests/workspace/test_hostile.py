"""Nothing typed is lost, misplaced or silently changed, whatever lies in the folder and whoever else writes there."""

import fcntl
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workspace.small_case import ADDRESSES, MATRIX, write
from workbench.model import Confirm, Edit, Level, Look, Park, Rate, Rating, Reason, Relevance, Row
from workbench.workspace import Clash, Failed, Keeper, Saved, durable, read

SAID, GUARD, RADIO = ADDRESSES
CONFLICT = "<<<<<<< ours\nformat: 1\nrows: {monitors/radio-traffic: {none: C}}\n"
TWICE = "format: 1\nrows:\n  monitors/radio-traffic: {none: C}\n  monitors/radio-traffic: {none: I}\n"
NEWER = "format: 2\nrows:\n  monitors/radio-traffic: {none: C}\n"


def keeper(root: Path) -> Keeper:
    return Keeper(read(root), "iraq", "me")


def change(path: Path, old: str, new: str) -> None:
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def rename_hypothesis(root: Path) -> None:
    change(root / "hypotheses/iraq.yaml", "  minor:\n", "  small:\n    formerly: [minor]\n")


def rename_item(root: Path) -> None:
    change(root / "evidence/monitors.yaml", "  radio-traffic:\n", "  radio:\n    formerly: [radio-traffic]\n")


def saved(kept: Keeper) -> None:
    came = kept.save()
    assert isinstance(came, Saved), came


def failed(kept: Keeper) -> str:
    came = kept.save()
    assert isinstance(came, Failed), came
    return came.message


@pytest.mark.parametrize(("matrix", "code"), [(CONFLICT, "Y007"), (TWICE, "Y010"), (NEWER, "S001")])
def test_a_file_that_could_not_be_used_from_the_start_is_never_overwritten(
    tmp_path: Path, matrix: str, code: str
) -> None:
    path = write(tmp_path, matrix=matrix)
    kept = keeper(tmp_path)
    kept.apply(Rate(RADIO, "none", Rating.N))
    assert f": {code} " in failed(kept)
    assert path.read_text() == matrix
    path.write_text("format: 1\nrows:\n  embassy/on-guard: {none: C}\n")
    kept.look_outside()
    saved(kept)
    assert read(tmp_path).matrices["iraq", "me"].row(GUARD).ratings == {"none": Rating.C}
    assert read(tmp_path).matrices["iraq", "me"].row(RADIO).ratings == {"none": Rating.N}


def test_a_pipe_or_a_folder_in_the_place_of_the_matrix_stays(tmp_path: Path) -> None:
    path = write(tmp_path)
    path.unlink()
    os.mkfifo(path)
    kept = keeper(tmp_path)
    kept.apply(Rate(RADIO, "none", Rating.N))
    assert "W001" in failed(kept)
    assert path.is_fifo()


@pytest.mark.parametrize("there", [True, False])
def test_nothing_is_written_through_a_link_that_leads_out(tmp_path: Path, there: bool) -> None:
    root, outside = tmp_path / "case", tmp_path / "outside.yaml"
    path = write(root)
    path.rename(outside)
    path.symlink_to(outside)
    before = outside.read_text()
    if not there:
        outside.unlink()
    kept = keeper(root)
    kept.apply(Rate(RADIO, "none", Rating.N))
    assert "W003" in failed(kept)
    assert outside.exists() == there
    assert not there or outside.read_text() == before


def test_a_link_to_itself_is_said(tmp_path: Path) -> None:
    path = write(tmp_path)
    kept = keeper(tmp_path)
    path.unlink()
    path.symlink_to(path)
    kept.apply(Rate(RADIO, "none", Rating.N))
    assert "leads to itself" in failed(kept)


def test_a_file_removed_before_the_first_save_is_written_again_whole(tmp_path: Path) -> None:
    path = write(tmp_path)
    kept = keeper(tmp_path)
    path.unlink()
    kept.look_outside()
    kept.apply(Rate(RADIO, "minor", Rating.N))
    saved(kept)
    assert path.read_text() == MATRIX.replace("minor: C}\n\n", "minor: N}\n\n")


def test_what_one_row_refuses_does_not_hold_the_others_back(tmp_path: Path) -> None:
    path = write(tmp_path, matrix="format: 1\nrows:\n  embassy/on-guard: [I, C]\n  monitors/radio-traffic: {none: I}\n")
    kept = keeper(tmp_path)
    kept.apply(Rate(GUARD, "none", Rating.C))
    kept.apply(Reason(RADIO, "none", "bell \a"))
    kept.apply(Rate(RADIO, "none", Rating.II))
    assert ":3: this is not a mapping" in failed(kept)
    assert "radio-traffic: {none: II}" in path.read_text()
    assert kept.pending
    kept.apply(Reason(RADIO, "none", "bell"))
    failed(kept)
    assert "      none: bell\n" in path.read_text()
    change(path, "[I, C]", "{minor: I}")
    kept.look_outside()
    saved(kept)
    assert read(tmp_path).matrices["iraq", "me"].row(GUARD).ratings == {"none": Rating.C, "minor": Rating.I}


def test_an_edit_that_was_refused_can_be_taken_back(tmp_path: Path) -> None:
    path = write(tmp_path)
    kept = keeper(tmp_path)
    kept.apply(Rate(RADIO, "none", Rating.N))
    kept.apply(Reason(SAID, "none", "bell \a"))
    assert "U+0007" in failed(kept)
    kept.undo()
    saved(kept)
    kept.undo()
    saved(kept)
    assert path.read_text() == MATRIX


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("because: {none: x}\n    remark: my thought", "remark: my thought"),
        ("because: {none: x}\n    relevance: hihg", "relevance: hihg"),
        ("# my thought\n    because: {none: x}", "# my thought"),
        ("because:\n      none: x\n      minor:", "minor:"),
    ],
)
def test_taking_the_last_reason_away_leaves_what_else_stands_there(tmp_path: Path, note: str, left: str) -> None:
    matrix = f"format: 1\nrows:\n  monitors/radio-traffic: {{none: I}}\nnotes:\n  monitors/radio-traffic:\n    {note}\n"
    path = write(tmp_path, matrix=matrix)
    kept = keeper(tmp_path)
    kept.apply(Reason(RADIO, "none", ""))
    saved(kept)
    assert "none: x" not in path.read_text()
    assert left in path.read_text()
    kept.undo()
    saved(kept)
    assert path.read_text() == matrix


def test_a_reason_goes_where_because_is_still_empty(tmp_path: Path) -> None:
    path = write(tmp_path, matrix="format: 1\nrows: {}\nnotes:\n  monitors/radio-traffic:\n    because:\n")
    kept = keeper(tmp_path)
    kept.apply(Reason(RADIO, "none", "new"))
    saved(kept)
    assert path.read_text().endswith("    because:\n      none: new\n")


def test_of_a_row_under_two_ids_the_one_that_counts_is_the_one_that_is_edited(tmp_path: Path) -> None:
    rows = "  monitors/radio: {none: C}\n  monitors/radio-traffic: {none: I, minor: C}\n"
    path = write(tmp_path, matrix=f"format: 1\nrows:\n{rows}")
    rename_item(tmp_path)
    kept = keeper(tmp_path)
    kept.apply(Rate("monitors/radio", "major", Rating.II))
    saved(kept)
    assert "  monitors/radio: {none: C, major: II}\n  monitors/radio-traffic: {none: I, minor: C}\n" in path.read_text()
    assert keeper(tmp_path).case.matrix.rows == kept.case.matrix.rows


def test_of_a_cell_under_two_ids_the_one_that_counts_is_the_one_that_is_edited(tmp_path: Path) -> None:
    path = write(tmp_path, matrix="format: 1\nrows:\n  monitors/radio-traffic: {none: I, small: N, minor: C}\n")
    rename_hypothesis(tmp_path)
    kept = keeper(tmp_path)
    assert kept.case.matrix.row(RADIO).ratings == {"none": Rating.I, "small": Rating.N}
    kept.apply(Rate(RADIO, "small", Rating.CC))
    saved(kept)
    assert "{none: I, small: CC, minor: C}" in path.read_text()
    kept.apply(Rate(RADIO, "small", None))
    saved(kept)
    assert "{none: I}" in path.read_text()


def test_a_reason_alone_does_not_make_a_row_under_old_ids_stale(tmp_path: Path) -> None:
    write(tmp_path)
    kept = keeper(tmp_path)
    kept.apply(Rate(GUARD, "minor", Rating.C))
    saved(kept)
    rename_hypothesis(tmp_path)
    kept = keeper(tmp_path)
    kept.apply(Reason(GUARD, "small", "why"))
    saved(kept)
    assert not kept.case.stale(GUARD)
    kept.apply(Rate(GUARD, "none", Rating.C))
    saved(kept)
    assert not kept.case.stale(GUARD)
    assert not keeper(tmp_path).case.stale(GUARD)


def test_ids_renamed_while_the_matrix_is_open_take_everything_with_them(tmp_path: Path) -> None:
    path = write(tmp_path)
    kept = keeper(tmp_path)
    kept.apply(Rate(GUARD, "minor", Rating.C))
    saved(kept)
    kept.apply(Rate(RADIO, "minor", Rating.II))
    rename_hypothesis(tmp_path)
    rename_item(tmp_path)
    kept.look_outside()
    assert kept.case.matrix.row(GUARD).ratings == {"small": Rating.C}
    assert not kept.case.stale(GUARD)
    assert kept.case.matrix.row("monitors/radio").ratings == {"none": Rating.I, "small": Rating.II}
    saved(kept)
    assert "  monitors/radio:   {none: 'I', small: II}\n" in path.read_text()
    assert kept.undo() == Rate("monitors/radio", "small", Rating.II)
    saved(kept)
    assert "  monitors/radio:   {none: 'I', small: C}\n" in path.read_text()
    assert kept.undo() == Rate(GUARD, "small", Rating.C)
    saved(kept)
    assert read(tmp_path).matrices["iraq", "me"].row(GUARD) == Row()


def test_an_item_that_is_gone_keeps_its_row_through_every_edit(tmp_path: Path) -> None:
    write(tmp_path)
    kept = keeper(tmp_path)
    kept.apply(Rate(GUARD, "none", Rating.C))
    saved(kept)
    change(tmp_path / "evidence/embassy.yaml", "  on-guard:\n", "  on-watch:\n")
    kept.look_outside()
    kept.apply(Rate(GUARD, "major", Rating.I))
    kept.apply(Confirm(GUARD))
    saved(kept)
    assert keeper(tmp_path).case.matrix.row(GUARD).ratings == {"none": Rating.C, "major": Rating.I}
    while kept.undo():
        saved(kept)


@pytest.mark.parametrize("name", ["relevance", "parked", "rating", "because"])
def test_a_hypothesis_may_be_called_like_a_field(tmp_path: Path, name: str) -> None:
    path = write(tmp_path)
    change(tmp_path / "hypotheses/iraq.yaml", "  minor:\n", f"  {name}:\n")
    change(path, "minor", name)
    mine, theirs = keeper(tmp_path), keeper(tmp_path)
    theirs.apply(Rate(RADIO, name, Rating.I))
    saved(theirs)
    mine.apply(Rate(RADIO, "none", Rating.N))
    saved(mine)
    assert read(tmp_path).matrices["iraq", "me"].row(RADIO).ratings == {"none": Rating.N, name: Rating.I}


def test_settling_one_clash_does_not_decide_another(tmp_path: Path) -> None:
    write(tmp_path)
    mine, theirs = keeper(tmp_path), keeper(tmp_path)
    mine.apply(Rate(RADIO, "none", Rating.N))
    theirs.apply(Rate(RADIO, "none", Rating.II))
    saved(theirs)
    assert isinstance(mine.save(), Clash)
    mine.apply(Rate(RADIO, "minor", Rating.I))
    theirs.apply(Rate(RADIO, "minor", Rating.CC))
    saved(theirs)
    mine.settle(mine=True)
    again = mine.save()
    assert isinstance(again, Clash)
    assert [cell.place for cell in again.cells] == ["none", "minor"]
    mine.settle(mine=False)
    saved(mine)
    assert mine.case.matrix.row(RADIO).ratings == {"none": Rating.II, "minor": Rating.CC}


def test_undo_and_redo_leave_a_cell_that_was_settled_for_the_others(tmp_path: Path) -> None:
    write(tmp_path)
    mine, theirs = keeper(tmp_path), keeper(tmp_path)
    mine.apply(Rate(RADIO, "none", Rating.N))
    theirs.apply(Rate(RADIO, "none", Rating.II))
    saved(theirs)
    mine.save()
    mine.settle(mine=False)
    saved(mine)
    for move in (mine.undo, mine.redo):
        assert move() == Rate(RADIO, "none", Rating.N)
        saved(mine)
        assert read(tmp_path).matrices["iraq", "me"].row(RADIO).ratings["none"] is Rating.II


def test_texts_are_kept_in_memory_as_the_file_keeps_them(tmp_path: Path) -> None:
    write(tmp_path)
    kept = keeper(tmp_path)
    kept.apply(Park(GUARD, "  \n "))
    kept.apply(Reason(GUARD, "none", "  why\n"))
    kept.apply(Reason(GUARD, "major", " \t "))
    saved(kept)
    assert not kept.case.parked(GUARD)
    assert kept.case.matrix.note(GUARD).because == {"none": "why"}
    assert keeper(tmp_path).case.matrix.note(GUARD) == kept.case.matrix.note(GUARD)


def test_a_lock_that_is_never_let_go_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable.locked.__wrapped__, "__kwdefaults__", {"patience": 0.01})  # type: ignore[attr-defined]
    path = write(tmp_path)
    handle = os.open(path.parent, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    kept = keeper(tmp_path)
    kept.apply(Rate(RADIO, "none", Rating.N))
    assert "holds the lock" in failed(kept)
    os.close(handle)
    saved(kept)


@pytest.mark.parametrize("name", ["hypotheses", "evidence", "matrices"])
def test_a_folder_that_became_a_file_or_a_loop_is_a_finding(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    kept = keeper(tmp_path)
    (tmp_path / name).rename(tmp_path / "elsewhere")
    (tmp_path / name).write_text("x")
    assert [(f.path, f.code) for f in read(tmp_path).findings] == [(name, "W002")]
    kept.look_outside()
    (tmp_path / name).unlink()
    (tmp_path / name).symlink_to(name)
    assert [(f.path, f.code) for f in read(tmp_path).findings] == [(name, "W002")]
    kept.look_outside()


PLACES = (st.sampled_from(ADDRESSES), st.sampled_from(["none", "minor", "major"]))
EDITS = st.one_of(
    st.builds(Rate, *PLACES, st.one_of(st.none(), st.sampled_from(Rating))),
    st.builds(Reason, *PLACES, st.sampled_from(["", "why", "a: b # c", "two\nlines", " x "])),
    st.builds(Relevance, PLACES[0], st.sampled_from(Level)),
    st.builds(Park, PLACES[0], st.sampled_from(["", "says nothing"])),
    st.builds(Confirm, PLACES[0]),
    st.builds(Look, st.tuples(PLACES[0])),
)
MOVES = st.one_of(EDITS, st.sampled_from(["undo", "redo", "save", "save", "look", "reword", "remove", "rename"]))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.booleans(), MOVES), max_size=16))
def test_two_on_one_file_end_with_what_the_file_says(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[bool, Edit | str]]
) -> None:
    root = tmp_path_factory.mktemp("case")
    path = write(root)
    two = keeper(root), keeper(root)
    for first, move in moves:
        if isinstance(move, str):
            _moved(root, two[first], move)
        else:
            _edited(two[first], move)
    for kept in (*two, *two):
        kept.look_outside()
        _settled(kept)
    for kept in two:
        kept.look_outside()
        if path.exists():
            assert _meaning(kept) == _meaning(keeper(root))


def _edited(kept: Keeper, edit: Edit) -> None:
    """Make an edit as the screen can: under the ids it shows."""
    if isinstance(edit, Rate | Reason) and edit.hypothesis not in kept.case.question.hypotheses:
        edit = edit._replace(hypothesis="small")
    kept.apply(edit)


def _moved(root: Path, kept: Keeper, move: str) -> None:
    hypotheses, evidence = root / "hypotheses/iraq.yaml", root / "evidence/monitors.yaml"
    match move:
        case "undo":
            kept.undo()
        case "redo":
            kept.redo()
        case "save":
            _settled(kept)
        case "look":
            kept.look_outside()
        case "reword":
            evidence.write_text(evidence.read_text().replace("more often", "more and more often"))
        case "remove":
            (root / "matrices/iraq/me.yaml").unlink(missing_ok=True)
        case _ if "small:" not in hypotheses.read_text():
            rename_hypothesis(root)


def _settled(kept: Keeper) -> None:
    came = kept.save()
    if isinstance(came, Clash):
        kept.settle(mine=bool(len(came.cells) % 2))
        came = kept.save()
    assert isinstance(came, Saved), came


def _meaning(kept: Keeper) -> object:
    case = kept.case
    rows = {a: (case.matrix.row(a), case.matrix.note(a), case.stale(a)) for a in case.items}
    return rows, case.matrix.looked
