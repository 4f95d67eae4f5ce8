"""Whose matrix a page is made from, and how far it got."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import build_case
from workbench.analysis.standing import standing
from workbench.model import Note
from workbench.report.provenance import made

PARKED = Note(parked="because")


@pytest.mark.parametrize(
    ("rows", "notes", "said"),
    [
        ({}, {}, "rated by me; 0 rows by 2 hypotheses, nothing to rate"),
        ({"s/a": "I C"}, {"s/a": PARKED}, "rated by me; 0 rows by 2 hypotheses, nothing to rate; 1 parked"),
        ({"s/a": "-"}, {}, "rated by me; 1 row by 1 hypothesis, 1 of 1 cell unrated"),
        ({"s/a": "I -"}, {}, "rated by me; 1 row by 2 hypotheses, 1 of 2 cells unrated"),
        ({"s/a": "I C", "s/b": "C C"}, {}, "rated by me; 2 rows by 2 hypotheses, every cell rated"),
    ],
)
def test_how_far_a_matrix_got(rows: dict[str, str], notes: dict[str, Note], said: str) -> None:
    assert made(standing(build_case(rows, notes=notes))) == said
