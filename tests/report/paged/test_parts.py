"""Documents of thousands of rows, set in parts and bound."""

from __future__ import annotations

import re

import pytest
from pypdf import PageObject

from tests.report.paged.reading import close, pages
from tests.report.paged.test_paged import document, lines, matrix
from workbench.report import paged
from workbench.report.document import Entry, Heading, Paragraph
from workbench.report.paged import parts, setting


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is long is so already at a few hundred cells."""
    monkeypatch.setattr(parts, "MOST", 300)
    monkeypatch.setattr(parts, "PART", 200)


def foot(page: PageObject) -> tuple[float, float]:
    """How high the last two lines of a page stand: what it says of itself, and its number."""
    heights: dict[str, float] = {}

    def seen(text: str, matrix: list[float], *_: object) -> None:
        heights.update({word: matrix[5] for word in ("matrix of", "page ") if text.startswith(word)})

    page.extract_text(visitor_text=seen)
    return heights["matrix of"], heights["page "]


def test_what_is_set_in_parts_is_all_there_in_order() -> None:
    found = document(Heading("Matrix"), matrix(8, 60), *(Entry(f"source/item-{n}", "seen") for n in range(90)))
    made = pages(found)
    at = [made.whole.index(close("".join(texts))) for texts in lines(found)]

    assert at == sorted(at)
    assert all(f"source/item-{n}seen" in made.whole for n in range(90))


def test_every_page_of_all_parts_says_whose_it_is() -> None:
    made = pages(document(matrix(8, 60)))
    count = len(made.texts)

    assert count > 2
    for number, text in enumerate(made.texts, 1):
        assert text.count("TLP:AMBER") == 2
        assert re.search(rf"page {number} of {count} · ach-workbench \d", text)
        assert "Decides: moves a score" in text


def test_the_number_of_every_page_stands_in_its_foot_with_a_legend_and_without() -> None:
    made = pages(document(matrix(8, 60), *(Entry(f"source/item-{n}", "seen") for n in range(90))))
    feet = [foot(page) for page in made.reader.pages]

    assert len({"Decides" in text for text in made.texts}) == 2
    assert {numbered for _, numbered in feet} == {20.0}
    assert all(numbered < told < numbered + 12 for told, numbered in feet)


def test_long_documents_are_not_tagged_and_others_are(monkeypatch: pytest.MonkeyPatch) -> None:
    found = document(matrix(8, 60))
    assert "/StructTreeRoot" not in pages(found).reader.root_object

    monkeypatch.setattr(parts, "MOST", 1_000)
    assert "/StructTreeRoot" in pages(found).reader.root_object


def test_how_many_parts_are_set_at_once_does_not_change_a_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    found = document(Heading("Matrix"), matrix(8, 90))
    made = set()
    for at_once in (1, 2, 3):
        monkeypatch.setattr(setting, "AT_ONCE", at_once)
        monkeypatch.setattr("os.cpu_count", lambda: 8)
        made.add(paged.render(found))

    assert len(made) == 1


def test_parts_give_the_same_bytes_and_say_who_printed_them() -> None:
    found = document(matrix(8, 60))
    first, second = pages(found), pages(found)

    assert first.content == second.content
    assert re.search(rb"ach-workbench \d", first.content)
    assert first.reader.metadata is not None
    assert first.reader.metadata.title == "Who sent them?"


def test_what_is_short_stays_in_one_part() -> None:
    record = {"k": "paragraph", "t": "text"}

    assert parts.split([record]) == [[record]]
    assert len(pages(document(Paragraph("short"))).texts) == 1
