"""The style sheet of a page: the colours of `report.palette` by day and by night, and how things stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import resources

from workbench.report import palette, svg
from workbench.report.document import Tone
from workbench.report.palette import Shade
from workbench.report.picture import Ink

_PAGE = resources.files(__package__)

LANDSCAPE = "@media print { @page { size: landscape } }\n"


def sheet(*, landscape: bool = False) -> str:
    """The style sheet; `landscape` turns the paper, for a matrix that is too broad for it upright."""
    drawn = f"{_colours()}\n{_classes()}\n"
    return f"\n{drawn}{_read('page.css')}{LANDSCAPE if landscape else ''}"


def script() -> str:
    """What sorts, filters and transposes a matrix."""
    return f"\n{_read('matrix.js')}"


def _read(name: str) -> str:
    return _PAGE.joinpath(name).read_text(encoding="utf-8")


def _colours() -> str:
    """The colours by name: on paper and by day, and on a screen by night."""
    day = " ".join(_named(palette.CELLS, palette.SHAPES))
    night = " ".join(_named(palette.NIGHT_CELLS, palette.NIGHT_SHAPES))
    dark = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {night} }} }}"
    return f":root {{ color-scheme: light dark; {day} }}\n{dark}\n@media print {{ :root {{ color-scheme: light }} }}"


def _named(cells: Mapping[Tone, Shade], shapes: Mapping[Ink, str]) -> Iterator[str]:
    yield from (f"--{ink.value}: {colour};" for ink, colour in shapes.items())
    for tone, shade in cells.items():
        yield f"--{tone.value}: {shade.ground}; --on-{tone.value}: {shade.ink};"


def _classes() -> str:
    """The classes of cells, of shapes in pictures, and of labels."""
    return "\n".join((*_of_cells(), *_of_shapes(), *_of_labels()))


def _of_cells() -> Iterator[str]:
    for tone in palette.CELLS:
        yield f".{tone.value} {{ background: var(--{tone.value}); color: var(--on-{tone.value}) }}"


def _of_shapes() -> Iterator[str]:
    for ink in Ink:
        yield f".{svg.filling(ink)} {{ fill: var(--{ink.value}) }} .{svg.edging(ink)} {{ stroke: var(--{ink.value}) }}"
    for ink in palette.SHAPES:
        yield f".{svg.writing(ink)} {{ fill: var(--{ink.value}) }}"
    for tone in palette.CELLS:
        yield f".{svg.writing(Ink.TEXT, Ink(tone.value))} {{ fill: var(--on-{tone.value}) }}"


def _of_labels() -> Iterator[str]:
    for marking in palette.LABELS:
        shade = palette.label(marking)
        if shade is not None:
            yield f".{labelled(marking)} {{ background: {shade.ground}; color: {shade.ink} }}"


def labelled(marking: str) -> str:
    """The class of a marking that has colours of its own; empty where it is a banner of another kind."""
    return marking.lower().replace(":", "-").replace("+", "-") if marking in palette.LABELS else ""
