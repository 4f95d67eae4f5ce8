"""A document as Markdown that GitHub and GitLab show as meant."""

from __future__ import annotations

import html
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
    Drawn,
    Entry,
    Fold,
    Heading,
    Overleaf,
    Paragraph,
    Reworded,
    Table,
    Tone,
    Wording,
)
from workbench.report.picture import Picture

_ACTIVE = re.compile(r"[\\`*\[\]<>|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|#$")
"""Punctuation that Markdown, GitHub's mathematics or HTML would act on."""

_LINKED = re.compile(
    r"(?<=[@#!%~])(?=\w)|(?<=[$&])(?=\d)|(?<=[Gg][Hh]-)(?=\d)"
    r"|(?<=/issues/)(?=\d)|(?<=/pull/)(?=\d)|(?<=/merge_requests/)(?=\d)|(?<=/discussions/)(?=\d)"
    r"|(?<=[{\[])(?=[-+])"
    r"|(?<=:)(?=(?:[\w+-]*[a-z+-][\w+-]*|100|1234):)"
)
"""Where a name or a number begins that GitHub or GitLab looks for in the finished page, entities read already.

Mentions (@name) and references (#12, !12, %12, ~label, $12, &12, GH-12), also by address, as they leave a trace where
they lead; GitLab's insertions and deletions ({+ +}, [- -]); short names of emojis (:name:).
"""

_OPENING = re.compile(r"^(?:[-+=#](?=[-+=# ]|$)|/(?=\w)|\d+(?=[.)]( |$)))")
"""What at the start of a line makes a list, a heading or a rule of it, or a command to GitLab (/close)."""

_MARKED = {Wording.KEPT: "{}", Wording.GONE: "<del>{}</del>", Wording.NEW: "<ins>{}</ins>"}
"""How words that went and that came are marked: struck out and underlined."""

_RULES = {Align.LEFT: ":--", Align.RIGHT: "--:", Align.MIDDLE: ":-:"}


def escaped(text: str) -> str:
    """The text so that Markdown shows just these characters: no mention, link, code, HTML or mathematics.

    A name after `@` is kept from being a mention by a zero-width space. An address of the web stays one: it shows where
    it leads, and is looked up by nobody but who follows it.
    """
    plain = _ACTIVE.sub(_entity, visible.line(text))
    return _OPENING.sub(_opening, _LINKED.sub("&#8203;", plain))


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
    for block in (*document.blocks, *document.colophon):
        yield from part(block)
    yield from marking


def part(block: Block, level: int = 2) -> Iterator[str]:
    """The pieces of a spelled block, between which an empty line stands; `level` is that of headings."""
    match block:
        case Heading():
            yield f"{'#' * (level + block.under)} {block.text}"
        case Paragraph() | Reworded():
            yield _paragraph(block)
        case Entry():
            yield "\n".join(
                (f"- **{block.name}** {block.text}".rstrip(), *(f"  - {_paragraph(p)}" for p in block.under))
            )
        case Table():
            yield from _table(block)
        case Fold():
            yield f"<details><summary>{summary(block.title)}</summary>"
            for inner in block.blocks:
                yield from part(inner, level + 1)
            yield "</details>"
        case Drawn():
            for inner in block.instead:
                yield from part(inner, level)
        case Picture():
            yield _paragraph(Paragraph(block.words, lead=block.caption))
        case Overleaf():
            pass


def summary(title: str) -> str:
    """The title of what is folded: HTML, in which Markdown means nothing."""
    return html.escape(_LINKED.sub("\u200b", visible.line(title))).replace("\u200b", "&#8203;")


def _paragraph(block: Paragraph | Reworded) -> str:
    if isinstance(block, Reworded):
        text = " ".join(_MARKED[wording].format(words) for wording, words in block.words)
        return f"**{block.lead}:** {text}" if block.lead else text
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
