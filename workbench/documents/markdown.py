"""Markdown as blocks, by CommonMark with tables: the markup within a paragraph stays as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from workbench.documents import plaintext
from workbench.documents.document import Block, Content, Unit

DEEPEST = 60
"""Lists and quotations within one another that are read."""

_FRONT = re.compile(r"\ufeff?---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TITLE = re.compile(r"^title:[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.M)


def content(text: str) -> Content:
    """A Markdown text. Of the front matter only its title is taken."""
    front = _FRONT.match(text)
    titled = _TITLE.search(front[1]) if front else None
    body = text[front.end() :] if front else text
    tokens = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table").parse(body)
    if any(token.level >= DEEPEST - 1 for token in tokens):  # what is deeper was left out
        note = "It is nested too deeply for Markdown and is shown as plain text."
        return plaintext.content(body)._replace(notes=(note,))
    return Content(list(_blocks(tokens)), titled[1] if titled else "")


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    lists, row, level = 0, None, 0
    cells: list[str] = []
    for token in tokens:
        match token.type:
            case "list_item_open" | "list_item_close":
                lists += 1 if token.nesting > 0 else -1
            case "heading_open" | "heading_close":
                level = int(token.tag[1:]) if token.nesting > 0 else 0
            case "tr_open":
                row, cells = token, []
            case "tr_close":
                yield Block(" | ".join(cells), Unit.ROW)
                row = None
            case "inline" if row is not None:
                cells.append(_spaced(token.content))
            case "inline" if level:
                yield Block(_spaced(token.content), Unit.HEADING, level=level)
            case "html_block" if _COMMENT.fullmatch(token.content.strip()):
                continue
            case "inline" | "fence" | "code_block" | "html_block":
                yield Block(_spaced(token.content), Unit.POINT if lists else Unit.PARAGRAPH)


def _spaced(text: str) -> str:
    return " ".join(text.split())
