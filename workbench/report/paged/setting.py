"""Typst at work: the record of a page in, pages out; several at once where a document is set in parts."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench.report.paged import lettering

if TYPE_CHECKING:
    import typst

Standard = Literal["ua-1"]

FOR_EVERYBODY: tuple[Standard, ...] = ("ua-1",)
"""PDF/UA-1: every text has letters and can be read aloud, every table has headings, every picture words."""

AT_ONCE = 2
"""So many parts are set at once, where there are so many processors: each takes memory of its own."""

_KEPT = 10
"""For so many compilations Typst keeps what it has laid out; it forgets what none of them has used."""

_UNSETTLED = "did not converge"
"""Typst says so where places depend on one another and do not come to rest."""

_HERE = Path(__file__).parent


class Pages(NamedTuple):
    """What became of a template: the PDF, or the characters it cannot be set for the want of; whether it is settled."""

    content: bytes
    refused: str
    settled: bool


def pages(template: str, data: str, standards: Sequence[Standard], *, system: bool) -> Pages:
    """What a template makes of data, tagged where a standard asks for it.

    Args:
        template: its file here.
        data: JSON.
        standards: what the PDF has to keep to.
        system: whether fonts of the machine are used besides those of this program.
    """
    import typst  # noqa: PLC0415 - 80 MB of it: only where a PDF is made

    source, fonts = (_HERE / template).read_bytes(), _fonts(system=system)
    inputs, tagged = {"data": data}, bool(standards)
    try:
        content, warnings = typst.compile_with_warnings(
            source, font_paths=fonts, sys_inputs=inputs, pdf_standards=list(standards), pdf_tags=tagged, timestamp=0
        )
    except typst.TypstError as error:
        if refused := lettering.refused(error.diagnostic):
            return Pages(b"", refused, settled=True)
        content, warnings = typst.compile_with_warnings(source, font_paths=fonts, sys_inputs=inputs, timestamp=0)
    return Pages(content, "", not any(_UNSETTLED in warning.message for warning in warnings))


def parts(template: str, data: Sequence[str], *, system: bool) -> Iterator[bytes]:
    """The PDF of each part of a long document, in their order, untagged.

    Typst works outside Python's lock, so that threads are enough. It forgets some parts before it begins the next, and
    none while others are being set: these would lose what they still need.
    """
    at_once = min(AT_ONCE, os.cpu_count() or 1)
    made: list[bytes] = []
    with ThreadPoolExecutor(at_once) as threads:
        for start in range(0, len(data), at_once):
            forgotten = [threads.submit(_nothing, system=system) for _ in range(_KEPT + 1)]
            yield from made
            wait(forgotten)
            some = data[start : start + at_once]
            made = list(threads.map(lambda part: pages(template, part, (), system=system).content, some))
        yield from made


@cache
def _fonts(*, system: bool) -> typst.Fonts:
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=system, font_paths=[lettering.FONTS])


def _nothing(*, system: bool) -> None:
    """Set an empty page, by which what Typst has laid out before grows older."""
    import typst  # noqa: PLC0415

    typst.compile(b"", font_paths=_fonts(system=system), timestamp=0)
