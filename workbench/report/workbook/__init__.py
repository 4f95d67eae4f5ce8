"""Workbooks (XLSX): the matrix with formulas that stay live, and the sheet a colleague rates on.

`book` writes cells so that no text acts; `seal` tells a workbook as it was printed from one that somebody saved since.
What writes them is loaded only when one is written.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.report.content import Content
    from workbench.report.ratingsheet import RatingSheet


def render(content: Content) -> bytes:
    """The matrix as XLSX; the same content gives the same bytes."""
    from workbench.report.workbook import matrixbook

    return matrixbook.render(content)


def render_blank(sheet: RatingSheet) -> bytes:
    """The rating sheet as XLSX; the same sheet gives the same bytes."""
    from workbench.report.workbook import ratingbook

    return ratingbook.render(sheet)


def untouched(data: bytes) -> bool:
    """Whether these are the bytes of a workbook that this program printed and nobody has saved since."""
    from workbench.report.workbook import seal

    return seal.untouched(data)
