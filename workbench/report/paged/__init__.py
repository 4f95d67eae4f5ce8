"""A document as PDF: pages to print and to hand over, tagged for screen readers (PDF/UA-1).

Typst sets the pages from `page.typ`. Every text reaches it as data, never as markup, and nothing is read or fetched
besides the fonts. The same document gives the same bytes wherever its letters are in the fonts of this program.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from workbench.report.document import Document
from workbench.report.paged import lettering, parts, record, setting, sheet
from workbench.report.paged.lettering import Missing
from workbench.report.paged.setting import FOR_EVERYBODY, Standard

__all__ = ["Missing", "render"]

_TRIES = 3
"""How often characters without letters are written out before the page is set without asking for any."""


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
    return setting.pages("letters.typ", characters, FOR_EVERYBODY, system=system).refused


def _set(
    document: Document, page: sheet.Page, lacking: str, *, system: bool, standards: Sequence[Standard] = FOR_EVERYBODY
) -> tuple[bytes, str]:
    """The pages, or else the characters they cannot be set for the want of."""
    made = record.of(document, page, lettering.spelling(lacking))
    blocks = parts.split(made["blocks"])
    if len(blocks) > 1:
        return _bound(made, blocks, system=system), ""
    found = setting.pages("page.typ", _json(made), standards, system=system)
    if not found.settled:
        found = setting.pages("page.typ", _json({**made, "shrinks": False}), standards, system=system)
    return found.content, found.refused


def _bound(made: record.Record, blocks: list[list[record.Record]], *, system: bool) -> bytes:
    """The pages of a document that is too long to be set at once; they are not tagged."""
    from workbench.report.paged import binding  # noqa: PLC0415 - only for what is very long

    data = [_json({**made, "blocks": part, "piece": "part", "first": n == 0}) for n, part in enumerate(blocks)]
    bound = binding.Binding()
    for part in setting.parts("page.typ", data, system=system):
        bound.add(part)
    lines = _json({**made, "blocks": [], "piece": "lines", "count": bound.count})
    over = setting.pages("page.typ", lines, (), system=system).content
    return bound.bound(over, title=made["plain"], author=made["program"])


def _json(made: record.Record) -> str:
    return json.dumps(made, ensure_ascii=False)
