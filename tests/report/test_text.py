from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.analysis.standing import standing
from workbench.model import Case, Hypothesis, Item, Matrix, Question, Rating, Row
from workbench.report import text
from workbench.report.content import matrix_content
from workbench.report.document import Band, Cell, Column, Document, Line, Table, Tone
from workbench.report.matrixpage import matrix_document

LETTERS = {rating.value for rating in Rating} | {"·"}


def printed(case: Case, width: int = 80, *, transpose: bool = False, colour: bool = False) -> str:
    document = matrix_document(matrix_content(standing(case), program="ach"), transpose=transpose)
    return text.render(document, width=width, colour=colour)


def wide_case(hypotheses: int, evidence: str = "A report of some length that says one thing.") -> Case:
    ids = [f"answer-{n}" for n in range(hypotheses)]
    question = Question("q", "Which?", hypotheses={h: Hypothesis(h, f"Answer {h}", f"{h} is right.") for h in ids})
    items = {f"s/i{n}": Item(f"s/i{n}", f"{evidence} ({n})") for n in range(3)}
    rows = {a: Row(dict(zip(ids, [Rating.I, Rating.CC] * hypotheses, strict=False)), "w0") for a in items}
    return Case(question, items, {}, {}, Matrix("q", "me", rows=rows))


@given(st.integers(40, 160), st.integers(1, 24), st.text(min_size=1, max_size=400), st.booleans())
def test_no_line_is_wider_than_asked(width: int, hypotheses: int, evidence: str, transpose: bool) -> None:
    lines = printed(wide_case(hypotheses, evidence), width, transpose=transpose).split("\n")

    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("hypotheses", [2, 8, 12, 20])
@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_every_cell_is_printed_once_at_every_width(hypotheses: int, width: int) -> None:
    matrix = printed(wide_case(hypotheses), width).partition("\nMATRIX\n")[2].partition("\nROWS:")[0]

    assert sum(word in LETTERS for word in matrix.split()) == 3 * hypotheses


def test_what_a_row_says_stands_in_lines_that_follow_each_other() -> None:
    """Read aloud line by line: number, grade, the start of the text, the letters; then the rest of the text."""
    lines = printed(wide_case(2)).splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("  1 "))

    assert lines[at].split()[:3] == ["1", "??*", "1"]
    assert lines[at].split()[-2:] == ["I", "CC"]


def test_many_hypotheses_stand_in_several_groups_with_the_rows_named_in_each() -> None:
    page = printed(wide_case(20))

    assert len(re.findall(r"^row ", page, re.MULTILINE)) == 3
    assert page.count("A report of some length") == 3
    assert re.search(r"^ +s/i0$", page, re.MULTILINE)


def test_blocks_are_named_and_empty_ones_left_out(heuer: Case) -> None:
    page = printed(heuer)

    assert "Decides: moves a score" in page
    assert "Separates nothing" in page
    assert "Supports but never scores" not in page


def test_colour_marks_letters_and_changes_nothing_else(tangled: Case) -> None:
    coloured = printed(tangled, colour=True)

    assert "\x1b[1;38;5;208mII\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == printed(tangled)


def test_an_incomplete_matrix_says_so_first(heuer: Case) -> None:
    empty = replace(heuer, matrix=Matrix("retaliation", "me"))

    assert "Incomplete. Nothing is rated yet." in printed(empty)
    assert "Incomplete" not in printed(heuer)
    assert re.search(r"\s·\s+·\s+·$", printed(empty), re.MULTILINE)


def test_a_case_without_anything_prints() -> None:
    nothing = Case(Question("q", "What?"), {}, {}, {}, Matrix("q", "me"))

    assert "No hypothesis is active" in printed(nothing)
    assert "No hypothesis is active" in printed(nothing, transpose=True)


def test_prose_beside_narrow_columns_takes_no_more_than_it_needs() -> None:
    columns = (Column("id", stub=True), Column("what", prose=True), Column("n"))
    table = Table("t", columns, (Band("", (Line((Cell("a"), Cell("short", Tone.QUIET, under="more"), Cell("1"))),)),))

    assert text.render(Document("T", "", (table,)), width=200).splitlines()[2:] == [
        "id  what   n",
        "------------",
        "a   short  1",
        "    more",
    ]
