"""Matrices with one thing changed in them."""

from __future__ import annotations

from workbench.model import Matrix, Note, Row
from workbench.model.matrix import Part


def with_row(matrix: Matrix, address: str, row: Row) -> Matrix:
    """The matrix with one row put in place of the old one."""
    return matrix.with_parts({Part("rows", (address,)): row})


def with_note(matrix: Matrix, address: str, note: Note) -> Matrix:
    """The matrix with one note put in place of the old one."""
    return matrix.with_parts({Part("notes", (address,)): note})
