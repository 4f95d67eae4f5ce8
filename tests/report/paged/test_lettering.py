"""Letters of many scripts, and what has none."""

from __future__ import annotations

import pytest

from tests.report.paged.reading import pages
from workbench.report.document import Band, Cell, Column, Document, Line, Paragraph, Table
from workbench.report.paged import lettering

SCRIPTS = {
    "Cyrillic": "Кто послал их? «Роснефть»",
    "Greek": "Ποιος τους έστειλε;",
    "Latin": "Żółć, Đà Nẵng, Gürültü, señor, ß",
    "Han": "谁派他们去的？",
    "Japanese": "誰が彼らを送ったのか。カタカナ",
    "Korean": "누가 그들을 보냈나",
    "Hebrew": "מי שלח אותם",
    "Arabic": "من أرسلهم",
    "Georgian": "ვინ გაგზავნა",
    "signs": "◆ ▁▂▃▄▅▆▇█ → ≤ √ – … № €",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_print_with_the_fonts_that_come_along(script: str) -> None:
    made = pages(Document("Title", "", (Paragraph(SCRIPTS[script]),)))
    shown = {letter for text in made.texts for letter in text}

    assert not made.missing
    assert {c for c in SCRIPTS[script] if c.isalpha() and c < "\u0590"} <= shown


def test_what_no_font_has_is_named_with_its_place_and_written_out() -> None:
    table = Table("matrix", (Column("row"), Column("evidence", prose=True)), (
        Band("", (Line((Cell("3"), Cell("smile \U000F1234 and \uE000"))),)),
    ))  # fmt: skip
    made = pages(Document("Title", "", (table, Paragraph("old signs: \U00013000\U00016fe4", "note"))))

    assert "<U+F1234>" in made.texts[0]  # private use: shown as such before fonts are asked
    assert "[U+16FE4]" in made.texts[0]
    assert "U+16FE4 in note" in made.missing[0]
    assert made.missing[0].endswith("install a font that has it" if "1 character" in made.missing[0] else "them")


def test_many_missing_letters_are_counted() -> None:
    many = lettering.Missing(tuple((chr(0x16FE4 + n), "row 1") for n in range(20)))

    assert str(many).startswith("20 characters have no letters in any font here and are written out: U+16FE4 in row 1,")
    assert " and 8 more; install a font that has them" in str(many)


def test_what_typst_refuses_is_read_from_its_words() -> None:
    said = 'error: PDF/UA-1 error: the text `"\\u{16fe4}"` could not be displayed with font `"Noto Sans"`'

    assert lettering.refused(said) == "\U00016fe4"
    assert lettering.refused("error: something else") == ""


def test_right_to_left_text_keeps_its_order() -> None:
    made = pages(Document("Title", "", (Paragraph("מי שלח אותם ב-2019?"),)))

    assert "2019" in made.texts[0]
