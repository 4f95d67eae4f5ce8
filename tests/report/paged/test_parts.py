"""Documents of thousands of rows, set in parts and bound."""

from __future__ import annotations

import re

import pytest

from tests.report.paged.reading import close, pages
from tests.report.paged.test_paged import document, lines, matrix
from workbench.report.document import Entry, Heading, Paragraph
from workbench.report.paged import parts


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is long is so already at a few hundred cells."""
    monkeypatch.setattr(parts, "MOST", 300)
    monkeypatch.setattr(parts, "PART", 200)


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
        assert re.search(rf"page +{number} +of", text)
        assert text.rstrip().endswith(str(count))
        assert "Decides: moves a score" in text


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
