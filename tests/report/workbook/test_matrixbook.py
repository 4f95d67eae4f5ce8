"""The workbook of a matrix: it says what the matrix says, counts it live, and lets no text act."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
import python_calamine
import xlsxwriter

from tests.report.test_formats import ATTACKS, content
from workbench.analysis.methods import DEFAULT, EQUAL_WEIGHTS
from workbench.model import Case, Matrix
from workbench.report import wording, workbook
from workbench.report.content import Content
from workbench.report.ratingsheet import rating_sheet
from workbench.report.visible import visible
from workbench.report.workbook import book, gridsheet, parcel, seal

LIVE = re.compile(rb"<f>(2\^\(|SUMPRODUCT\(|IF\(|Matrix!\$)")


def read(data: bytes) -> dict[str, list[list[object]]]:
    with python_calamine.load_workbook(io.BytesIO(data)) as opened:
        sheets = {name: opened.get_sheet_by_name(name) for name in opened.sheet_names}
        return {name: [list(row) for row in one.to_python(skip_empty_area=False)] for name, one in sheets.items()}


def test_every_letter_weight_and_reason_stands_in_its_row(tangled: Case) -> None:
    found = content(tangled)
    table = read(workbook.render(found))["Matrix"]
    where = gridsheet.layout(found)
    ids = [score.hypothesis.id for score in found.scores]
    rows = {row[where.letters.stop + 1]: row for row in table[gridsheet.HEAD + 1 :]}

    assert [row.item.address for row in found.rows] == list(rows)[: len(found.rows)]
    for row in found.rows:
        written = rows[row.item.address]
        assert written[:2] == [row.number, row.item.text]
        assert written[2:4] == [row.standing.block.value, row.grade]
        assert written[4] == pytest.approx(2 ** (row.standing.weight.exponent / 2))
        assert [written[c] for c in where.letters] == [row.ratings.get(h, wording.UNRATED) for h in ids]
        assert [written[c] for c in where.reasons] == [row.reasons.get(h, "") for h in ids]
    assert [rows[item.address][2] for item, _ in found.parked] == ["parked"] * len(found.parked)


def test_the_values_of_the_formulas_are_the_scores(tangled: Case) -> None:
    found = content(tangled)
    sheets = read(workbook.render(found))
    methods = found.standing.methods
    where = gridsheet.layout(found)
    for column, score in zip(where.letters, found.scores, strict=True):
        h = score.hypothesis.id
        above = [sheets["Matrix"][row][column] for row in (gridsheet.POINTS, gridsheet.EQUAL, gridsheet.RANK)]
        points = [float(methods[method].scores[h]) for method in (DEFAULT, EQUAL_WEIGHTS)]
        assert above == [*map(pytest.approx, points), score.ranks[DEFAULT]]
        line = next(row for row in sheets["Answer"] if row[0] == h)
        assert line[2:5] == [score.ranks[DEFAULT], *map(pytest.approx, points)]
        assert line[5] == pytest.approx(float(methods[DEFAULT].adjusted[h]))
        assert line[6:9] == [score.bears_on, score.contradicts, pytest.approx(score.coverage)]


def test_a_weight_that_is_a_root_is_a_power(tangled: Case) -> None:
    sheet = parcel.parts(workbook.render(content(tangled)))["xl/worksheets/sheet2.xml"].decode()

    assert re.search(r"<f>2\^\(\(1\+\(F\d+=\"high\"\)-\(F\d+=\"low\"\)\)/2\)</f><v>1\.41421356", sheet)


@pytest.mark.parametrize("text", [*ATTACKS.values(), "<r><t>rich</t></r>", "_x0041_", "'=1", "\ud800"], ids=ascii)
def test_no_text_acts(hostile: Callable[[str], Case], text: str) -> None:
    for data in (workbook.render(content(hostile(text))), workbook.render_blank(rating_sheet(hostile(text), "ach"))):
        parts = parcel.parts(data)
        formulas = re.findall(rb"<f[ >].*?</f>", b"".join(parts.values()))
        assert all(LIVE.match(formula) for formula in formulas)
        assert not [name for name in parts if "vba" in name or "externalLink" in name]
        assert b"<hyperlink" not in b"".join(parts.values())
        texts = {cell for rows in read(data).values() for row in rows for cell in row}
        shown = visible(text)
        assert not text or any(shown in str(cell).replace("\r\n", "\n") or shown.strip() == cell for cell in texts)


def test_a_text_longer_than_a_cell_is_cut_and_says_so(hostile: Callable[[str], Case]) -> None:
    texts = {c for rows in read(workbook.render(content(hostile("🙂" * 40_000)))).values() for r in rows for c in r}

    assert max(len(str(text).encode("utf-16-le")) // 2 for text in texts) <= book.LONGEST
    assert any(str(text).endswith(book.CUT) for text in texts)


def test_the_same_content_gives_the_same_bytes(tangled: Case) -> None:
    found = content(tangled)

    assert workbook.render(found) == workbook.render(found)


@pytest.mark.parametrize("rows", ["none", "no hypotheses"])
def test_an_empty_matrix_is_printed_all_the_same(heuer: Case, rows: str) -> None:
    empty = replace(heuer, items={})
    if rows == "no hypotheses":
        empty = replace(empty, question=replace(heuer.question, hypotheses={}))
    found: Content = content(empty)

    assert read(workbook.render(found))["Matrix"]
    assert workbook.render_blank(rating_sheet(empty, "ach"))


def test_marking_and_page_numbers_stand_on_every_page(heuer: Case) -> None:
    marked = replace(heuer, question=replace(heuer.question, marking="TLP:AMBER+STRICT & more"))
    for data in (workbook.render(content(marked)), workbook.render_blank(rating_sheet(marked, "ach"))):
        sheets = [part for name, part in parcel.parts(data).items() if name.startswith("xl/worksheets/sheet")]
        for sheet in sheets:
            assert b"<oddHeader>&amp;C&amp;BTLP:AMBER+STRICT &amp;&amp; more</oddHeader>" in sheet
            assert b"page &amp;P of &amp;N" in sheet


def test_a_blank_sheet_has_nothing_of_anybodys_judgement(tangled: Case) -> None:
    nobody = replace(tangled, matrix=Matrix(tangled.question.id, "nobody"), colleagues={})

    assert workbook.render_blank(rating_sheet(tangled, "ach")) == workbook.render_blank(rating_sheet(nobody, "ach"))


def test_a_workbook_is_untouched_until_somebody_saves_it(heuer: Case) -> None:
    data = workbook.render_blank(rating_sheet(heuer, "ach"))
    held = parcel.parts(data)

    assert workbook.untouched(data)
    assert workbook.untouched(parcel.packed(held, level=1))  # a copy packed anew is the same workbook
    for name in held.keys() - {"docProps/custom.xml"}:
        assert not workbook.untouched(parcel.packed({**held, name: held[name].replace(b"<", b" <", 1)})), name
        assert not workbook.untouched(parcel.packed({n: part for n, part in held.items() if n != name})), name
    assert not workbook.untouched(parcel.packed({**held, "xl/more.xml": b"x"}))


def test_another_programs_workbook_and_what_is_none_is_not_ours() -> None:
    other = io.BytesIO()
    with xlsxwriter.Workbook(other, {"in_memory": True}) as made:
        made.add_worksheet().write(0, 0, "x")
        made.set_custom_property(seal.PROPERTY, seal.OPEN, "text")

    assert not workbook.untouched(other.getvalue())
    assert not workbook.untouched(b"")
    assert not workbook.untouched(b"PK\x03\x04")
