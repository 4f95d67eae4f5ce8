from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.report.document import Align
from workbench.report.visible import line, plain, right_to_left
from workbench.report.wrapping import padded, wrapped

TEXTS = st.one_of(st.text(), st.text("ab /-…日本é🙂́", max_size=300)).map(line)


@given(TEXTS, st.integers(2, 60))
def test_nothing_is_cut_and_nothing_is_too_wide(text: str, room: int) -> None:
    lines = wrapped(text, room)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(cell_len, lines)) <= room


def test_words_stay_whole_where_they_fit() -> None:
    assert wrapped("the quick brown fox", 10) == ["the quick", "brown fox"]
    assert wrapped("", 10) == [""]


def test_a_long_word_breaks_after_its_slash_or_hyphen() -> None:
    assert wrapped("monitors/radio-traffic", 16) == ["monitors/radio-", "traffic"]
    assert wrapped("unbreakable", 5) == ["unbre", "akabl", "e"]


def test_a_wide_character_in_a_room_too_small_stands_alone() -> None:
    assert wrapped("日本", 1) == ["日", "本"]


def test_padding_counts_cells() -> None:
    assert padded("日本", 6) == "日本  "
    assert padded("4", 3, Align.RIGHT) == "  4"
    assert padded("I", 4, Align.MIDDLE) == " I  "


def test_a_right_to_left_text_is_fenced_off_from_numbers() -> None:
    assert padded("عربي", 6) == "عربي\u200e  "


@given(st.text("ab/- ", max_size=40), st.integers(1, 14))
def test_letters_of_one_cell_beyond_ascii_wrap_as_those_of_ascii_do(text: str, room: int) -> None:
    assert wrapped(text.replace("a", "é"), room) == [line.replace("a", "é") for line in wrapped(text, room)]


def test_what_is_measured_by_its_length_is_as_wide_as_it_is_long() -> None:
    taken = [c for c in map(chr, range(sys.maxunicode + 1)) if plain(c)]

    assert {cell_len(c) for c in taken} == {1}
    assert not any(right_to_left(c) for c in taken)
    assert {"a", "é", "…", "→"} <= {*taken}
