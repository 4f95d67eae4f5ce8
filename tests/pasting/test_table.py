"""A pasted text as a table: separators, quotes, heads and line numbers; what cannot be read costs its own line only."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.pasting import NotATable, decoded, read
from workbench.pasting import table as tables

HEAD = ["text", "kind", "credibility"]
cells = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), max_size=12
) | st.lists(st.sampled_from(["a,b", 'said "x"', ";", "\t", "two\nlines", "'", '"', "x"]), min_size=1, max_size=3).map(
    " ".join
)
rows = st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=8)


def written(table: list[list[str]], delimiter: str, ends: str, quoting: int) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator=ends, quoting=quoting).writerows(table)  # type: ignore[arg-type]
    return file.getvalue()


@settings(max_examples=100, deadline=None)
@given(
    rows,
    st.sampled_from(["\t", ",", ";"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.booleans(),
)
def test_whatever_a_spreadsheet_writes_comes_back(
    table: list[list[str]], delimiter: str, ends: str, quoting: int, bom: bool
) -> None:
    text = ("\ufeff" if bom else "") + written([HEAD, *table], delimiter, ends, quoting)
    found = read(text)

    assert (list(found.head), found.delimiter, found.faults) == (HEAD, delimiter, ())
    kept = [[cell.strip() for cell in row] for row in table]
    padded = [[*record.cells, *[""] * (3 - len(record.cells))] for record in found.records]
    assert padded == [row for row in kept if any(row)]


@settings(max_examples=60, deadline=None)
@given(rows, st.sampled_from(["\t", ",", ";"]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_record_knows_the_line_it_begins_on(table: list[list[str]], delimiter: str, ends: str) -> None:
    table = [[cell.replace("\n", " ") for cell in row] for row in table]
    marked = [[f"line {number}", *row[1:]] for number, row in enumerate(table, 2)]

    found = read(written([HEAD, *marked], delimiter, ends, csv.QUOTE_MINIMAL))

    assert [record.cells[0] for record in found.records] == [f"line {record.line}" for record in found.records]
    assert len(found.records) == len(table)


@pytest.mark.parametrize("bad", ['"never closed,x,y', '"a"b,c,d', 'x,"y" z,1', ",".join("abcd"), "x" * 20_001])
def test_a_line_that_cannot_be_read_costs_no_other(bad: str) -> None:
    good = [f"Claim {n},report,2" for n in range(5)]
    found = read("\n".join(["text,kind,credibility", *good[:2], bad, *good[2:]]))

    assert [fault.line for fault in found.faults] == [4]
    assert [record.cells[0] for record in found.records] == [f"Claim {n}" for n in range(5)]
    assert all(fault.sentence and fault.remedy for fault in found.faults)


def test_between_tabs_a_quotation_mark_is_a_letter() -> None:
    found = read('text\tkind\n"No comment," he said.\tstatement\n"Never closed\treport\nFine.\treport\n')

    assert not found.faults
    assert [record.cells for record in found.records] == [
        ('"No comment," he said.', "statement"),
        ('"Never closed', "report"),
        ("Fine.", "report"),
    ]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("claim;grade\nA;2", ("claim", "grade")),
        ("Text\nOne, two.\nThree, four.", ("Text",)),
        ("One, two, and three.\nFour.", ()),
        ("Saddam says in public that he will not.\tstatement\t2", ()),
        ("Radio traffic\tstatement\nOther\treport", ()),
        ("A\tB\nc\td", ()),
        ("sep=;\nclaim;grade\nA;2", ("claim", "grade")),
        ("Claim\tRests on\tWould show", ("Claim", "Rests on", "Would show")),
    ],
)
def test_a_head_is_told_from_an_item(text: str, head: tuple[str, ...]) -> None:
    assert read(text).head == head


def test_whether_there_is_a_head_can_be_said() -> None:
    assert read("text\tkind\nOne.\treport", head=False).records[0].cells == ("text", "kind")
    assert read("A\tB\nc\td", head=True).head == ("A", "B")


def test_short_records_are_whole_and_empty_ones_are_none() -> None:
    found = read("text,kind,grade\nOne.\n\n,,\nTwo.,report,2,,\n")

    assert [(record.line, record.cells) for record in found.records] == [(2, ("One.",)), (5, ("Two.", "report", "2"))]
    assert found.column(1) == ["report"]


def test_line_ends_inside_a_cell_are_line_feeds() -> None:
    for ends in ("\n", "\r\n", "\r"):
        found = read(f'text\tkind{ends}"One{ends}two"\treport{ends}Three.\tdenial')
        assert [(record.line, record.cells[0]) for record in found.records] == [(2, "One\ntwo"), (4, "Three.")]


def test_a_quoted_cell_may_hold_lines_and_its_record_begins_where_it_does() -> None:
    found = read('text,kind\n"One\ntwo\nthree",report\nFour.,denial\n')

    assert [(record.line, record.cells[0]) for record in found.records] == [(2, "One\ntwo\nthree"), (5, "Four.")]


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "\t\t\n\t"])
def test_nothing_is_no_table(text: str) -> None:
    with pytest.raises(NotATable, match="nothing in it"):
        read(text)


def test_there_are_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotATable, match="lines; at most"):
        read("x\n" * (tables.MOST_LINES + 1))
    assert read("text\n" + "\t" * 300 + "x").faults[0].line == 2
    monkeypatch.setattr(tables, "MOST_CHARACTERS", 10)
    with pytest.raises(NotATable, match="characters; at most"):
        read("x" * 11)


def test_only_what_can_be_known_is_decoded() -> None:
    assert decoded("Claim\tÜber".encode("utf-16")) == "Claim\tÜber"
    assert decoded(b"\xef\xbb\xbfclaim") == "\ufeffclaim"
    with pytest.raises(NotATable, match="not UTF-8: see line 2"):
        decoded("Claim\n\xdcber".encode("latin-1"))
    with pytest.raises(NotATable):
        decoded(b"\xff\xfex")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200) | st.text(st.sampled_from('"\t,;\n\r ax'), max_size=60))
def test_whatever_is_pasted_is_read_or_refused(text: str) -> None:
    try:
        found = read(text)
    except NotATable:
        return
    lines = [record.line for record in found.records]
    assert lines == sorted(set(lines))
    assert not set(lines) & {fault.line for fault in found.faults}
