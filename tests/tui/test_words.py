"""The gateway: what file text can and cannot do to a screen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.tui import words


@pytest.mark.parametrize(
    "text, shown",
    [
        ("see [sic] x[/y [b", "see [sic] x[/y [b"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("a\x07b\x7f", "a␇b␡"),
        ("\x9b2J", "⟨U+009B⟩2J"),
        ("line\none\ttab\u2028two", "line one tab two"),
        ("user\u202etxt.exe", "user⟨U+202E⟩txt.exe"),
        ("pass\u200bword", "pass·word"),
        ("می\u200cخواهم", "میخواهم"),
        ("\ufefffirst", "·first"),
        ("👨\u200d👩\u200d👧 ❤\ufe0f 👍🏽 🇩🇪", "👨👩👧 ❤ 👍 DE"),
        ("e\u0301", "é"),
        ("\ud800 \ue000", "⟨U+D800⟩ ⟨U+E000⟩"),
        ("a" + "\u0301" * 500, "á" + "\u0301" * 4),
        ("日本\u3000語", "日本 語"),
    ],
)
def test_file_text_is_shown_and_never_acted_upon(text: str, shown: str) -> None:
    assert words.plain(text) == shown


@given(st.text(st.characters(codec=None), max_size=60))
def test_nothing_unprintable_passes(text: str) -> None:
    assert words.plain(text).isprintable()
    assert words.plain(words.plain(text)) == words.plain(text)


@given(st.text(max_size=80), st.integers(0, 40))
def test_a_cut_text_fits_its_cells(text: str, width: int) -> None:
    assert cell_len(words.cut(text, width)) <= width
    assert cell_len(words.padded(text, width)) == width
    assert cell_len(words.centred(text, width)) == width


@settings(max_examples=60)
@given(st.text(max_size=120), st.integers(1, 30), st.integers(1, 5))
def test_wrapped_lines_fit(text: str, width: int, limit: int) -> None:
    lines = words.wrapped(text, width, limit)
    assert len(lines) <= limit
    assert all(cell_len(part) <= max(width, 2) for part in lines)


def test_wrapping_loses_no_word_where_there_is_room() -> None:
    text = "Agents abroad send more often and for longer than in the month before"
    assert " ".join(words.wrapped(text, 20, 9)) == text


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert words.wrapped("one two three four", 7, 2) == ["one two", "three…"]
    assert words.cut("日本語", 5) == "日本…"
    assert words.cut("x" * 10_000, 4) == "xxx…"


def test_a_long_name_is_hyphenated() -> None:
    assert words.wrapped("Own intelligence", 8, 3, hyphen="-") == ["Own", "intelli-", "gence"]
