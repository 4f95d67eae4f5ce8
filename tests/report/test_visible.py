from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.report.visible import _PLAIN as HARMLESS
from workbench.report.visible import line, right_to_left, seen, visible


@pytest.mark.parametrize(
    "text, shown",
    [
        ("see [sic] x[/y [b", "see [sic] x[/y [b"),
        ("\x1b[31mred\x1b[0m", "<U+001B>[31mred<U+001B>[0m"),
        ("\x1b]0;title\x07", "<U+001B>]0;title<U+0007>"),
        ("a\x85b", "a<U+0085>b"),
        ("safe\u202egpj.exe", "safe<U+202E>gpj.exe"),
        ("\u2066isolated\u2069", "<U+2066>isolated<U+2069>"),
        ("zero\u200bwidth\ufeff", "zero<U+200B>width<U+FEFF>"),
        ("one\u2028two", "one<U+2028>two"),
        ("nul\0", "nul<U+0000>"),
        ("\ud800", "<U+D800>"),
        ("\U000e0041", "<U+E0041>"),
        ("blank\u3164", "blank<U+3164>"),
        ("naïve Москва 東京 العربية 🙂", "naïve Москва 東京 العربية 🙂"),
    ],
)
def test_what_hides_or_commands_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_joiners_stay_where_a_script_needs_them() -> None:
    assert visible("می\u200cخواهم") == "می\u200cخواهم"
    assert visible("a\u200cb") == "a<U+200C>b"
    assert visible("\u200d") == "<U+200D>"


@given(st.text())
def test_nothing_that_acts_passes(text: str) -> None:
    categories = {unicodedata.category(c) for c in line(text) if c not in "\u200c\u200d"}

    assert not categories & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


@given(st.text())
def test_showing_twice_changes_nothing(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert line(line(text)) == line(text)


def test_a_line_has_single_blanks_and_no_line_ends() -> None:
    assert line("  one\r\n\ttwo \n") == "one two"


def test_right_to_left_scripts_are_known() -> None:
    assert right_to_left("see עברית")
    assert right_to_left("العربية")
    assert not right_to_left("Москва 12")


def test_what_passes_in_a_row_would_pass_one_by_one() -> None:
    """The quick way round lets nothing through that is not seen where it stands alone."""
    passing = [c for c in map(chr, range(0x110000)) if HARMLESS.fullmatch(c)]

    assert len(passing) > 300
    assert [f"U+{ord(c):04X}" for c in passing if not seen(c)] == []
