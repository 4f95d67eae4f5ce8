"""What rating mode shows, made without a terminal: it fits, it says what it must, and nothing of the answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tui.hosting import TEXTS, heuer
from tests.tui.test_lines import narrow
from tests.tui.test_pictures import hostile
from workbench.model import RATING_QUESTION, Case, Note
from workbench.tui.desk import Desk
from workbench.tui.rating.round import Round
from workbench.tui.rating.sheet import sheet

TRAFFIC = "monitors/radio-traffic"


def turn(case: Case, address: str = "", hypothesis: str = "") -> Round:
    desk = Desk(case, "baseline")
    made = Round(desk)
    if address:
        desk.go(address, hypothesis)
        made.follow()
    return made


def text(made: Round, width: int = 100, height: int = 40) -> str:
    return "\n".join(line.text for line in sheet(made, width, height).lines)


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 300), st.integers(0, 100), st.integers(1, 25), st.integers(0, 24))
def test_it_fits_any_screen(width: int, height: int, count: int, column: int) -> None:
    made = turn(narrow(count))
    made.along(column)
    lines = sheet(made, width, height).lines
    assert len(lines) == height
    assert all(line.width <= width for line in lines)


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (80, 24), (200, 60)])
def test_hostile_words_fit_too(size: tuple[int, int]) -> None:
    case = hostile()
    made = turn(case, next(iter(case.items)))
    lines = sheet(made, *size).lines
    assert len(lines) == size[1]
    assert all(line.width <= size[0] and line.text.isprintable() for line in lines)


def test_everything_about_the_item_and_the_hypotheses_is_there() -> None:
    shown = text(turn(heuer(), TRAFFIC, "none"))
    for told in (
        "row 4 of 6", "every row is rated", TRAFFIC, TEXTS[TRAFFIC][:60], "report, par. 6", "1993-06/1993-07",
        "Monitoring summaries", "the border monitors B", "B2, high credibility", "high", "Iraq will not retaliate.",
        "Iraq will sponsor some minor terrorist actions.", f"No retaliation: {RATING_QUESTION}",
        "Reason: Agents abroad have no use", "special explanation", "in the order of the files",
    ):  # fmt: skip
        assert told in shown


def test_the_question_is_asked_for_the_hypothesis_under_the_cursor() -> None:
    made = turn(heuer(rated=False))
    made.along(2)
    shown = text(made, 80, 24)
    assert f"Major action: {RATING_QUESTION}" in shown
    assert "›  [ ]    Major action" in shown


def test_nothing_of_the_answer_and_of_colleagues_is_there() -> None:
    case = heuer()
    ours = replace(case.matrix, notes={a: Note() for a in case.items})
    theirs = replace(ours, analyst="boris", notes={a: Note(because={"none": "Boris says so."}) for a in case.items})
    case = replace(case, matrix=ours, colleagues={"boris": theirs})
    for address in case.items:
        shown = text(turn(case, address)).casefold()
        assert not [word for word in ("points", "rank", "leads", "coverage", "decides", "boris", "◆") if word in shown]


def test_a_stale_row_says_so() -> None:
    case = heuer()
    rows = {**case.matrix.rows, TRAFFIC: replace(case.matrix.rows[TRAFFIC], wording="w0000000000000000")}
    case = case.with_matrix(replace(case.matrix, rows=rows))
    assert "Stale: rated against an older wording" in text(turn(case), 80, 24)
    assert "1 left" in text(turn(case), 80, 24)


def test_a_long_text_is_read_by_the_screenful() -> None:
    case = heuer(rated=False)
    first = next(iter(case.items.values()))
    said = " ".join(f"word{n}" for n in range(2_000))
    case = replace(case, items={**case.items, first.address: replace(first, text=said)})
    made = turn(case)
    seen, page = "", sheet(made, 80, 24)
    while True:
        seen += "\n".join(line.text for line in page.lines)
        if made.read >= page.beyond:
            break
        made.read += page.page
        page = sheet(made, 80, 24)
    assert all(f"word{n}" in seen for n in range(2_000))
    assert RATING_QUESTION in seen


def test_many_hypotheses_come_by_the_screenful_with_the_one_asked_about() -> None:
    made = turn(narrow(25))
    for column in range(25):
        made.along(column - made.column)
        assert f" Hypothesis {column} " in text(made, 80, 24)


def test_a_statement_that_is_cut_in_the_list_is_told_with_the_question() -> None:
    case = heuer(rated=False)
    statement = "It begins somewhere and goes on for long, " * 9 + "and so it ends."
    known = {h: hypothesis._replace(statement=statement) for h, hypothesis in case.question.hypotheses.items()}
    made = turn(replace(case, question=replace(case.question, hypotheses=known)))
    assert "and so it ends." in " ".join(text(made, 120, 40).split())


def test_an_inconsistency_that_needs_a_reason_asks_for_it() -> None:
    assert "II needs a reason: space writes it" in text(turn(heuer(), "own/loss-of-face", "none"), 80, 24)
