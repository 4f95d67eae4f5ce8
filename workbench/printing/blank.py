"""The sheet to be filled in, by hand or in a spreadsheet, by a colleague without a terminal."""
# ruff: noqa: PLC0415 - each format loads what it needs

from __future__ import annotations

from workbench.model import Case
from workbench.printing import PROGRAM
from workbench.printing.printed import Printed


class Blank(Printed):
    """A rating sheet in the formats it has. It is to be filled in, and no data for programs."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The formats there are."""
        return tuple(form for form in super().forms if form != "json")


def blank(case: Case) -> Blank:
    """The rating sheet of a case, with nothing of anybody's judgement."""
    from workbench.report import ratingpage, workbook
    from workbench.report.ratingsheet import rating_sheet

    sheet = rating_sheet(case, PROGRAM)
    return Blank(
        lambda: ratingpage.blank_document(sheet),
        lambda: None,
        lambda: ratingpage.blank_csv(sheet),
        workbook=lambda: workbook.render_blank(sheet),
    )
