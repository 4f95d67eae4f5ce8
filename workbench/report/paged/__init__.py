"""A document as PDF: pages to print and to hand over, tagged for screen readers (PDF/UA-1).

Typst sets the pages from `page.typ`. Every text reaches it as data, never as markup, and nothing is read or fetched
besides the fonts. The same document gives the same bytes wherever its letters are in the fonts of this program.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workbench.report.document import Document
from workbench.report.paged import lettering, parts, record, sheet
from workbench.report.paged.lettering import Missing

if TYPE_CHECKING:
    import typst

__all__ = ["Missing", "render"]

_TRIES = 3
"""How often characters without letters are written out before the page is set without asking for any."""

_KEPT = 10
"""For so many compilations Typst keeps what it has laid out."""

_UNSETTLED = "did not converge"
"""Typst says so where places depend on one another and do not come to rest."""

_HERE = Path(__file__).parent

_Standard = Literal["ua-1"]

_FOR_EVERYBODY: tuple[_Standard, ...] = ("ua-1",)
"""PDF/UA-1: every text has letters and can be read aloud, every table has headings, every picture words."""


def _untold(_: Missing) -> None:
    """Nobody asked."""


def render(document: Document, *, paper: str = "a4", told: Callable[[Missing], None] = _untold) -> bytes:
    """The document as pages on a size of paper, upright or lying as its tables ask for.

    Args:
        document: what is printed.
        paper: a4, a3, letter or tabloid.
        told: is told of characters that no font here has; they are written out as `[U+1F642]`.

    Raises:
        KeyError: there is no paper of that name.
    """
    page = sheet.page(document, paper)
    unusual = lettering.unusual(document)
    system = bool(_lacking(unusual, system=False))
    lacking = _lacking(unusual, system=True) if system else ""
    content, more = b"", ""
    for _ in range(_TRIES):
        content, more = _set(document, page, lacking, system=system)
        if content:
            break
        lacking, system = "".join(sorted({*lacking, *more})), True
    content = content or _set(document, page, lacking, system=True, standards=())[0]
    if lacking:
        told(lettering.missing(document, lacking))
    return content


def _lacking(characters: str, *, system: bool) -> str:
    """Those of some characters that the fonts have no letters for."""
    if not characters:
        return ""
    return _compiled("letters.typ", characters, _FOR_EVERYBODY, system=system)[1]


def _set(
    document: Document, page: sheet.Page, lacking: str, *, system: bool, standards: Sequence[_Standard] = _FOR_EVERYBODY
) -> tuple[bytes, str]:
    """The pages, or else the characters they cannot be set for the want of."""
    made = record.of(document, page, lettering.spelling(lacking))
    blocks = parts.split(made["blocks"])
    if len(blocks) > 1:
        return _bound(made, blocks, system=system), ""
    content, refused, settled = _compiled("page.typ", _json(made), standards, system=system)
    if not settled:
        content, refused, _ = _compiled("page.typ", _json({**made, "shrinks": False}), standards, system=system)
    return content, refused


def _bound(made: record.Record, blocks: list[list[record.Record]], *, system: bool) -> bytes:
    """The pages of a document that is too long to be set at once; they are not tagged."""
    from workbench.report.paged import binding  # noqa: PLC0415 - only for what is very long

    bound: list[bytes] = []
    before = 0
    for part in blocks:
        data = _json({**made, "blocks": part, "parts": True, "before": before})
        bound.append(_compiled("page.typ", data, (), system=system)[0])
        before += binding.pages(bound[-1])
        _forget(system=system)
    stamp = _json({**made, "blocks": [], "parts": True, "stamp": str(before)})
    over, *_ = _compiled("page.typ", stamp, (), system=system)
    return binding.bind(bound, over, title=made["plain"], author=made["program"])


def _json(made: record.Record) -> str:
    return json.dumps(made, ensure_ascii=False)


def _compiled(template: str, data: str, standards: Sequence[_Standard], *, system: bool) -> tuple[bytes, str, bool]:
    """The pages, or else the characters they cannot be set for the want of; and whether their places are settled."""
    import typst  # noqa: PLC0415 - 80 MB of it: only where a PDF is made

    source, fonts = (_HERE / template).read_bytes(), _fonts(system=system)
    inputs, tagged = {"data": data}, bool(standards)
    try:
        content, warnings = typst.compile_with_warnings(
            source, font_paths=fonts, sys_inputs=inputs, pdf_standards=list(standards), pdf_tags=tagged, timestamp=0
        )
    except typst.TypstError as error:
        if refused := lettering.refused(error.diagnostic):
            return b"", refused, True
        content, warnings = typst.compile_with_warnings(source, font_paths=fonts, sys_inputs=inputs, timestamp=0)
    return content, "", not any(_UNSETTLED in warning.message for warning in warnings)


@cache
def _fonts(*, system: bool) -> typst.Fonts:
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=system, font_paths=[lettering.FONTS])


def _forget(*, system: bool) -> None:
    """Let Typst forget what it has laid out: it keeps all of it until it has compiled ten times since."""
    import typst  # noqa: PLC0415

    for _ in range(_KEPT + 1):
        typst.compile(b"", font_paths=_fonts(system=system), timestamp=0)
