"""How the pages of the PDF are filled: what stays together, what is shrunk, and where letters are explained."""

from __future__ import annotations

from tests.report.paged.reading import pages
from tests.report.paged.test_paged import document, matrix
from workbench.report.document import Block, Entry, Heading, Overleaf, Paragraph
from workbench.report.picture import Box, Ink, Picture, Words

MEANING = "strongly expected"

PROSE = "Nobody at the depot saw who opened the gate, and the guards on the night shift were not asked. " * 8


def picture(height: float, name: str = "bars") -> Picture:
    drawn = (Box(0, 0, 300, height, Ink.RULE), Words(10, height - 10, f"end of {name}"))
    return Picture(name, f"Caption of {name}", name, 480, height, drawn)


def lying(*blocks: Block) -> tuple[str, ...]:
    """The texts of the pages, which lie: a matrix as wide as this makes them."""
    return pages(document(*blocks, Overleaf(), matrix(24, 2))).texts


def test_a_picture_that_is_a_little_too_high_is_shrunk_to_where_it_is_told_of() -> None:
    first, *_ = pages(document(Heading("One"), picture(360), Heading("Two"), picture(360, "lines"))).texts

    assert "end of bars" in first
    assert "end of lines" in first


def test_a_picture_that_would_be_too_small_goes_overleaf_with_its_heading_and_sentence() -> None:
    told = Paragraph("It rose in spring.")
    first, second, *_ = pages(document(Heading("One"), picture(400), Heading("Two"), told, picture(500, "lines"))).texts

    assert "end of bars" in first
    for text in ("Two", "It rose in spring.", "Caption of lines", "end of lines"):
        assert text not in first
        assert text in second


def test_many_pictures_in_a_row_are_all_there() -> None:
    many = [block for n in range(14) for block in (Heading(f"Part {n}"), picture(250 + 30 * (n % 5), f"number {n}."))]
    whole = "\n".join(pages(document(*many)).texts)

    assert [n for n in range(14) if f"end of number {n}." not in whole] == []


def test_the_last_page_of_two_columns_ends_at_one_height() -> None:
    entries = [Entry(f"item-{n}", PROSE[: len(PROSE) // 2]) for n in range(12)]
    first, second, *_ = lying(*entries, picture(120))

    assert "item-11" in first
    assert "end of bars" in first
    assert "end of bars" not in second


def test_text_before_a_new_page_stays_in_its_columns() -> None:
    entries = [Entry(f"item-{n}", PROSE) for n in range(10)]
    pairs = [Paragraph(f"pair {n}") for n in range(3)]
    first, second, *_ = lying(*entries, Heading("How they are told apart"), *pairs)

    assert "pair 2" in first
    assert "A convoy left" in second


def test_letters_are_explained_on_the_pages_that_have_some() -> None:
    made = pages(document(Paragraph("Before."), Overleaf(), matrix(4, 120), Overleaf(), Paragraph("After.")))

    assert [MEANING in text for text in made.texts] == ["A convoy left" in text for text in made.texts]
    assert len(made.texts) > 3
