"""Slices and time: whether parts of the evidence point elsewhere, and how the scores came about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.analysis.names import listed
from workbench.analysis.narrowing import FIELDS, counted
from workbench.analysis.slices import Slices
from workbench.report import slicepage, slicewords, timelinepage, timelinewords
from workbench.report.document import Block, Heading, Paragraph
from workbench.report.product import drawn
from workbench.report.product.content import ReportContent

TABLES = 3
"""Tags whose slices name different leaders of which a table is shown, at most."""

MOST = 7
"""Slices of a table at most: those with most rows."""


_READING = Paragraph(f"a column for each change of the points, {timelinepage.PICTURE}", lead="course")


def slices_and_time(content: ReportContent) -> Iterator[Block]:
    """Whether slices name different leaders, and since when the leaders lead."""
    timelines = [one for one in content.timelines if one.changes]
    if not (content.slices or timelines):
        return
    yield Heading("Slices and time")
    yield from _verdicts(content)
    yield from _tables([one for one in content.slices if one.differ and one.by not in FIELDS][:TABLES])
    if any(one.differ for one in content.slices):
        yield Paragraph(slicewords.TAUTOLOGY)
    for one in timelines:
        yield Heading(timelinewords.CLOCKS[one.clock], under=True)
        said, reading = Paragraph(timelinewords.summary(one)), [_READING] if one is timelines[-1] else []
        yield from drawn.shown(drawn.course(one), said, timelinepage.course(one), *reading)
        if one.undated:
            yield Paragraph(f"{counted(len(one.undated))} without a date.", lead="left out")
    if timelines:
        yield Paragraph(timelinewords.HINDSIGHT)


def _verdicts(content: ReportContent) -> Iterator[Paragraph]:
    """Whether slices name different leaders, by what; ways of slicing that say the same share a sentence."""
    alike: dict[str, list[Slices]] = {}
    for one in content.slices:
        naming = sum(bool(each.leaders) for each in one.slices)
        same = "" if one.differ or naming < 2 else slicewords.names(content.standing, one.agreed)
        alike.setdefault(same or one.by, []).append(one)
    for leaders, ways in alike.items():
        by = listed([one.by for one in ways])
        if len(ways) == 1:
            yield Paragraph(slicewords.verdict(ways[0]), lead=f"by {by}")
        else:
            are = {slicewords.agreeing(one) for one in ways}
            among = are.pop() if len(are) == 1 else "leads or ties for the lead"
            text = f"By weighted points {leaders} {among} in each slice that names a leader."
            yield Paragraph(text, lead=f"by {by}")


def _tables(shown: list[Slices]) -> Iterator[Block]:
    """Points by slice, of the ways that name different leaders."""
    for one in shown:
        yield Heading(f"Points by {one.by}", under=True)
        table, *_ = slicepage.side_by_side(_largest(one))
        yield table
        yield from drawn.shown(
            drawn.captioned(drawn.panels(_largest(one)), f"Weighted points by {one.by}, slice by slice")
        )
        if len(one.slices) > MOST:
            yield Paragraph(f"the {MOST} slices with most rows, of {len(one.slices)}.", lead="shown")
        if one.without:
            yield Paragraph(f"{counted(len(one.without))}.", lead="in no slice")
    if shown:
        yield Paragraph(f"weighted points, 0 is best; {slicewords.SIGNS}.", lead="points")
        yield Paragraph(slicewords.FEW)


def _largest(found: Slices) -> Slices:
    """The same with its largest slices alone, in their order."""
    kept = sorted(found.slices, key=lambda one: -len(one.rows))[:MOST]
    return replace(found, slices=tuple(one for one in found.slices if one in kept))
