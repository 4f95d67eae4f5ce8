"""The document of the report: the whole product, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.report import entries, matrixpage
from workbench.report.document import Block, Document, Heading, Overleaf, Paragraph
from workbench.report.imprint import imprint
from workbench.report.product import drawn
from workbench.report.product.analysts import several
from workbench.report.product.bottomline import asked, bottom_line
from workbench.report.product.changed import changed
from workbench.report.product.content import ReportContent
from workbench.report.product.drivers import drivers
from workbench.report.product.hypotheses import hypotheses
from workbench.report.product.judgement import beside_computed
from workbench.report.product.method import method
from workbench.report.product.outlook import gaps, indicators
from workbench.report.product.slicing import slices_and_time
from workbench.report.product.sources import sources
from workbench.report.product.thinking import thinking


def report_document(content: ReportContent) -> Document:
    """All parts; those with nothing in them are left out, or say so where a reader would miss them."""
    question = content.case.question
    return Document(
        title=question.text,
        marking=question.marking,
        blocks=(
            *bottom_line(content),
            *asked(content),
            *hypotheses(content),
            *matrix(content),
            *drivers(content),
            *slices_and_time(content),
            *beside_computed(content),
            *several(content),
            *thinking(content),
            *sources(content),
            *gaps(content),
            *indicators(content),
            *parked(content),
            *rows(content),
            *method(content),
            *changed(content),
        ),
        imprint=imprint(content.standing, content.program),
    )


def matrix(content: ReportContent) -> Iterator[Block]:
    """The consistency matrix, as `ach matrix` prints it, under the points of every hypothesis."""
    found = content.matrix
    yield Overleaf()
    yield Heading("The consistency matrix")
    yield Paragraph(found.headline)
    yield from map(Paragraph, found.answer.remarks)
    yield matrixpage.scores(found)
    yield from drawn.shown(drawn.captioned(drawn.scores(content), "Weighted points of every hypothesis"))
    yield from matrixpage.order(found)
    yield from (block for block in matrixpage.in_blocks(found) if not isinstance(block, Overleaf))
    letters = "; ".join(f"{cell.text} {cell.under}" for cell in imprint(content.standing, content.program).legend)
    yield Paragraph(f"{letters}.", lead="letters")


def parked(content: ReportContent) -> Iterator[Block]:
    """The evidence that is out of the matrix, and why."""
    found = (entries.parked(item, why) for item, why in content.matrix.parked)
    return entries.listed("Evidence that was looked at and parked", found, "item")


def rows(content: ReportContent) -> Iterator[Block]:
    """Every row with where it comes from and why it is rated so."""
    found = entries.rows(content.matrix)
    return entries.listed("Every row: where it comes from, and why it is rated so", found, "row")
