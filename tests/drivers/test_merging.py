"""Merging three states of one file: bytes that stay, order, what is in doubt, and what no driver may do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.small_case import EMBASSY, HYPOTHESES, MATRIX, write
from workbench import yamltext
from workbench.drivers.merging import Merged, merged

ROW = "monitors/radio-traffic:   {none: 'I', minor: C}"
PATH = "matrices/iraq/me.yaml"
SOURCE = "evidence/embassy.yaml"


@pytest.fixture(autouse=True)
def _in_the_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path)
    monkeypatch.chdir(tmp_path)


def done(path: str, base: str, ours: str, theirs: str) -> Merged:
    return merged(path, base.encode(), ours.encode(), theirs.encode())


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_all_but_the_cell_stays_byte_for_byte(newline: str, bom: str) -> None:
    base = bom + MATRIX.replace("\n", newline)
    ours = base.replace("none: 'I'", "none: 'II'").replace("# mine", "#   mine, and odd")
    theirs = base.replace("minor: C}", "minor: NA}")
    found = done(PATH, base, ours, theirs)

    assert found.clean
    assert found.data == ours.replace("minor: C}", "minor: NA}").encode()


def test_a_new_cell_stands_in_the_order_of_the_hypotheses() -> None:
    base = MATRIX.replace(ROW, "monitors/radio-traffic: {minor: C}")
    ours = base.replace("{minor: C}", "{minor: C, major: C}")
    theirs = base.replace("{minor: C}", "{none: C, minor: C}")

    assert b"monitors/radio-traffic: {none: C, minor: C, major: C}" in done(PATH, base, ours, theirs).data
    assert b"monitors/radio-traffic: {none: C, minor: C, major: C}" in done(PATH, base, theirs, ours).data


def test_new_rows_stand_where_they_sort() -> None:
    ours = MATRIX.replace(ROW, f"embassy/x: {{none: C}}\n  {ROW}")
    theirs = MATRIX.replace(ROW, f"embassy/w: {{none: C}}\n  {ROW}")
    first, second = done(PATH, MATRIX, ours, theirs), done(PATH, MATRIX, theirs, ours)

    assert first == second
    assert [*yamltext.read(first.data).root["rows"]][1:] == ["embassy/w", "embassy/x", "monitors/radio-traffic"]  # type: ignore[misc]


def test_comments_of_both_sides_are_kept() -> None:
    """In one row: the lines of git do not merge, and the comment of theirs has no place in the row of ours."""
    ours = MATRIX.replace(ROW, ROW.replace("'I'", "'II'"))
    theirs = MATRIX.replace(ROW, ROW.replace("minor: C", "minor: NA") + "  # asked twice")
    found = done(PATH, MATRIX, ours, theirs)

    assert not found.clean
    assert b"# asked twice" in found.data


def test_a_note_in_another_place_keeps_its_comment() -> None:
    ours = MATRIX.replace("none: 'I'", "none: 'II'")
    theirs = MATRIX.replace("{none: C, minor: C", "{none: C, minor: N").replace("# said twice", "# said thrice")
    found = done(PATH, MATRIX, ours, theirs)

    assert found.clean
    assert found.data.decode() == theirs.replace("none: 'I'", "none: 'II'")


def test_an_item_changed_here_and_removed_there_is_a_conflict() -> None:
    ours = EMBASSY.replace("on guard", "on their guard")
    theirs = EMBASSY[: EMBASSY.index("  on-guard:")].rstrip() + "\n"
    found = done(SOURCE, EMBASSY, ours, theirs)

    assert not found.clean
    assert b"<<<<<<< ours\n" in found.data
    assert b"on their guard" in found.data
    assert b"=======\n>>>>>>> theirs\n" in found.data


def test_the_same_item_told_twice_under_two_ids_is_a_conflict() -> None:
    """Each alone is fine; together they would be one claim counted twice (C044)."""
    told = "\n  {}:\n    text: >-\n      The guards at the gate were doubled on the day before.\n    kind: report\n"
    found = done(SOURCE, EMBASSY, EMBASSY + told.format("a"), EMBASSY + told.format("b"))

    assert not found.clean
    assert b"<<<<<<< ours" in found.data


def test_grade_and_its_reason_are_one_place() -> None:
    ours = EMBASSY.replace("credibility: 3", "credibility: 4")
    theirs = EMBASSY.replace("credibility: 3", "credibility: 3\n    because: Seen by two.")

    assert not done(SOURCE, EMBASSY, ours, theirs).clean


def test_lists_are_united() -> None:
    path = "hypotheses/iraq.yaml"
    ours = HYPOTHESES.replace("[An attack.]", "[An attack., A threat.]")
    theirs = HYPOTHESES.replace("[An attack.]", "[An attack., A speech.]")
    found = done(path, HYPOTHESES, ours, theirs)

    assert found.clean
    assert b"expect_not: [An attack., A threat., A speech.]" in found.data


def test_reordered_hypotheses_take_a_new_one_with_them() -> None:
    path = "hypotheses/iraq.yaml"
    start = HYPOTHESES.index("  minor:")
    middle = HYPOTHESES.index("  major:")
    theirs = HYPOTHESES[:start] + HYPOTHESES[middle:] + HYPOTHESES[start:middle]
    ours = HYPOTHESES + "  bluff:\n    short: Bluff\n    statement: It only talks.\n    expect_not: [An attack.]\n"
    found = done(path, HYPOTHESES, ours, theirs)

    assert found.clean
    assert [*yamltext.read(found.data).root["hypotheses"]] == ["none", "major", "bluff", "minor"]  # type: ignore[misc]


def test_a_file_that_both_began() -> None:
    found = done(SOURCE, "", EMBASSY, EMBASSY.replace("on guard", "on their guard"))

    assert not found.clean
    assert found.data.count(b"<<<<<<< ours") == 1


@pytest.mark.parametrize(
    "ours, theirs",
    [
        (MATRIX.replace(ROW, ROW + "}"), MATRIX.replace("# mine", "# yours")),
        (MATRIX + "rows: {}\n", MATRIX.replace("# mine", "# yours")),
        ("", MATRIX.replace("# mine", "# yours")),
        ("\x00", "\x01"),
        (MATRIX.replace("format: 1", "format: 2"), MATRIX.replace("# mine", "# yours")),
        ("a: &x [1]\nb: *x\n", MATRIX),
        ("\udcff".encode("utf-8", "surrogateescape").decode("latin-1"), MATRIX),
    ],
)
def test_what_cannot_be_read_is_never_called_merged(ours: str, theirs: str) -> None:
    found = done(PATH, MATRIX, ours, theirs)

    assert not found.clean
    with pytest.raises(yamltext.YamlError):
        yamltext.read(found.data)


def test_a_file_that_is_none_of_ours_is_merged_by_lines() -> None:
    found = done("README.md", "a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n")

    assert found == Merged(b"A\nb\nC\n", clean=True)


def test_longer_markers() -> None:
    base, ours, theirs = (MATRIX.replace("'I'", f"'{r}'").encode() for r in ("I", "II", "N"))

    assert b"\n<<<<<<<<<<<< ours\n" in merged(PATH, base, ours, theirs, size=12).data


def test_without_a_workspace_around_it_merges_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bare").mkdir()
    monkeypatch.chdir(tmp_path / "bare")
    ours = MATRIX.replace("none: 'I'", "none: 'II'")
    found = done(PATH, MATRIX, ours, MATRIX.replace("minor: C}", "minor: C, major: C}"))

    assert found.clean
    assert b"{none: 'II', minor: C, major: C}" in found.data


def test_confirmed_here_and_rated_again_against_the_old_wording_there_stays_as_it_was() -> None:
    base = MATRIX.replace(ROW, ROW.replace("}", ", wording: w0000000000000001}"))
    ours = base.replace("w0000000000000001", "w0000000000000002")
    theirs = base.replace("none: 'I'", "none: 'II'")

    for found in (done(PATH, base, ours, theirs), done(PATH, base, theirs, ours)):
        assert found.clean
        assert b"{none: 'II', minor: C, wording: w0000000000000001}" in found.data
