"""Text is data: nothing in it acts on the page, however it is written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.report.paged.reading import pages
from workbench.analysis.standing import standing
from workbench.model import Case
from workbench.report import paged, visible
from workbench.report.content import matrix_content
from workbench.report.document import Document, Paragraph
from workbench.report.matrixpage import matrix_document

ATTACKS = {
    "code": '#panic("x") #{1 + 1} #sys.inputs #eval("1")',
    "reading": '#read("/etc/passwd") #include "/etc/passwd" #image("/etc/passwd")',
    "importing": '#import "@preview/cetz:0.3.0": *',
    "markup": "*bold* _slanted_ = head - item + item / term: x ~ -- --- ... 'quoted' \"twice\"",
    "mathematics": "$x^2$ $ sum $",
    "raw": "`raw` ```typ #panic()``` \\ \\u{41} \\#",
    "references": "@label <label> https://example.org/a?b=c#d mailto:a@example.org",
    "comments": "a // b /* c */ d",
    "PDF": "(x) Tj ET Q \\) >> endobj stream endstream %%EOF <</S/JavaScript/JS(app.alert(1))>>",
    "XML": "</rdf:RDF><?xpacket end?> & <x a='b'>",
    "escapes": "\x1b[2J\x1b]0;title\x07 \x9b31m \0 red",
    "bidi": "safe\u202egpj.exe \u2066x\u2069 \u200f",
    "hidden": "zero\u200bwidth\ufeff \u00ad \u2060",
    "ends": "one\ntwo\r\nthree\x85four\u2028five\x0bsix",
    "empty": "",
}

Hostile = Callable[[str], Case]


@pytest.mark.parametrize("name", ATTACKS)
def test_texts_stay_texts_in_every_field(name: str, hostile: Hostile) -> None:
    text = ATTACKS[name]
    made = pages(matrix_document(matrix_content(standing(hostile(text)), program="ach-workbench 0.1.0")))

    assert "".join(visible.line(text).split()) in made.whole
    assert "root:" not in made.whole
    assert "/Names" not in made.reader.root_object
    assert "/OpenAction" not in made.reader.root_object
    assert not any("/Annots" in page or "/AA" in page for page in made.reader.pages)


@pytest.mark.parametrize("text", ["x" * 4_000, "https://example.org/" + "a" * 200, "word " * 4_000, "日本" * 600])
def test_long_texts_are_whole_and_within_the_page(text: str) -> None:
    made = pages(Document("Title", "TLP:RED", (Paragraph(text),)))
    ends: list[float] = []

    def seen(_text: str, _cm: object, place: list[float], *_: object) -> None:
        ends.append(place[4])

    made.reader.pages[0].extract_text(visitor_text=seen)

    letters = "".join(text.split())
    body = "".join(page.partition("page ")[0].replace("TLP:RED", "") for page in made.texts)
    assert "".join(body.replace("Title", "").split()).count(letters[-1]) >= letters.count(letters[-1])
    assert max(ends) < made.reader.pages[0].mediabox.width


def test_a_hundred_thousand_letters_are_set() -> None:
    texts = (Paragraph("word " * 20_000), Paragraph("x" * 10_000))

    assert paged.render(Document("Title", "TLP:RED", texts)).startswith(b"%PDF-")


def test_a_case_whose_every_text_is_one_long_word_is_printed(hostile: Hostile) -> None:
    made = pages(matrix_document(matrix_content(standing(hostile("x" * 300)), program="ach-workbench 0.1.0")))

    assert len(made.texts) > 1
    assert all("page" in text for text in made.texts)
