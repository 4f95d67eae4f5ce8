"""What can be printed of a case: matrix, scores, what they rest on, slices and time, several analysts, what changed.

Each part loads what it needs when it is made: printing a matrix needs no sensitivity.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.analysis.standing import Standing
from workbench.printing import PROGRAM
from workbench.printing.printed import Printed

if TYPE_CHECKING:
    from workbench.analysis.changes import Comparison
    from workbench.report.comparecontent import Compared


def matrix(standing: Standing, sort: str = "", *, transpose: bool = False) -> Printed:
    """The consistency matrix with everything that explains it, rows sorted as `report.content` can."""
    from workbench.analysis.arrangement import DEFAULT_SORT
    from workbench.report import jsontext, sheet
    from workbench.report.content import matrix_content
    from workbench.report.matrixpage import matrix_document

    content = matrix_content(standing, sort=sort or DEFAULT_SORT, program=PROGRAM)
    return Printed(
        lambda: matrix_document(content, transpose=transpose),
        lambda: jsontext.matrix_record(content),
        lambda: sheet.render(content),
    )


def score(standing: Standing, methods: Sequence[str] = (), ratio: float | None = None) -> Printed:
    """The scores; as a record those of every method."""
    from workbench.report.content import matrix_content
    from workbench.report.jsontext import score_record
    from workbench.report.scorepage import score_document

    return Printed(
        lambda: score_document(matrix_content(standing, program=PROGRAM), methods, ratio),
        lambda: score_record(standing, ratio),
    )


def sensitivity(standing: Standing, method: str, error: float) -> Printed:
    """What the order rests on, under one of the methods that add up."""
    from workbench.report.sensitivitycontent import sensitivity_content
    from workbench.report.sensitivityjson import sensitivity_record
    from workbench.report.sensitivitypage import sensitivity_document

    content = sensitivity_content(standing, method, error)
    return Printed(lambda: sensitivity_document(content), lambda: sensitivity_record(content))


def slices(standing: Standing, by: str, window: str = "") -> Printed:
    """Every hypothesis within each slice; periods are years where no window is named."""
    from workbench.analysis.dating import Window
    from workbench.analysis.slices import slices as found
    from workbench.report.slicepage import slices_document
    from workbench.report.slicerecords import slices_record

    made = found(standing, by, Window(window or Window.YEAR))
    return Printed(lambda: slices_document(made), lambda: slices_record(made))


def diff(found: Comparison) -> Printed:
    """What changed between two revisions; as Markdown a comment on a pull request."""
    from workbench.report import comment
    from workbench.report.diffjson import diff_record
    from workbench.report.diffpage import diff_document

    return Printed(
        lambda: diff_document(found, PROGRAM),
        lambda: diff_record(found, PROGRAM),
        comment=lambda: comment.render(diff_document(found, PROGRAM)),
    )


def compare(compared: Compared) -> Printed:
    """Several analysts of one question; as a sheet every cell."""
    from workbench.report import comparesheet
    from workbench.report.comparejson import compare_record
    from workbench.report.comparepage import compare_document

    return Printed(
        lambda: compare_document(compared),
        lambda: compare_record(compared),
        lambda: comparesheet.render(compared),
    )


def timeline(standing: Standing, clocks: Sequence[str], window: str = "") -> Printed:
    """Every hypothesis as evidence came in by these clocks, or within each window of time."""
    from workbench.analysis.dating import Window
    from workbench.analysis.timeline import timeline as found
    from workbench.analysis.timeline import windows
    from workbench.report.slicerecords import timeline_record, windows_record
    from workbench.report.timelinepage import timeline_document, windows_document

    if window:
        alone = [windows(standing, clock, Window(window)) for clock in clocks]
        return Printed(lambda: windows_document(standing, alone), lambda: windows_record(standing.case, alone))
    course = [found(standing, clock) for clock in clocks]
    return Printed(lambda: timeline_document(standing, course), lambda: timeline_record(standing.case, course))
