"""A changed word changes few lines of a folded block, however its author wraps."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.yamltext import WIDTH, read, set_scalar
from workbench.yamltext.folding import folded_like, width_of

PROSE = "The convoy left the harbour at night and came back without the two trucks that carried the radio. " * 4


def block(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent="  ", subsequent_indent="  ")


@pytest.mark.parametrize("width", [40, 72, 90, 98, 100, 120])
def test_the_width_is_that_of_the_lines(width: int) -> None:
    lines = block(PROSE, width)

    assert folded_like(PROSE.strip(), lines, 2) == "\n".join([">-", *lines])


def test_one_line_tells_no_width() -> None:
    assert width_of(["  short"]) == WIDTH
    assert width_of([]) == WIDTH


def test_lines_broken_at_will_stay_where_they_still_say_the_same() -> None:
    text = read(b"a: >-\n  First sentence here.\n  Second,\n  with a break.\n  Third and last.\nb: c\n")

    edited = set_scalar(text, ("a",), "First sentence here. Second, with no break. Third and last.")

    assert edited.text == "a: >-\n  First sentence here.\n  Second,\n  with no break.\n  Third and last.\nb: c\n"


@given(st.integers(30, 120), st.integers(0, 60), st.sampled_from(["", "word", "two words", "x" * 50]))
@settings(max_examples=60, deadline=None)
def test_lines_before_the_change_stay(width: int, place: int, new: str) -> None:
    words = PROSE.split()
    place = min(place, len(words) - 1)
    changed = [*words[:place], *new.split(), *words[place + 1 :]]
    lines = block(" ".join(words), width)
    text = read("\n".join(["a: >-", *lines, "b: c\n"]).encode())

    edited = set_scalar(text, ("a",), " ".join(changed))

    assert edited.root["a"] == " ".join(changed)
    kept = max(next_line(lines, place) - 1, 0)  # the line before the change may take a word of it
    if width_of(lines) == width_of(edited.text.split("\n")[1:-2]):
        assert edited.text.split("\n")[1 : kept + 1] == lines[:kept]


def next_line(lines: list[str], place: int) -> int:
    """How many lines end before the word at this index."""
    count = 0
    for index, line in enumerate(lines):
        count += len(line.split())
        if count > place:
            return index
    return len(lines)
