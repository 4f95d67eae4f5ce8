"""Plain text: every word of it stands in a paragraph, whatever it is."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from workbench.documents import Kind, Unit, read
from workbench.documents.locating import numbered
from workbench.documents.plaintext import content

FILES = Path(__file__).parent

LINES = st.one_of(st.text(max_size=300), st.sampled_from(["", " ", "- point", "1. point", "Heading", "w " * 120]))
TEXTS = st.builds("".join, st.lists(st.one_of(LINES, st.sampled_from(["\n", "\n\n", "\f"])), max_size=30))


@given(TEXTS)
def test_paragraphs_hold_all_the_text_in_its_order(text: str) -> None:
    found = numbered(content(text).blocks)

    assert "".join("".join(p.text.split()) for p in found) == "".join(text.split())


@given(TEXTS)
def test_no_two_paragraphs_of_a_text_have_the_same_locator(text: str) -> None:
    locators = [p.locator for p in numbered(content(text).blocks)]

    assert len(set(locators)) == len(locators)


def test_a_text_whose_lines_were_not_wrapped_has_a_paragraph_a_line() -> None:
    made = read(FILES / "plain.txt")

    assert made.kind is Kind.TEXT
    assert made.title == "The harbour in May"
    assert [p.locator for p in made.paragraphs] == [
        "title",
        "lead",
        "section Berths, heading",
        "section Berths, par. 1",
        "section Berths, par. 1, first point",
        "section Berths, par. 1, second point",
        "section Berths, par. 2",
        "section Berths, par. 3",
    ]


def test_a_text_wrapped_by_hand_has_its_paragraphs_between_free_lines() -> None:
    made = read(FILES / "wrapped.txt")

    assert made.title == "wrapped.txt"
    assert [(p.unit, p.text[:24]) for p in made.paragraphs] == [
        (Unit.PARAGRAPH, "MEMORANDUM page 1"),
        (Unit.POINT, "1. The first point runs "),
        (Unit.POINT, "2. The second point."),
        (Unit.PARAGRAPH, "A paragraph that was wra"),
    ]
    assert made.paragraphs[1].text == "1. The first point runs over two lines, as typewriters had it."


def test_a_form_feed_begins_a_page(tmp_path: Path) -> None:
    path = tmp_path / "printed.txt"
    path.write_text("one\n\ntwo\fthree\n")

    assert [p.locator for p in read(path).paragraphs] == ["p. 1, par. 1", "p. 1, par. 2", "p. 2, par. 1"]
