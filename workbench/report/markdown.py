"""A document as Markdown that GitHub and GitLab show as meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.report import visible
from workbench.report.document import (
    Align,
    Band,
    Block,
    Cell,
    Column,
    Document,
    Entry,
    Heading,
    Paragraph,
    Table,
    Tone,
)

_ACTIVE = re.compile(r"[\\`*\[\]<>|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|#$")
"""Punctuation that Markdown, GitHub's mathematics or HTML would act on."""

_LINKED = re.compile(r"(?<=[@#!%])(?=\w)|(?<=[Gg][Hh]-)(?=\d)")
"""Between the sign and the name of a mention (@name) or a reference (#12, !12, %12, GH-12)."""

_SHORTCODE = re.compile(r":(?=[\w+-]+:)")
"""The first colon of an emoji's short name."""

_OPENING = re.compile(r"^(?:[-+=#](?=[-+=# ]|$)|\d+(?=[.)]( |$)))")
"""What at the start of a line makes a list, a heading or a rule of it."""

_RULES = {Align.LEFT: ":--", Align.RIGHT: "--:", Align.MIDDLE: ":-:"}


def escaped(text: str) -> str:
    """The text so that Markdown shows just these characters: no mention, link, code, HTML or mathematics.

    A name after `@` is kept from being a mention by a zero-width space, as GitHub looks for
    mentions in the finished page.
    """
    plain = _ACTIVE.sub(_entity, visible.line(text))
    plain = _SHORTCODE.sub("&#58;", _LINKED.sub("&#8203;", plain))
    return _OPENING.sub(_opening, plain)


def _entity(found: re.Match[str]) -> str:
    return {"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(found[0], f"\\{found[0]}")


def _opening(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def render(document: Document) -> str:
    """The document as GitHub-flavoured Markdown, with a line end after the last line."""
    return "\n\n".join(_parts(document.spelled(escaped))) + "\n"


def _parts(document: Document) -> Iterator[str]:
    marking = [f"**{document.marking}**"] if document.marking else []
    yield from marking
    yield f"# {document.title}"
    for block in document.blocks:
        yield from _part(block)
    yield from marking


def _part(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"## {block.text}"
        case Paragraph():
            yield _paragraph(block)
        case Entry():
            yield "\n".join(
                (f"- **{block.name}** {block.text}".rstrip(), *(f"  - {_paragraph(p)}" for p in block.under))
            )
        case Table():
            yield from _table(block)


def _paragraph(block: Paragraph) -> str:
    if block.tone is Tone.LEADING:
        return f"**{block.text}**"
    return f"**{block.lead}:** {block.text}" if block.lead else block.text


def _table(table: Table) -> Iterator[str]:
    """One table for each band, under the band's title."""
    head = [_row([column.head for column in table.columns]), _row([_RULES[c.align] for c in table.columns])]
    for band in table.bands:
        if band.title:
            yield f"### {band.title}"
        yield "\n".join((*head, *_rows(table.columns, band)))


def _rows(columns: tuple[Column, ...], band: Band) -> Iterator[str]:
    for line in band.lines:
        yield _row([_cell(c) for c, _ in zip(line.cells, columns, strict=True)])


def _cell(cell: Cell) -> str:
    return f"{cell.text}<br><small>{cell.under}</small>" if cell.under else cell.text


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
