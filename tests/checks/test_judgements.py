"""Confidence and likelihood: two things, two sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text, mixed",
    [
        ("We judge with high confidence that arson is likely.", True),
        ("Arson is likely. We have high confidence in this judgement.", False),
        ("Arson is probable, and our confidence is moderate.", True),
        ("Arson is 80% certain, with low confidence!", True),
        ("Arson is likely (60.5 per cent). Confidence is low.", False),
        ("With Low-Confidence sources a storm is unlikely", True),
        ("The remote chance of rain is not a matter of confidence.", False),
        ("Almost certainly arson; moderate confidence", True),
        ("", False),
    ],
)
def test_one_sentence(found: Found, text: str, mixed: bool) -> None:
    assert found(matrix=f'judgement: {{because: "{text}"}}') == ["ann.yaml:5 C071"] * mixed
    assert found(matrix=f'judgement: {{differs_because: "{text}"}}') == ["ann.yaml:5 C071"] * mixed


JUDGED = "judgement: {because: So it is.}"


def test_a_judgement_that_says_on_which_matrix_it_was_made_is_fine(found: Found) -> None:
    assert found(matrix=JUDGED) == []


@pytest.mark.parametrize(
    "parts, codes",
    [
        ({"matrix": "judgement: {because: So it is., matrix: m0123456789abcdef}"}, ["ann.yaml:5 C077"]),
        ({"matrix": "judgement: {because: So it is., matrix: maybe}"}, []),  # a finding of shape
        ({"matrix": "judgement:\n  because: So it is.\n"}, ["ann.yaml:5 C078"]),
        ({"matrix": "judgement: {matrix: m0123456789abcdef}"}, []),  # which says nothing
    ],
)
def test_a_judgement_is_stale_or_unconfirmed(found: Found, parts: dict[str, str], codes: list[str]) -> None:
    assert found(**parts) == codes


def test_what_cannot_be_read_makes_no_judgement_stale(found: Found) -> None:
    """The row of an item that is nowhere, and a cell that is no rating, are findings themselves."""
    mark = "judgement: {because: So it is., matrix: m0123456789abcdef}"
    assert found(matrix=f"  report/gone: {{storm: C, arson: C, wiring: C}}\n{mark}") == ["ann.yaml:5 C002"]
    assert found(matrix=f"  report/night2: {{storm: maybe}}\n{mark}") == ["ann.yaml:5 C002"]
