"""The pictures of what is printed, each standing for itself: with caption, question, analyst and marking."""
# ruff: noqa: PLC0415 - each picture loads what it needs

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.printing import PROGRAM
from workbench.report.picture import Picture

if TYPE_CHECKING:
    from workbench.analysis.slices import Slices
    from workbench.analysis.standing import Standing
    from workbench.analysis.timeline import Timeline
    from workbench.report.comparecontent import Compared
    from workbench.report.content import Content
    from workbench.report.document import Imprint
    from workbench.report.sensitivitycontent import SensitivityContent


def matrix(content: Content, *, transpose: bool = False) -> tuple[Picture, ...]:
    """The matrix with every row of it, then its scores; nothing where no hypothesis is active."""
    from workbench.report.pictures.heatmap import heat_map
    from workbench.report.pictures.transposed import transposed_map

    drawing = transposed_map if transpose else heat_map
    return _alone(content.standing, [drawing(content)] if content.scores else []) + score(content)


def score(content: Content, methods: Sequence[str] = (), ratio: float | None = None) -> tuple[Picture, ...]:
    """The scores under each of the methods named, or under the default one."""
    from workbench.analysis.scoring import every_method
    from workbench.report.pictures.scorebars import score_bars

    if not content.scores:
        return ()
    found = every_method(content.standing, ratio, methods) if methods else {}
    if not found:
        return _alone(content.standing, [score_bars(content)])
    pictures = (_alone(content.standing, [score_bars(content, one)], one.method) for one in found.values())
    return tuple(picture for some in pictures for picture in some)


def sensitivity(content: SensitivityContent) -> tuple[Picture, ...]:
    """The tornado, and how often each hypothesis is first; nothing where fewer than two are tested."""
    from workbench.report.pictures.noise import first_bars
    from workbench.report.pictures.tornado import tornado_bars

    pictures = [tornado_bars(content), first_bars(content)] if content.tornado else []
    return _alone(content.standing, pictures, content.found.method)


def slices(found: Sequence[Slices]) -> tuple[Picture, ...]:
    """The panels of each way in which a matrix is cut; nothing for one that has no slice."""
    from workbench.report.pictures.slices import slice_panels

    return tuple(picture for one in found if one.slices for picture in _alone(one.standing, [slice_panels(one)]))


def timeline(standing: Standing, found: Sequence[Timeline]) -> tuple[Picture, ...]:
    """The lines by each clock by which some row has a day."""
    from workbench.report.pictures.timeline import timeline_lines

    return _alone(standing, filter(None, map(timeline_lines, found)))


def compare(compared: Compared) -> tuple[Picture, ...]:
    """The disagreement map; nothing where nobody differs in what may be shown."""
    from workbench.report.imprint import of_question
    from workbench.report.pictures.disagreement import disagreement_map

    question = compared.found.case.question
    drawn = disagreement_map(compared.found)
    return _framed(of_question(question, PROGRAM), question.marking, [drawn] if drawn else [])


def _alone(standing: Standing, pictures: Iterable[Picture], method: str = "") -> tuple[Picture, ...]:
    """The pictures with what they need; where they are of one method, its formula stands under them."""
    from workbench.analysis.methods import METHODS
    from workbench.report.imprint import imprint

    page = imprint(standing, PROGRAM)
    page = replace(page, method=f"{METHODS[method].title}: {METHODS[method].formula}") if method else page
    return _framed(page, standing.case.question.marking, pictures)


def _framed(imprint: Imprint, marking: str, pictures: Iterable[Picture]) -> tuple[Picture, ...]:
    from workbench.report.pictures.alone import alone

    return tuple(alone(picture, imprint, marking) for picture in pictures)
