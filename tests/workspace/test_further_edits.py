"""What stands beside the ratings in a matrix file: one changed line, or lines added where they belong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.all_edits import FULL
from tests.workspace.small_case import ADDRESSES, MATRIX, write
from workbench.model import (
    CHECKLIST,
    CREDIBILITIES,
    Check,
    Confidence,
    Confirm,
    Edit,
    Grade,
    Judge,
    Judgement,
    Look,
    OwnGrade,
    Rate,
    Rating,
    Reason,
    Row,
    Shuffle,
    Suspect,
    Weigh,
    Weighing,
    judgement_stale,
)
from workbench.workspace import Clash, Failed, Keeper, Saved, read, shapes

SAID, GUARD, RADIO = ADDRESSES
LISTENERS = "border-monitors"
FITS = "ma5474ac9720aef47"
"""The fingerprint of the matrix of `FULL`."""


def keeper(root: Path) -> Keeper:
    return Keeper(read(root), "iraq", "me")


def made(kept: Keeper, *edits: Edit) -> None:
    for edit in edits:
        kept.apply(edit)
        saved(kept)


def saved(kept: Keeper) -> None:
    came = kept.save()
    assert isinstance(came, Saved), came


def change(path: Path, old: str, new: str) -> None:
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def lines_added(before: str, after: str) -> list[str]:
    """The lines that are new; all others stand as they stood."""
    old, new = before.splitlines(), after.splitlines()
    added = [line for line in new if line not in old]
    assert [line for line in new if line in old and line] == [line for line in old if line]
    return added


ADDED: list[tuple[list[Edit], list[str], str]] = [
    ([Weigh(RADIO, "none", Weighing.FATAL)], ["    weighed: {none: fatal}"], "planned."),
    (
        [Weigh(GUARD, "none", Weighing.SPECIAL_CASE)],
        ["  embassy/on-guard:", "    weighed: {none: special-case}"],
        "notes:",
    ),
    (
        [Grade(GUARD, "4", "Seen once: at night.")],
        ["grades:", "  embassy/on-guard:", "    credibility: 4", '    because: "Seen once: at night."'],
        "planned.",
    ),
    (
        [Suspect(LISTENERS, RADIO, "minor", Rating.II), Suspect(LISTENERS, RADIO, "none", Rating.C)],
        [
            "deceptive:",
            "  border-monitors:",
            "    monitors/radio-traffic: {none: C, minor: II, wording: w0052b5a8e863a5dd}",
        ],
        "planned.",
    ),
    (
        [Check("embassy", "past", "It lied before."), Check("embassy", "motive", "None known.")],
        ["checks:", "  embassy:", "    motive: None known.", "    past: It lied before."],
        "planned.",
    ),
    ([Shuffle("4711")], ["order:", "  seed: 4711"], "planned."),
    (
        [
            Judge(because="It is the radio."),
            Judge({"minor": 62.5, "other": 17.5}),
            Judge({"none": 20.0}, Confidence.LOW),
        ],
        [
            "judgement:",
            "  likelihood: {none: 20, minor: 62.5, other: 17.5}",
            "  confidence: low",
            "  because: It is the radio.",
            "  matrix: ma3dfc6704c3efdb3",
        ],
        "planned.",
    ),
]


@pytest.mark.parametrize(("edits", "added", "after"), ADDED)
def test_what_is_new_only_adds_lines_in_their_fixed_order(
    tmp_path: Path, edits: list[Edit], added: list[str], after: str
) -> None:
    path = write(tmp_path)
    before = path.read_text()
    kept = keeper(tmp_path)
    made(kept, *edits)
    written = path.read_text()
    assert lines_added(before, written) == added
    filled = [line for line in written.splitlines() if line]
    assert filled[filled.index(added[0]) - 1].endswith(after)
    while kept.undo():
        saved(kept)
    assert path.read_text() == before


def test_sections_stand_in_their_fixed_order_with_an_empty_line_between(tmp_path: Path) -> None:
    path = write(tmp_path, matrix=None)
    edits = [edit for edits, _, _ in reversed(ADDED) for edit in edits]
    made(keeper(tmp_path), *edits, Look((GUARD,)), Rate(GUARD, "none", Rating.I))
    lines = path.read_text().splitlines()
    sections = [line.partition(":")[0] for line in lines if line and line[0].isalpha()]
    assert sections == ["format", "rows", "notes", "grades", "deceptive", "checks", "order", "judgement"]
    assert [lines[lines.index(f"{name}:") - 1] for name in sections[2:]] == [""] * 6
    assert "  seed: 4711\n  looked: [embassy/on-guard]\n" in path.read_text()


CHANGED: list[tuple[Edit, str, str]] = [
    (Weigh(RADIO, "none", Weighing.ERROR), 'weighed: {none: "fatal", minor', 'weighed: {none: "error", minor'),
    (Weigh(RADIO, "major", Weighing.ERROR), "minor: error}   # by myself", "minor: error, major: error}   # by myself"),
    (Weigh(RADIO, "minor", None), ", minor: error}   # by", "}   # by"),
    (Grade(GUARD, "3", "Seen."), 'credibility: "2"', 'credibility: "3"'),
    (Grade(RADIO, "5", "Odd."), "radio-traffic: {credibility: 5}", "radio-traffic: {credibility: 5, because: Odd.}"),
    (Suspect(LISTENERS, RADIO, "minor", Rating.I), "minor: 'N'}   # both", "minor: 'I'}   # both"),
    (Suspect(LISTENERS, RADIO, "minor", None), "C, minor: 'N'}   # both", "C}   # both"),
    (Check("embassy", "motive", "Money: much."), '"None: known."', '"Money: much."'),
    (Shuffle("5"), "seed: 4711", "seed: 5"),
    (Judge({"other": 20}), 'other: "17.5"', 'other: "20"'),
    (Judge({"major": 12.25}), "minor: 62.5, other", "minor: 62.5, major: 12.25, other"),
    (Judge({"none": None}), "{none: 20, minor", "{minor"),
    (Judge(confidence=Confidence.HIGH), "confidence: low   # for now", "confidence: high   # for now"),
    (Judge(because="It is the guard."), "    It is the radio.", "    It is the guard."),
]


@pytest.mark.parametrize(("edit", "old", "new"), CHANGED)
def test_what_is_changed_is_one_changed_line_in_the_way_it_is_written(
    tmp_path: Path, edit: Edit, old: str, new: str
) -> None:
    path = write(tmp_path, matrix=FULL)
    kept = keeper(tmp_path)
    made(kept, edit)
    assert path.read_text() == FULL.replace(old, new)
    assert FULL.count(old) == 1
    assert kept.undo() == edit
    saved(kept)
    assert path.read_text() == FULL
    assert kept.redo() == edit
    saved(kept)
    assert path.read_text() == FULL.replace(old, new)


GONE: list[tuple[list[Edit], str]] = [
    ([Weigh(RADIO, "none", None)], MATRIX + "    weighed: {none: fatal}\n"),
    ([Grade(RADIO, "")], MATRIX + "grades:\n  monitors/radio-traffic: {credibility: 2, because: x}\n"),
    ([Suspect("monitors", RADIO, "none", None)], MATRIX + f"deceptive:\n  monitors:\n    {RADIO}: {{none: C}}\n"),
    ([Check("monitors", "past", " ")], MATRIX + "checks:\n  monitors:\n    past: It lied.\n"),
    ([Shuffle("")], MATRIX + "order:\n  seed: 1\n"),
    (
        [Judge({"none": None}), Judge(confidence="")],
        MATRIX + "judgement:\n  likelihood: {none: 1}\n  confidence: low\n",
    ),
]


@pytest.mark.parametrize(("edits", "start"), GONE)
def test_what_is_taken_away_goes_without_a_trace_in_the_matrix(tmp_path: Path, edits: list[Edit], start: str) -> None:
    path = write(tmp_path, matrix=start)
    kept = keeper(tmp_path)
    made(kept, *edits)
    assert path.read_text().startswith(MATRIX)
    assert [line for line in path.read_text()[len(MATRIX) :].splitlines() if not line.endswith("{}")] == []
    plain = keeper(write_elsewhere(tmp_path)).case.matrix
    assert keeper(tmp_path).case.matrix == plain == kept.case.matrix
    while kept.undo():
        saved(kept)
    assert path.read_text() == start


def write_elsewhere(root: Path) -> Path:
    write(root / "elsewhere")
    return root / "elsewhere"


@pytest.mark.parametrize(
    ("edit", "section", "left"),
    [
        (Grade(RADIO, ""), "grades:\n  monitors/radio-traffic:\n    # mine\n    credibility: 2\n", "# mine"),
        (Grade(RADIO, ""), "grades:\n  monitors/radio-traffic: {credibility: 2, remark: why}\n", "remark: why"),
        (
            Check("embassy", "past", ""),
            "checks:\n  embassy:\n    past: x   # seen\n    # more\n    other: y\n",
            "# more",
        ),
        (Check("embassy", "past", ""), "checks:\n  embassy: {past: x, posture: y}\n", "posture: y"),
        (
            Suspect("monitors", RADIO, "none", None),
            f"deceptive:\n  monitors:\n    {RADIO}: {{none: C}}  # so\n",
            "# so",
        ),
        (
            Suspect("monitors", RADIO, "none", None),
            f"deceptive:\n  monitors:\n    {RADIO}: {{none: C, x: Y}}\n",
            "x: Y",
        ),
        (Weigh(RADIO, "none", None), "    weighed: {none: fatal}   # sure\n", "# sure"),
        (Reason(RADIO, "none", ""), "    weighed: {none: fatal}   # sure\n", "# sure"),
        (Judge({"none": None}), "judgement:\n  likelihood:\n    # mine\n    none: 20\n", "# mine"),
    ],
)
def test_what_else_stands_there_is_left(tmp_path: Path, edit: Edit, section: str, left: str) -> None:
    path = write(tmp_path, matrix=MATRIX + section)
    kept = keeper(tmp_path)
    made(kept, edit)
    assert left in path.read_text()
    assert keeper(tmp_path).case.matrix == kept.case.matrix
    kept.undo()
    saved(kept)
    assert path.read_text() == MATRIX + section


# ---- the rule of fingerprints, for rows that are rated again


def test_a_row_rated_again_has_its_own_fingerprint_and_is_confirmed_by_itself(tmp_path: Path) -> None:
    write(tmp_path)
    kept = keeper(tmp_path)
    made(kept, Rate(GUARD, "none", Rating.I), Suspect("embassy", GUARD, "none", Rating.C))
    change(tmp_path / "evidence/embassy.yaml", "on guard", "on their guard")
    kept.look_outside()
    made(kept, Confirm(GUARD))
    again = kept.case.matrix.deceptive["embassy"][GUARD]
    assert not kept.case.stale(GUARD)
    assert not kept.case.fits(GUARD, again)
    made(kept, Suspect("embassy", GUARD, "minor", Rating.C))
    assert kept.case.matrix.deceptive["embassy"][GUARD].wording == again.wording
    made(kept, Confirm(GUARD, "embassy"))
    assert kept.case.fits(GUARD, kept.case.matrix.deceptive["embassy"][GUARD])
    assert keeper(tmp_path).case.matrix == kept.case.matrix


def test_a_row_written_by_hand_stays_unconfirmed_while_it_is_rated_again(tmp_path: Path) -> None:
    path = write(tmp_path, matrix=FULL)
    made(keeper(tmp_path), Suspect(LISTENERS, RADIO, "major", Rating.N))
    assert "    monitors/radio-traffic: {none: C, minor: 'N', major: N}   # both\n" in path.read_text()


def test_an_empty_row_is_rated_again_for_nobody(tmp_path: Path) -> None:
    write(
        tmp_path,
        matrix=MATRIX + f"deceptive:\n  monitors:\n    {RADIO}: {{}}\n  embassy: {{}}\nchecks:\n  embassy: {{}}\n",
    )
    assert keeper(tmp_path).case.matrix.deceptive == {}
    assert keeper(tmp_path).case.matrix.checks == {}


def test_what_is_no_grade_is_no_grade_of_ones_own(tmp_path: Path) -> None:
    write(tmp_path, matrix=MATRIX + f"grades:\n  {RADIO}: {{credibility: 7, because: x}}\n  {GUARD}: {{because: y}}\n")
    kept = keeper(tmp_path)
    assert kept.case.matrix.grades == {}
    made(kept, Grade(RADIO, "3"))
    assert keeper(tmp_path).case.matrix.grades == {RADIO: OwnGrade("3")} == kept.case.matrix.grades


# ---- others


def test_different_places_of_one_part_are_both_kept(tmp_path: Path) -> None:
    write(tmp_path, matrix=FULL)
    mine, theirs = keeper(tmp_path), keeper(tmp_path)
    made(
        theirs,
        Weigh(RADIO, "minor", Weighing.DECEPTION),
        Suspect(LISTENERS, RADIO, "none", Rating.I),
        Check("embassy", "past", "Never."),
        Judge({"none": 5.0}, because="Their reason."),
        Shuffle("9"),
    )
    for edit in (
        Weigh(RADIO, "none", Weighing.SPECIAL_CASE),
        Suspect(LISTENERS, RADIO, "minor", Rating.CC),
        Check("embassy", "means", "Much."),
        Judge({"other": 0.0}, Confidence.MODERATE),
    ):
        mine.apply(edit)
    came = mine.save()
    assert isinstance(came, Saved)
    assert set(came.merged) == {
        (RADIO, "minor weighed"),
        (RADIO, f"none if {LISTENERS} deceives"),
        ("", "embassy past"),
        ("", "likelihood none"),
        ("", "because"),
        ("", "seed"),
    }
    found = keeper(tmp_path).case.matrix
    assert found == mine.case.matrix
    assert found.note(RADIO).weighed == {"none": Weighing.SPECIAL_CASE, "minor": Weighing.DECEPTION}
    assert found.deceptive[LISTENERS][RADIO] == Row({"none": Rating.I, "minor": Rating.CC})
    assert found.checks["embassy"] == {"motive": "None: known.", "means": "Much.", "past": "Never."}
    shares = {"none": 5.0, "minor": 62.5, "other": 0.0}
    assert found.judgement == Judgement(shares, "moderate", "Their reason.", matrix=FITS)
    assert found.seed == "9"


@pytest.mark.parametrize(
    ("mine", "theirs", "asked"),
    [
        (
            Weigh(RADIO, "none", None),
            Weigh(RADIO, "none", Weighing.ERROR),
            (RADIO, "none weighed", "", "error"),
        ),
        (
            Grade(RADIO, "3", "So."),
            Grade(RADIO, "5", "No."),
            (RADIO, "grade", "3 So.", "5 No."),
        ),
        (Grade(GUARD, ""), Grade(GUARD, "2", "Twice."), (GUARD, "grade", "", "2 Twice.")),
        (
            Suspect("embassy", GUARD, "none", Rating.I),
            Suspect("embassy", GUARD, "none", Rating.II),
            (GUARD, "none if embassy deceives", "I", "II"),
        ),
        (Check("embassy", "past", "A."), Check("embassy", "past", "B."), ("", "embassy past", "A.", "B.")),
        (Judge({"none": 3}), Judge({"none": 12.5}), ("", "likelihood none", "3", "12.5")),
        (Judge(confidence=""), Judge(confidence=Confidence.HIGH), ("", "confidence", "", "high")),
        (Shuffle("1"), Shuffle("2"), ("", "seed", "1", "2")),
    ],
)
@pytest.mark.parametrize("mine_wins", [True, False])
def test_the_same_place_is_asked_about(
    tmp_path: Path, mine: Edit, theirs: Edit, asked: tuple[str, ...], mine_wins: bool
) -> None:
    write(tmp_path, matrix=FULL)
    one, other = keeper(tmp_path), keeper(tmp_path)
    made(other, theirs)
    one.apply(mine)
    clash = one.save()
    assert isinstance(clash, Clash)
    assert [tuple(cell) for cell in clash.cells] == [asked]
    one.settle(mine=mine_wins)
    saved(one)
    other.look_outside()
    assert keeper(tmp_path).case.matrix == one.case.matrix == other.case.matrix
    wanted = mine if mine_wins else theirs
    assert keeper(tmp_path).apply(wanted).matrix == one.case.matrix


def test_undo_after_a_merge_takes_back_only_my_own_places(tmp_path: Path) -> None:
    write(tmp_path, matrix=FULL)
    mine, theirs = keeper(tmp_path), keeper(tmp_path)
    made(mine, Judge({"none": 30.0, "minor": 40.0}, because="Mine."), Check("embassy", "means", "Much."))
    theirs.look_outside()
    made(theirs, Judge({"none": 1.0}, Confidence.HIGH), Check("embassy", "means", "Little."), Grade(RADIO, "1"))
    mine.look_outside()
    mine.undo()
    mine.undo()
    saved(mine)
    found = keeper(tmp_path).case.matrix
    shares = {"none": 1.0, "minor": 62.5, "other": 17.5}
    assert found.judgement == Judgement(shares, "high", "It is the radio.", matrix=FITS)
    assert found.checks["embassy"]["means"] == "Little."
    assert mine.redo() == Judge({"none": 30.0, "minor": 40.0}, because="Mine.")
    saved(mine)
    shares = {"none": 1.0, "minor": 40.0, "other": 17.5}
    assert keeper(tmp_path).case.matrix.judgement == Judgement(shares, "high", "Mine.", matrix=FITS)


def test_a_suspect_under_an_old_id_is_understood_and_written_under_the_new_one(tmp_path: Path) -> None:
    path = write(tmp_path, matrix=FULL)
    origins, monitors = tmp_path / "evidence/origins.yaml", tmp_path / "evidence/monitors.yaml"
    kept = keeper(tmp_path)
    made(kept, Check(LISTENERS, "past", "Nothing."))
    change(origins, "border-monitors: {", "listeners: {formerly: [border-monitors], ")
    change(monitors, "origin: border-monitors", "origin: listeners")
    kept.apply(Check(LISTENERS, "motive", "None."))
    kept.look_outside()
    assert kept.case.matrix.checks["listeners"] == {"past": "Nothing.", "motive": "None."}
    made(kept, Suspect("listeners", RADIO, "none", Rating.I))
    text = path.read_text()
    assert "border-monitors" not in text
    assert "  listeners:\n    # if they lie\n    monitors/radio-traffic: {none: I, minor: 'N'}   # both\n" in text
    assert kept.undo() == Suspect("listeners", RADIO, "none", Rating.I)
    assert kept.undo() == Check("listeners", "motive", "None.")
    saved(kept)
    assert keeper(tmp_path).case.matrix == kept.case.matrix
    assert kept.case.matrix.checks["listeners"] == {"past": "Nothing."}


@pytest.mark.parametrize(
    ("section", "edit"),
    [
        ("judgement: a text\n", Judge({"none": 3})),
        ("checks: [a, b]\n", Check("embassy", "past", "x")),
        ("checks:\n  embassy: lies\n", Check("embassy", "past", "x")),
        ("deceptive:\n  embassy: [x]\n", Suspect("embassy", GUARD, "none", Rating.C)),
        ("grades:\n  embassy/on-guard: 3\n", Grade(GUARD, "4")),
        ("order:\n  seed: [1]\n", Shuffle("3")),
        ("judgement:\n  because: {a: b}\n", Judge(because="x")),
    ],
)
def test_what_cannot_be_written_is_said_and_does_not_hold_a_rating_back(
    tmp_path: Path, section: str, edit: Edit
) -> None:
    path = write(tmp_path, matrix=MATRIX + section)
    kept = keeper(tmp_path)
    kept.apply(edit)
    kept.apply(Rate(RADIO, "none", Rating.N))
    failed = kept.save()
    assert isinstance(failed, Failed)
    assert failed.message.startswith("matrices/iraq/me.yaml:")
    assert kept.pending
    assert path.read_text() == MATRIX.replace("'I'", "'N'") + section
    kept.undo()
    kept.undo()
    saved(kept)
    assert path.read_text() == MATRIX + section


def test_schema_and_model_have_the_same_words() -> None:
    fields = shapes.schema("matrix")["properties"]
    note = fields["notes"]["additionalProperties"]["properties"]
    judgement = fields["judgement"]["properties"]

    assert note["weighed"]["additionalProperties"]["enum"] == [str(weighing) for weighing in Weighing]
    assert judgement["confidence"]["enum"] == [*(str(level) for level in Confidence), None]
    assert list(fields["checks"]["additionalProperties"]["properties"]) == list(CHECKLIST)
    assert shapes.schema("matrix")["$defs"]["credibility"]["enum"] == [*map(int, CREDIBILITIES), *CREDIBILITIES]
    assert list(judgement) == list(Judgement._fields)
    assert list(Judge._fields) == [*Judgement._fields[:-1], "holds"]


def test_what_stands_under_two_ids_does_not_come_back_when_the_one_that_counts_is_taken_away(tmp_path: Path) -> None:
    answers = f"checks:\n  {LISTENERS}: {{past: old}}\n  listeners: {{past: new}}\n"
    again = f"deceptive:\n  {LISTENERS}:\n    {RADIO}: {{none: C}}\n  listeners:\n    {RADIO}: {{none: I}}\n"
    twice = f"  embassy:\n    {RADIO}: {{none: C}}\n    monitors/radio: {{none: I}}\n"
    grades = f"grades:\n  {RADIO}: {{credibility: 2}}\n  monitors/radio: {{credibility: 3}}\n"
    write(tmp_path, matrix="format: 1\nrows: {}\n" + grades + again + twice + answers)
    rename_origin(tmp_path)
    rename_item(tmp_path)
    kept = keeper(tmp_path)
    assert kept.case.matrix.checks == {"listeners": {"past": "new"}}
    assert kept.case.matrix.deceptive["embassy"]["monitors/radio"].ratings == {"none": Rating.I}
    made(
        kept,
        Check("listeners", "past", ""),
        Grade("monitors/radio", ""),
        Suspect("listeners", "monitors/radio", "none", None),
        Suspect("embassy", "monitors/radio", "none", None),
    )
    found = keeper(tmp_path).case.matrix
    assert (found.checks, found.grades, found.deceptive) == ({}, {}, {})
    assert found == kept.case.matrix


def test_what_waits_and_what_was_done_go_under_the_new_ids(tmp_path: Path) -> None:
    write(tmp_path)
    kept = keeper(tmp_path)
    made(kept, Judge({"minor": 60.0, "none": 40.0}), Suspect(LISTENERS, RADIO, "minor", Rating.C))
    kept.apply(Suspect(LISTENERS, RADIO, "none", Rating.C))
    kept.apply(Judge({"minor": 50.0}))
    rename_origin(tmp_path)
    rename_item(tmp_path)
    change(tmp_path / "hypotheses/iraq.yaml", "  minor:\n", "  small:\n    formerly: [minor]\n")
    kept.look_outside()
    saved(kept)
    found = keeper(tmp_path).case.matrix
    assert found == kept.case.matrix
    assert found.judgement is not None
    assert found.judgement.likelihood == {"none": 40.0, "small": 50.0}
    assert not judgement_stale(keeper(tmp_path).case)  # renamed is not changed
    assert found.deceptive["listeners"]["monitors/radio"].ratings == {"none": Rating.C, "small": Rating.C}
    assert kept.undo() == Judge({"small": 50.0})
    assert kept.undo() == Suspect("listeners", "monitors/radio", "none", Rating.C)
    assert kept.undo() == Suspect("listeners", "monitors/radio", "small", Rating.C)
    assert kept.undo() == Judge({"small": 60.0, "none": 40.0})
    saved(kept)
    assert keeper(tmp_path).case.matrix == kept.case.matrix == keeper(tmp_path).case.matrix
    assert kept.case.matrix.judgement is None
    assert kept.case.matrix.deceptive == {}


def test_what_waits_for_a_first_file_goes_under_the_new_ids(tmp_path: Path) -> None:
    write(tmp_path, matrix=None)
    kept = keeper(tmp_path)
    for edit in (Suspect(LISTENERS, RADIO, "none", Rating.C), Check(LISTENERS, "past", "x"), Grade(RADIO, "3")):
        kept.apply(edit)
    rename_origin(tmp_path)
    rename_item(tmp_path)
    kept.look_outside()
    saved(kept)
    found = keeper(tmp_path).case.matrix
    assert found == kept.case.matrix
    assert [*found.deceptive["listeners"], *found.checks, *found.grades] == [
        "monitors/radio",
        "listeners",
        "monitors/radio",
    ]
    assert LISTENERS not in (tmp_path / "matrices/iraq/me.yaml").read_text()


def rename_origin(root: Path) -> None:
    change(root / "evidence/origins.yaml", "border-monitors: {", "listeners: {formerly: [border-monitors], ")
    change(root / "evidence/monitors.yaml", "origin: border-monitors", "origin: listeners")


def rename_item(root: Path) -> None:
    change(root / "evidence/monitors.yaml", "  radio-traffic:\n", "  radio:\n    formerly: [radio-traffic]\n")


def test_a_look_is_written_in_its_line_and_never_taken_back(tmp_path: Path) -> None:
    path = write(tmp_path, matrix=FULL)
    kept = keeper(tmp_path)
    made(kept, Look((SAID,)))
    seen = FULL.replace("looked: [embassy/on-guard],", "looked: [embassy/on-guard, embassy/saddam-public-statement],")
    assert path.read_text() == seen != FULL
    made(kept, Rate(GUARD, "none", Rating.II))
    kept.undo()
    assert kept.undo() is None
    saved(kept)
    assert path.read_text() == seen
