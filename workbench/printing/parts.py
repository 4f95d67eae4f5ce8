"""What can be printed of a case: matrix, scores, what they rest on, slices and time, several analysts, what changed.

Each part loads what it needs when it is made: printing a matrix needs no sensitivity.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from workbench.analysis.standing import Standing
from workbench.printing import PROGRAM, drawn
from workbench.printing.printed import Printed

if TYPE_CHECKING:
    from workbench.analysis.changes import Comparison
    from workbench.analysis.older import History
    from workbench.report.comparecontent import Compared
    from workbench.report.content import Content
    from workbench.report.document import Document


def matrix(standing: Standing, sort: str = "", *, transpose: bool = False, history: History | None = None) -> Printed:
    """The consistency matrix with everything that explains it, rows sorted as `report.content` can.

    `history` is asked what stale rows were rated against, where there are some.
    """
    from workbench.analysis.arrangement import DEFAULT_SORT
    from workbench.report import jsontext, sheet
    from workbench.report.content import matrix_content
    from workbench.report.matrixpage import matrix_document

    content = matrix_content(standing, sort=sort or DEFAULT_SORT, program=PROGRAM)
    content = content.reread(history) if history else content
    return Printed(
        lambda: matrix_document(content, transpose=transpose),
        lambda: jsontext.matrix_record(content),
        lambda: sheet.render(content),
        workbook=lambda: _workbook(content),
        pictures=lambda: drawn.matrix(content, transpose=transpose),
    )


def score(standing: Standing, methods: Sequence[str] = (), ratio: float | None = None) -> Printed:
    """The scores; as a record those of every method."""
    from workbench.report.content import matrix_content
    from workbench.report.jsontext import score_record
    from workbench.report.scorepage import score_document

    return Printed(
        lambda: score_document(matrix_content(standing, program=PROGRAM), methods, ratio),
        lambda: _named(score_record(standing, ratio)),
        pictures=lambda: drawn.score(matrix_content(standing, program=PROGRAM), methods, ratio),
    )


def sensitivity(standing: Standing, method: str, error: float) -> Printed:
    """What the order rests on, under one of the methods that add up."""
    from workbench.report.sensitivitycontent import sensitivity_content
    from workbench.report.sensitivityjson import sensitivity_record
    from workbench.report.sensitivitypage import sensitivity_document

    content = sensitivity_content(standing, method, error)
    return Printed(
        lambda: _signed(sensitivity_document(content), standing),
        lambda: _named(sensitivity_record(content)),
        pictures=lambda: drawn.sensitivity(content),
    )


def slices(standing: Standing, by: str, window: str = "") -> Printed:
    """Every hypothesis within each slice; periods are years where no window is named."""
    from workbench.analysis.dating import Window
    from workbench.analysis.slices import slices as found
    from workbench.report.slicepage import slices_document
    from workbench.report.slicerecords import slices_record

    made = found(standing, by, Window(window or Window.YEAR))
    return Printed(
        lambda: _signed(slices_document(made), standing),
        lambda: _named(slices_record(made)),
        pictures=lambda: drawn.slices([made]),
    )


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
        pictures=lambda: drawn.compare(compared),
    )


def report(
    standing: Standing,
    *,
    compared: Compared | None = None,
    since: Comparison | None = None,
    words: str = "",
    day: date | None = None,
    history: History | None = None,
    rated_since: int | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Printed:
    """The whole product; as a sheet and as a workbook its matrix.

    Args:
        standing: of the case.
        compared: several analysts of the question, as the reader may see them.
        since: what changed since a revision.
        words: the name of the yardstick that words likelihoods; that of ICD 203 where none is named.
        day: of the files, by which indicators are overdue.
        history: is asked what stale rows were rated against, where there are some.
        rated_since: how many ratings changed since a stale judgement was written, where that is known.
        tell: is told what takes its time.
    """
    from workbench.analysis.heuer.estimative import ICD_203
    from workbench.report import sheet
    from workbench.report.product import report_content, report_document
    from workbench.report.product.drawn import pictures
    from workbench.report.product.record import report_record

    content = report_content(
        standing, program=PROGRAM, words=words or ICD_203.name, compared=compared, since=since, day=day,
        history=history, rated_since=rated_since, tell=tell,
    )  # fmt: skip
    return Printed(
        lambda: report_document(content),
        lambda: report_record(content),
        lambda: sheet.render(content.matrix),
        workbook=lambda: _workbook(content.matrix),
        pictures=lambda: pictures(content),
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
        return Printed(
            lambda: _signed(windows_document(standing, alone), standing),
            lambda: _named(windows_record(standing.case, alone)),
            pictures=lambda: drawn.slices(alone),
        )
    course = [found(standing, clock) for clock in clocks]
    return Printed(
        lambda: _signed(timeline_document(standing, course), standing),
        lambda: _named(timeline_record(standing.case, course)),
        pictures=lambda: drawn.timeline(standing, course),
    )


def _signed(document: Document, standing: Standing) -> Document:
    """The document with an imprint: whose matrix it is about, and by what it was printed."""
    from workbench.report.imprint import imprint

    return replace(document, imprint=imprint(standing, PROGRAM))


def _named(record: Mapping[str, object]) -> dict[str, object]:
    """A record that says which program printed it, as the others do by themselves."""
    return {"program": PROGRAM, **record}


def _workbook(content: Content) -> bytes:
    from workbench.report import workbook

    return workbook.render(content)
