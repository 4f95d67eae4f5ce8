"""A file with one line a cell or field."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.all_edits import FULL
from tests.workspace.small_case import EMBASSY
from workbench.cli import main
from workbench.drivers.textconv import lines


def test_a_matrix_has_a_line_a_cell_with_its_reason() -> None:
    assert lines(FULL.encode()) == [
        "embassy/on-guard relevance: high",
        "embassy/saddam-public-statement major: C",
        "embassy/saddam-public-statement minor: C",
        "embassy/saddam-public-statement none: C",
        "monitors/radio-traffic minor: C; weighed: error; because: A text that is folded over two lines.",
        "monitors/radio-traffic none: I; weighed: fatal; "
        "because: Agents have no use for more traffic if nothing is planned.",
        "monitors/radio-traffic parked: not now",
        "format: 1",
        "grades embassy/on-guard credibility: 2",
        "grades embassy/on-guard because: Seen.",
        "grades monitors/radio-traffic credibility: 5",
        "deceptive border-monitors monitors/radio-traffic none: C",
        "deceptive border-monitors monitors/radio-traffic minor: N",
        "deceptive embassy embassy/on-guard none: C",
        "checks embassy motive: None: known.",
        "checks embassy past: It lied before.",
        "checks monitors evidence: Nobody else heard it.",
        "order looked: embassy/on-guard",
        "order seed: 4711",
        "judgement because: It is the radio.",
        "judgement confidence: low",
        "judgement likelihood none: 20",
        "judgement likelihood minor: 62.5",
        "judgement likelihood other: 17.5",
        "judgement matrix: ma5474ac9720aef47",
    ]


def test_the_order_of_rows_and_cells_and_the_folding_of_texts_do_not_show() -> None:
    moved = "format: 1\nrows:\n  b/x: {m: C, l: I}\n  a/x: {l: N}\n"
    sorted_ = "format: 1\nrows:\n  a/x: {l: 'N'}\n  b/x: {l: I, m: C}\n"

    assert lines(moved.encode()) == lines(sorted_.encode())


def test_a_reason_without_a_rating_shows() -> None:
    text = "format: 1\nrows: {}\nnotes: {a/x: {because: {h: why}}}\n"

    assert lines(text.encode()) == ["a/x h: unrated; because: why", "format: 1"]


def test_what_is_written_wrong_is_shown_all_the_same() -> None:
    text = "rows: {a/x: I, a/y: {h: {i: j}}}\nnotes: [k]\n"

    assert lines(text.encode()) == ["rows a/x: I", "a/y h: {i: j}", "notes: k"]


def test_evidence_has_a_line_a_field_in_its_own_order() -> None:
    assert lines(EMBASSY.encode())[5:9] == [
        "items saddam-public-statement text: Saddam says in public that he will not retaliate.",
        "items saddam-public-statement kind: statement",
        "items saddam-public-statement credibility: 2",
        "items on-guard text: Embassies are told to be on guard.",
    ]


@pytest.mark.parametrize(
    "data, shown",
    [
        (b'question: "a\\u202eb\\u200bc"\n', "question: a<U+202E>b<U+200B>c\n"),
        (b"<<<<<<< ours\na: \x1b[31m\n", "<<<<<<< ours\na: <U+001B>[31m\n"),
        (b"\xff\xfe\n", "\\xff\\xfe\n"),
        (b"", ""),
    ],
)
def test_nothing_in_a_file_acts_on_the_terminal_and_what_cannot_be_read_comes_as_it_is(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], data: bytes, shown: str
) -> None:
    (tmp_path / "x.yaml").write_bytes(data)

    assert main(["textconv", "--", str(tmp_path / "x.yaml")]) == 0
    assert capfdbinary.readouterr().out.decode() == shown
