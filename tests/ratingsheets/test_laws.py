"""Whatever ratings a sheet is filled in with, reading it back gives exactly these."""

from __future__ import annotations

import csv
import io
from functools import cache
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.ratingsheets.conftest import as_csv, as_workbook
from workbench.model import Case, Hypothesis, Item, Kind, Level, Matrix, Question, Rating, Scope, Source
from workbench.ratingsheets import filled, opened
from workbench.report.ratingpage import blank_csv
from workbench.report.ratingsheet import RatingSheet, rating_sheet, reason_head, text_mark
from workbench.report.visible import visible

HOSTILE = ("=1+1", '"; drop', "<r><t>x</t></r>", "[none]", "why: [major]", "address", "a;b,c\td", "_x0041_", "ends ]")

TEXT = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Cf", "Zl", "Zp")), min_size=1),
).filter(lambda text: text.strip() == text and bool(text.strip()) and visible(text) == text and text[-4:] != "</r>")


@cache
def case() -> Case:
    hypotheses = {
        h: Hypothesis(h, short, f"{short} is so.") for h, short in zip(("none", "minor", "b"), HOSTILE[:3], strict=True)
    }
    items = {f"s/{n}": Item(f"s/{n}", text, Kind.REPORT) for n, text in zip("abcdef", HOSTILE, strict=False)}
    question = Question("q", "Why?", scope=Scope(), marking="TLP:CLEAR", hypotheses=hypotheses)
    return Case(question, items, {"s": Source("s", "S")}, {}, Matrix("q", "ann"))


@cache
def blank() -> RatingSheet:
    return rating_sheet(case(), "ach-workbench 0")


CELL = st.tuples(st.one_of(st.none(), st.sampled_from(Rating)), st.one_of(st.just(""), TEXT))
ROW = st.tuples(
    st.lists(CELL, min_size=3, max_size=3), st.one_of(st.none(), st.sampled_from(Level)), st.one_of(st.just(""), TEXT)
)


Filling = tuple[list[tuple[Rating | None, str]], Level | None, str]
"""What is filled into a row: a rating and a reason for each hypothesis, relevance, and why it is parked."""


@given(rows=st.lists(ROW, min_size=6, max_size=6), how=st.sampled_from(["xlsx", ",", ";", "\t"]), rest=st.randoms())
def test_a_sheet_filled_in_reads_back_as_it_was_filled_in(rows: list[Filling], how: str, rest: Random) -> None:
    sheet = blank()
    table: list[list[object]] = [list(row) for row in csv.reader(io.StringIO(blank_csv(sheet)))]
    start = next(i for i, row in enumerate(table) if row[0] == "address") + 1
    wanted: dict[object, object] = {}
    for row, (cells, level, parked) in zip(table[start:], rows, strict=True):
        rates = not parked
        ratings = {h.id: rating for h, (rating, _) in zip(sheet.hypotheses, cells, strict=True) if rating and rates}
        reasons = {h.id: why for h, (_, why) in zip(sheet.hypotheses, cells, strict=True) if h.id in ratings and why}
        for index, hypothesis in enumerate(sheet.hypotheses):
            row[3 + index] = ratings.get(hypothesis.id, "")
            row[sheet.heads.index(reason_head(hypothesis))] = reasons.get(hypothesis.id, "")
        row[6], row[7] = level.value if level else "", parked
        if ratings or level or parked:
            wanted[row[0]] = (ratings, reasons, level, parked)
    body = table[start:]
    rest.shuffle(body)
    table[start:] = body
    data = as_workbook(table) if how == "xlsx" else as_csv(table, how)

    read = filled(opened(data))

    assert read.faults == ()
    assert {row.address: (row.ratings, row.reasons, row.relevance, row.parked) for row in read.rows} == wanted
    marks = {item.address: text_mark(item.text) for item in case().items.values()}
    assert all(row.mark == marks[row.address] for row in read.rows)
