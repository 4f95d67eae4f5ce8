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
