"""Heuer's example in every format, held against files a reviewer can read.

After a change that is meant: UPDATE_GOLDEN=1 pytest tests/report/test_golden.py, then read the diff.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.analysis.methods import METHODS
from workbench.analysis.standing import standing
from workbench.model import Case
from workbench.report import jsontext, markdown, sheet, text
from workbench.report.content import Content, matrix_content
from workbench.report.matrixpage import matrix_document
from workbench.report.scorepage import score_document

GOLDEN = Path(__file__).parent / "golden"

PRINTED: dict[str, Callable[[Content], str]] = {
    "matrix.txt": lambda content: text.render(matrix_document(content)),
    "matrix-40-wide.txt": lambda content: text.render(matrix_document(content), width=40),
    "matrix-transposed.txt": lambda content: text.render(matrix_document(content, transpose=True)),
    "matrix.md": lambda content: markdown.render(matrix_document(content)),
    "matrix-transposed.md": lambda content: markdown.render(matrix_document(content, transpose=True)),
    "matrix.csv": sheet.render,
    "matrix.json": jsontext.render,
    "score.txt": lambda content: text.render(score_document(content, [])),
    "score-by-method.txt": lambda content: text.render(score_document(content, ["parc-weighted"])),
    "score-all.txt": lambda content: text.render(score_document(content, list(METHODS))),
    "score-kappa.txt": lambda content: text.render(score_document(content, ["log-likelihood"], 2)),
}


def compare(name: str, printed: str) -> None:
    """Hold what is printed against a golden file, or write it where that was asked for."""
    path = GOLDEN / name
    if "UPDATE_GOLDEN" in os.environ:
        path.write_bytes(printed.encode())
    assert printed.encode() == path.read_bytes(), f"{name} changed; if meant, set UPDATE_GOLDEN=1 and read the diff"


@pytest.mark.parametrize("name", PRINTED)
def test_heuers_example_prints_as_it_should(name: str, heuer: Case) -> None:
    compare(name, PRINTED[name](matrix_content(standing(heuer), program="ach-workbench")))


def test_a_tangled_case_shows_its_marks(tangled: Case) -> None:
    content = matrix_content(standing(tangled), program="ach-workbench")
    compare("tangled.txt", text.render(matrix_document(content)))
