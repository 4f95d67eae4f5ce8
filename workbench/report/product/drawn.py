"""The pictures of the report: each as a block beside what it shows, and all of them as files of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.analysis.slices import Slices
from workbench.analysis.timeline import Timeline
from workbench.report.document import Block, drawn
from workbench.report.imprint import imprint
from workbench.report.picture import Picture
from workbench.report.pictures.alone import alone
from workbench.report.pictures.disagreement import disagreement_map
from workbench.report.pictures.heatmap import heat_map
from workbench.report.pictures.indicators import indicator_board
from workbench.report.pictures.noise import first_bars
from workbench.report.pictures.scorebars import score_bars
from workbench.report.pictures.slices import slice_panels
from workbench.report.pictures.timeline import timeline_lines
from workbench.report.pictures.tornado import tornado_bars
from workbench.report.product.content import ReportContent

HIGHEST = 620.0
"""Points, up to which a picture finds room on a page; a higher one is a file of its own alone."""


def shown(picture: Picture | None, *instead: Block) -> Iterator[Block]:
    """A picture where there is one that fits a page, else what stands in its place."""
    if picture and picture.height <= HIGHEST:
        yield drawn(picture, *instead)
    else:
        yield from instead


def captioned(picture: Picture | None, caption: str) -> Picture | None:
    """A picture under another caption, where the text beside it says what is found."""
    return replace(picture, caption=caption) if picture else None


def scores(content: ReportContent) -> Picture | None:
    """Points of every hypothesis."""
    return score_bars(content.matrix) if content.matrix.scores and content.matrix.rows else None


def tornado(content: ReportContent) -> Picture | None:
    """What the loss of each row does to the gap."""
    found = content.sensitivity.tornado
    return tornado_bars(content.sensitivity) if found and found.swings else None


def noise(content: ReportContent) -> Picture | None:
    """How often each hypothesis is first in perturbed copies."""
    return first_bars(content.sensitivity) if content.sensitivity.tornado else None


def panels(found: Slices) -> Picture:
    """Points within each slice; its name says by what it is sliced."""
    return replace(slice_panels(found), name=f"slices-{found.by}")


def course(found: Timeline) -> Picture | None:
    """Points as evidence came in."""
    return timeline_lines(found) if found.standing.bears_on else None


def disagreement(content: ReportContent) -> Picture | None:
    """Where analysts are apart; nothing while that is held back."""
    found = content.compared.found if content.compared else None
    return disagreement_map(found) if found and found.orders and len(found.analysts) > 1 else None


def indicators(content: ReportContent) -> Picture | None:
    """What to watch for, on the day of the files; nothing where that is not known."""
    return indicator_board(content.case, content.day) if content.day else None


def pictures(content: ReportContent) -> tuple[Picture, ...]:
    """All of them, each with what it needs to stand for itself, the matrix first; none where there is no matrix."""
    page, marking = imprint(content.standing, content.program), content.case.question.marking
    return tuple(alone(picture, page, marking) for picture in _all(content) if picture)


def _all(content: ReportContent) -> Iterable[Picture | None]:
    if not (content.matrix.scores and content.matrix.rows):
        return
    yield heat_map(content.matrix)
    yield scores(content)
    yield tornado(content)
    yield noise(content)
    yield from map(course, content.timelines)
    yield from map(panels, content.slices)
    yield disagreement(content)
    yield indicators(content)
