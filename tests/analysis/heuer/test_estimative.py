import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.heuer.estimative import ICD_203, PHIA, YARDSTICKS, Yardstick

NONE = ""
METHOD = Path(__file__).parents[3] / "docs" / "method.md"

ICD = [
    *((-1, NONE), (0, NONE), (0.5, NONE), (0.999, NONE)),
    *((1, "almost no chance"), (4.999, "almost no chance")),
    *((5, "very unlikely"), (19.999, "very unlikely")),
    *((20, "unlikely"), (42, "unlikely"), (44.999, "unlikely")),
    *((45, "roughly even chance"), (50, "roughly even chance"), (54.999, "roughly even chance")),
    *((55, "likely"), (79.999, "likely")),
    *((80, "very likely"), (94.999, "very likely")),
    *((95, "almost certain"), (99, "almost certain")),
    *((99.001, NONE), (99.5, NONE), (100, NONE), (101, NONE), (math.nan, NONE), (math.inf, NONE)),
]

YARD = [
    *((-1, NONE), (0, NONE), (0.001, "remote chance"), (5, "remote chance"), (5.001, NONE), (7, NONE)),
    *((9.999, NONE), (10, "highly unlikely"), (20, "highly unlikely"), (20.001, NONE), (24.999, NONE)),
    *((25, "unlikely"), (35, "unlikely"), (35.001, NONE), (39.999, NONE)),
    *((40, "realistic possibility"), (49.999, "realistic possibility"), (50, NONE), (54.999, NONE)),
    *((55, "likely"), (75, "likely"), (75.001, NONE), (79.999, NONE)),
    *((80, "highly likely"), (90, "highly likely"), (90.001, NONE), (94.999, NONE)),
    *((95, "almost certain"), (99.999, "almost certain"), (100, NONE), (101, NONE), (math.nan, NONE)),
]


@pytest.mark.parametrize("share, word", ICD)
def test_icd_203_at_every_border(share: float, word: str) -> None:
    assert ICD_203.word(share) == word


@pytest.mark.parametrize("share, word", YARD)
def test_phia_at_every_border(share: float, word: str) -> None:
    assert PHIA.word(share) == word


@pytest.mark.parametrize("yardstick", YARDSTICKS.values(), ids=YARDSTICKS)
def test_a_likelier_number_never_has_a_less_likely_word(yardstick: Yardstick) -> None:
    found = [term for share in range(1001) if (term := yardstick.term(share / 10))]

    assert list(dict.fromkeys(found)) == list(yardstick.terms)
    assert found == sorted(found, key=yardstick.terms.index)


@pytest.mark.parametrize("yardstick", YARDSTICKS.values(), ids=YARDSTICKS)
@given(share=st.floats(0, 100))
def test_no_number_has_two_words(yardstick: Yardstick, share: float) -> None:
    assert sum(term.covers(share) for term in yardstick.terms) <= 1


def test_the_directive_has_a_second_row_of_words() -> None:
    assert [term.also for term in ICD_203.terms] == [
        *("remote", "highly improbable", "improbable", "roughly even odds"),
        *("probable", "highly probable", "nearly certain"),
    ]
    assert [term.word for term in PHIA.terms if term.also] == ["likely"]


def test_every_whole_number_between_nothing_and_everything_has_a_word_of_the_directive() -> None:
    assert all(ICD_203.word(share) for share in range(1, 100))


def test_the_page_on_method_has_the_same_tables() -> None:
    page = METHOD.read_text(encoding="utf-8")

    for directive, yardstick in zip(ICD_203.terms, PHIA.terms, strict=True):
        low = f"above {yardstick.low}" if yardstick.above else yardstick.low
        high = f"below {yardstick.high}" if yardstick.below else yardstick.high
        words = ", ".join(filter(None, (yardstick.word, yardstick.also)))
        band = f"{directive.low} to {directive.high}"
        assert f"| {directive.word} | {directive.also} | {band} | | {words} | {low} to {high} |" in page
