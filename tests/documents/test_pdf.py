"""PDF: paragraphs from lines at places, page by page, and what cannot be read said in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from tests.documents.printed import Put, column, pdf
from workbench.documents import Document, Kind, Unreadable, read

LONG = ["The harbour master signs for every berth, and", "in May two of them were kept free, nobody who",
        "works at the quay could say for whom."]  # fmt: skip


def made(tmp_path: Path, *pages: list[Put], title: str = "", first: str = "") -> Document:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(pages, title=title, first=first))
    return read(path)


def told(document: Document) -> list[tuple[str, str]]:
    return [(p.locator, p.text) for p in document.paragraphs]


def test_lines_are_paragraphs_by_their_distance(tmp_path: Path) -> None:
    document = made(tmp_path, column([*LONG, "", "Another paragraph", "of two lines."]), column(["On page two."]))

    assert document.kind is Kind.PDF
    assert document.title == "report.pdf"
    assert told(document) == [
        ("p. 1, par. 1", " ".join(LONG)),
        ("p. 1, par. 2", "Another paragraph of two lines."),
        ("p. 2, par. 1", "On page two."),
    ]


def test_a_first_line_that_is_indented_begins_a_paragraph(tmp_path: Path) -> None:
    lines = column([*LONG, *LONG])
    lines[3] = lines[3]._replace(x=90)

    assert [p.text for p in made(tmp_path, lines).paragraphs] == [" ".join(LONG)] * 2


def test_points_headings_and_columns(tmp_path: Path) -> None:
    left = [
        Put("A heading", y=720, size=16),
        *column([*LONG[:2], "• a point that runs", "  over two lines", "• another"]),
    ]
    right = column(["goes on in the second", "column."], x=320)

    assert told(made(tmp_path, [*left, *right])) == [
        ("p. 1, par. 1", "A heading"),
        ("p. 1, par. 2", " ".join(LONG[:2])),
        ("p. 1, par. 2, first point", "• a point that runs over two lines"),
        ("p. 1, par. 2, second point", "• another goes on in the second column."),
    ]


def test_a_word_parted_at_a_line_end_is_one_again(tmp_path: Path) -> None:
    document = made(tmp_path, column(["It was an exam-", "ple of the well-", "Known kind."]))

    assert document.paragraphs[0].text == "It was an example of the well- Known kind."


def test_what_repeats_on_every_page_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    pages = [
        [Put(f"Chapter 1: the quay {n}", y=760), *column([f"Text of page {'abcd'[n]}."]), Put(f"- {n} -", x=300, y=40)]
        for n in range(4)
    ]

    assert [p.text for p in made(tmp_path, *pages).paragraphs] == [f"Text of page {letter}." for letter in "abcd"]


def test_pages_are_called_as_the_file_calls_them(tmp_path: Path) -> None:
    document = made(tmp_path, *(column([f"Text {letter}."]) for letter in "abc"), title="A report", first="17")

    assert document.title == "A report"
    assert [p.locator for p in document.paragraphs] == ["p. i, par. 1", "p. 17, par. 1", "p. 18, par. 1"]


def test_pages_without_text_are_named(tmp_path: Path) -> None:
    document = made(tmp_path, column(["Text."]), [], column(["More."]))

    assert [p.locator for p in document.paragraphs] == ["p. 1, par. 1", "p. 3, par. 1"]
    assert "Without text, perhaps pictures: p. 2." in document.notes


def test_pages_without_any_text_are_pictures(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"report\.pdf has no text: its pages are pictures; run text recognition"):
        made(tmp_path, [], [])


def encrypted(tmp_path: Path, word: str) -> Path:
    path = tmp_path / "secret.pdf"
    path.write_bytes(pdf([column(["Behind a lock."])]))
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.encrypt(word, "another word", algorithm="RC4-128")
    writer.write(path)
    return path


def test_a_file_that_asks_for_a_password_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"secret\.pdf is encrypted and asks for a password; open it in a PDF viewer"):
        read(encrypted(tmp_path, "open sesame"))


def test_a_file_that_only_forbids_printing_is_read(tmp_path: Path) -> None:
    assert [p.text for p in read(encrypted(tmp_path, "")).paragraphs] == ["Behind a lock."]


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_file_that_is_cut_off_gives_text_or_a_sentence(tmp_path: Path, share: float) -> None:
    whole = pdf([column(LONG), column(LONG)])
    path = tmp_path / "cut.pdf"
    path.write_bytes(whole[: int(len(whole) * share)])
    found = outcome(path)

    assert found.paragraphs if isinstance(found, Document) else str(found).startswith("cut.pdf ")


def outcome(path: Path) -> Document | Unreadable:
    try:
        return read(path)
    except Unreadable as unreadable:
        return unreadable


def test_reading_is_left_off_where_nobody_waits(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf([column([f"Text {letter}."]) for letter in "abcdef"]))
    asked: list[tuple[int, int]] = []

    def going(done: int, of: int) -> bool:
        asked.append((done, of))
        return done < 3

    assert [p.page for p in read(path, going).paragraphs] == ["1", "2", "3"]
    assert asked == [(0, 6), (1, 6), (2, 6), (3, 6)]
