"""What the lead rests on, in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.resting import LONGEST, fewest, sentence, start, then
from workbench.analysis.separation import Separation, separation
from workbench.analysis.standing import standing
from workbench.model import Case, Kind, Level, Note

Build = Callable[..., Case]

HEAVY = {"credibility": "1"}
HIGH = Note(Level.HIGH)


def said(case: Case) -> str:
    found = standing(case)
    return sentence(found, separation(found))


@pytest.mark.parametrize(
    "rows, items, said_of_it",
    [
        ({"s/a": "I C", "s/b": "C I"}, {}, 'one step up in relevance of "Text of s/a" and H2 leads alone'),
        ({"s/a": "I C"}, {}, 'were "Text of s/a" rated N instead of I for H1, it would tie with H1'),
        ({"s/a": "C C I"}, {}, 'were "Text of s/a" rated N instead of I for H3, H3 would tie with them'),
        ({"s/a": "II C"}, {}, 'without "Text of s/a" it ties with H1'),
        (
            {"s/a": "II C", "t/a": "II C"},
            {"s/a": {"origins": ("ann",)}, "t/a": {"origins": ("ann",)}},
            "without the origin ann it ties with H1",
        ),
        ({"s/a": "II C", "s/b": "II C"}, {}, "without the source s it ties with H1"),
        (
            {f"s/{n}": "I C" for n in range(10)} | {f"own/{n}": "C I" for n in range(13)},
            {f"own/{n}": {"kind": Kind.ARGUMENT} for n in range(13)},
            "one step up in grade of all that the source s says and H2 leads",
        ),
    ],
)
def test_the_cheapest_change_is_named(
    build: Build, rows: dict[str, str], items: dict[str, Any], said_of_it: str
) -> None:
    assert said(build(rows, items)) == f"Not separated: {said_of_it}."


def test_a_step_of_a_grade_is_named(build: Build) -> None:
    items = {"s/a": {"credibility": "4"}, "t/b": HEAVY}
    case = build({"s/a": "C I", "t/b": "I C"}, items, {"t": "A"}, notes={"s/a": HIGH})

    assert said(case) == 'Not separated: one step up in grade of "Text of s/a" and H2 ties with H1.'


def test_where_it_takes_several_changes_they_are_counted(build: Build) -> None:
    assert (
        said(build({"a/x": "II C", "b/x": "II C"})) == "By weighted points it takes the loss of 2 items to change that."
    )
    rows = dict.fromkeys(["a/x", "b/x", "c/x", "d/x"], "I C") | {"e/x": "C N", "f/x": "C N"}
    heavy = build(rows, {"e/x": HEAVY, "f/x": HEAVY}, {"e": "A", "f": "A"}, notes={"e/x": HIGH, "f/x": HIGH})
    assert said(heavy) == "By weighted points it takes 2 changes of one step to change that."


def test_where_nothing_changes_it_that_is_said(build: Build) -> None:
    assert said(build({"s/a": "CC CC"})) == "By weighted points no loss of items changes that."


@pytest.mark.parametrize("rows", [{}, {"s/a": "N NA"}, {"s/a": "I N"}, {"s/a": "- -"}])
def test_fewer_than_two_tested_are_not_separated_or_not(build: Build, rows: dict[str, str]) -> None:
    assert said(build(rows)) == ""


def test_the_leader_is_named_where_the_headline_does_not_say_that_it_leads(build: Build) -> None:
    """Weighted, H1 leads; counted alike both tie."""
    rows = {"a/x": "II C", "b/x": "C II", "c/x": "II C", "d/x": "C II", "e/x": "II C", "f/x": "C II"}
    found = standing(build(rows, dict.fromkeys(("b/x", "d/x", "f/x"), HEAVY), dict.fromkeys("bdf", "A")))

    assert found.headline.startswith("No single leader")
    assert sentence(found, Separation("item", 1, ("a/x",), leading=("h1", "h2"))).endswith(" H1 ties with H2.")
    assert (
        sentence(found, Separation("items", 3))
        == "To change who leads by weighted points it takes the loss of 3 items."
    )
    assert sentence(found, Separation("", 0)) == "No loss of items changes who leads by weighted points."


@pytest.mark.parametrize(
    "before, after, said_of_it, would",
    [
        ("h1", "h1", "the lead stays as it is", "the lead stays as it is"),
        ("h1", "h2", "H2 leads", "H2 would lead"),
        ("h1", "h2 h3", "H2 and H3 tie for the lead", "H2 and H3 would tie for the lead"),
        ("h1", "h1 h2 h3", "it ties with H2 and H3", "it would tie with H2 and H3"),
        ("h1 h2", "h1", "H1 leads alone", "H1 would lead alone"),
        ("h1 h2 h3", "h1 h3", "only H1 and H3 tie for the lead", "only H1 and H3 would tie for the lead"),
        ("h1 h2", "h1 h2 h3", "H3 ties with them", "H3 would tie with them"),
        ("h1 h2", "h2 h3", "H2 and H3 tie for the lead", "H2 and H3 would tie for the lead"),
    ],
)
def test_who_leads_then(build: Build, before: str, after: str, said_of_it: str, would: str) -> None:
    found = standing(build({"s/a": "I I I"}))

    subject = "them" if " " in before else "it"

    assert then(found, before.split(), after.split(), subject=subject) == said_of_it
    assert then(found, before.split(), after.split(), subject=subject, would=True) == would


def test_those_who_led_are_named_where_nothing_has_named_them(build: Build) -> None:
    found = standing(build({"s/a": "I I I"}))

    assert then(found, ["h1"], ["h1", "h2"]) == "H1 ties with H2"
    assert then(found, ["h1", "h2"], ["h1", "h2", "h3"]) == "H3 ties with H1 and H2"


def test_both_of_the_smallest_sets_in_words() -> None:
    assert fewest("abc", "ab") == "the loss of 3 items or 2 changes of one step"
    assert fewest("a", None) == "the loss of 1 item"
    assert fewest(None, "a") == "1 change of one step"
    assert fewest(None, None) == ""


def test_a_long_text_is_cut_at_a_word() -> None:
    assert start("Short  text,\nit is.") == "Short text, it is"
    assert start("One claim of some length, which goes on", 26) == "One claim of some length…"
    assert start("x" * 80) == "x" * (LONGEST - 1) + "…"


@given(st.text(min_size=1), st.integers(2, 80))
def test_no_start_is_longer_than_asked(text: str, most: int) -> None:
    assert len(start(text, most)) <= most
