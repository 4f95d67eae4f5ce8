"""Places: told apart without exception, in the words that the shipped case uses, and found again by them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.documents import Document, Kind, Unit
from workbench.documents.citing import Places
from workbench.documents.document import LONGEST_PASSAGE, Block
from workbench.documents.locating import numbered, ordinal

HEADINGS = st.sampled_from(["A", "a", "Berths", "A, par. 1", "A to B", "title", "lead", "\u202e", "x" * 200, "par. 1"])
BLOCKS = st.lists(
    st.one_of(
        st.builds(lambda unit: Block("words", unit), st.sampled_from([u for u in Unit if u is not Unit.HEADING])),
        st.builds(lambda text, level: Block(text, Unit.HEADING, level=level), HEADINGS, st.integers(1, 3)),
    ),
    max_size=30,
)  # fmt: skip


def document(*blocks: Block) -> Document:
    return Document("made", Kind.TEXT, numbered(blocks))


def p(text: str = "words") -> Block:
    return Block(text)


def h(text: str, level: int = 2) -> Block:
    return Block(text, Unit.HEADING, level=level)


def point() -> Block:
    return Block("words", Unit.POINT)


CASES = [
    ("paragraphs alone", [p(), p()], ["par. 1", "par. 2"]),
    ("a title is no section", [h("T", 1), p()], ["title", "par. 1"]),
    (
        "sections and a lead",
        [h("T", 1), p(), h("Fridge duty"), p(), p()],
        ["title", "lead", "section Fridge duty, heading", "section Fridge duty, par. 1", "section Fridge duty, par. 2"],
    ),
    ("a lead of several", [p(), p(), h("A"), p()], ["lead, par. 1", "lead, par. 2", "section A, heading",
                                                    "section A, par. 1"]),
    ("points follow a paragraph", [p(), point(), point()], ["par. 1", "par. 1, first point", "par. 1, second point"]),
    ("points before any", [point()], ["first point"]),
    ("captions", [p(), Block("c", Unit.CAPTION), Block("c", Unit.CAPTION)],
     ["par. 1", "caption after par. 1", "second caption after par. 1"]),
    ("sections of one name", [h("A"), p(), h("A"), p()],
     ["section A, heading", "section A, par. 1", "second section A, heading", "second section A, par. 1"]),
    ("several headings as high as the first are sections", [h("A", 1), p(), h("B", 1), p()],
     ["section A, heading", "section A, par. 1", "section B, heading", "section B, par. 1"]),
    ("pages", [Block("w", page="iv"), Block("w", page="iv"), Block("w", page="1")],
     ["p. iv, par. 1", "p. iv, par. 2", "p. 1, par. 1"]),
]  # fmt: skip


@pytest.mark.parametrize("blocks, locators", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_places_are_named_as_a_reader_would(blocks: list[Block], locators: list[str]) -> None:
    assert [paragraph.locator for paragraph in numbered(blocks)] == locators


SPANS = [
    ([p(), p(), p()], "par. 1-3"),
    ([h("A"), p(), p()], "section A, par. 1-2"),
    ([h("A"), h("B")], "section A, heading"),
    ([h("A"), p(), h("B"), p()], "section A, par. 1 to section B, par. 1"),
    ([p(), point(), point()], "par. 1 to second point"),
    ([point(), point(), point()], "first to third point"),
    ([p(), h("A")], "lead"),
    ([Block("w", page="3"), Block("w", page="4")], "p. 3, par. 1 to p. 4, par. 1"),
]


@pytest.mark.parametrize("blocks, words", SPANS)
def test_several_paragraphs_are_named_together(blocks: list[Block], words: str) -> None:
    assert document(*blocks).locator(0, len(blocks) - 1) == words


@given(BLOCKS)
def test_no_two_places_have_the_same_locator(blocks: list[Block]) -> None:
    locators = [paragraph.locator.casefold() for paragraph in numbered(blocks)]

    assert len(set(locators)) == len(locators)
    assert all(locators)


@given(BLOCKS)
def test_every_place_is_found_by_its_locator(blocks: list[Block]) -> None:
    made = document(*blocks)
    places = Places(made)

    for place, paragraph in enumerate(made.paragraphs):
        assert places.cited(paragraph.locator) == range(place, place + 1)
        assert places.cited(f'{paragraph.locator.upper()}, "Radio traffic"') == range(place, place + 1)


@given(st.lists(st.sampled_from([p(), p(), point(), h("Berths"), h("Buses"), Block("c", Unit.CAPTION)]), max_size=20),
       st.data())  # fmt: skip
def test_what_is_named_together_is_found_together(blocks: list[Block], data: st.DataObject) -> None:
    made = document(*blocks)
    plain = [place for place, paragraph in enumerate(made.paragraphs) if paragraph.unit is not Unit.HEADING]
    if not plain:
        return
    first, last = sorted((data.draw(st.sampled_from(plain)), data.draw(st.sampled_from(plain))))

    assert Places(made).cited(made.locator(first, last)) == range(first, last + 1)


def test_other_ways_to_cite_are_understood() -> None:
    made = document(h("T", 1), p(), p(), h("Berths"), p(), p(), p())
    cited = Places(made).cited

    assert cited("lead") == range(1, 3)
    assert cited("par. 3") == range(4, 5)
    assert cited("section Berths, par. 1 and 3") == range(4, 7)
    assert cited("section Berths, last par.") == range(6, 7)
    assert cited("Key Judgment 1") == range(0)
    assert cited("") == range(0)
    assert not cited("section Berths, par. 3 to lead")


def test_a_passage_is_one_line_that_prints() -> None:
    made = document(p("one\u202e two\x1b[31m"), p("e\u0301"))

    assert made.passage(0, 1) == "one two[31m \xe9"


def test_of_a_long_passage_the_rest_is_left_out() -> None:
    made = document(*(p("word " * 1_000) for _ in range(10)))

    assert len(made.passage(0, 9)) < LONGEST_PASSAGE + 20
    assert made.passage(0, 9).endswith("…")


def test_ordinals() -> None:
    numbers = (1, 2, 10, 11, 12, 13, 21, 22, 23, 111, 112)

    assert [ordinal(n) for n in numbers] == [
        "first", "second", "tenth", "11th", "12th", "13th", "21st", "22nd", "23rd", "111th", "112th",
    ]  # fmt: skip
