"""HTML as blocks: the paragraphs, headings, lists and tables of the main text, as a browser would show them.

What frames a page is left out: scripts, styles, navigation, what stands at its head, side and foot, what is hidden.
Nothing that a page refers to is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from justhtml import JustHTML, Node

from workbench.documents.document import Block, Content, Unit
from workbench.documents.locating import title_of

ENOUGH = 200
"""Characters from which on an element is taken for the main text."""

_NOT_TEXT = frozenset({
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed", "canvas",
    "audio", "video", "button", "select", "textarea", "input", "datalist", "meter", "progress", "map", "area",
})  # fmt: skip
"""What holds no text to read."""

_FRAMES = frozenset({"nav", "aside", "dialog", "menu", "search"})
_MARGINS = frozenset({"header", "footer"})
"""What stands at head and foot of a page; within an article or the main text it belongs to that."""

_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "menubar"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)

_UNITS = {
    **dict.fromkeys(("li", "dd", "dt"), Unit.POINT),
    **dict.fromkeys(("figcaption", "caption"), Unit.CAPTION),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Unit.HEADING),
}
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre",
    "search", "section", "summary", "table", "caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th",
    "ul",
})  # fmt: skip
"""Where one of these begins or ends, so does a paragraph."""


class _Place(NamedTuple):
    """What is around a node: the unit its text is part of, the level of a heading, and whether it is in an article."""

    unit: Unit = Unit.PARAGRAPH
    level: int = 0
    inside: bool = False


def content(text: str) -> Content:
    """An HTML page: its main text, else all of its body where that finds nothing."""
    root = JustHTML(text, sanitize=False, scripting_enabled=False).root
    title = next((_text(node) for node in _elements(root) if node.name == "title"), "")
    main = _main(root)
    for start, everything in ((main, False), (root, False), (root, True)):
        blocks = list(_blocks(start, everything=everything)) if start is not None else []
        if sum(len(block.text) for block in blocks if block.unit is not Unit.HEADING) >= (
            ENOUGH if start is main else 1
        ):
            break
    return Content(blocks, title_of(blocks) or title)


def _main(root: Node) -> Node | None:
    """The element that says it is the main text, else the only article."""
    articles = []
    for node in _elements(root):
        if node.name == "main" or _attributes(node).get("role") == "main":
            return node
        if node.name == "article":
            articles.append(node)
    return articles[0] if len(articles) == 1 else None


def _blocks(start: Node, *, everything: bool) -> Iterator[Block]:
    """The blocks below a node, in their order."""
    words: list[str] = []
    place = _Place(inside=start.name in {"main", "article"})
    ahead: list[tuple[Node | None, _Place]] = [(start, place)]
    while ahead:
        node, around = ahead.pop()
        if node is None or node.name in _BLOCKS or _is_gap(node, ahead):
            if made := " ".join("".join(words).split()):
                yield Block(made, place.unit, level=place.level)
            words.clear()
        place = around
        if node is None:
            continue
        if node.name == "#text":
            words.append(str(node.data or ""))
        elif node.name == "br":
            words.append(" ")
        elif node.name == "tr" and (row := _row(node)):
            yield Block(row, Unit.ROW)
        elif not _left_out(node, around, everything=everything):
            within = _within(node, around)
            if node.name in _BLOCKS:
                ahead.append((None, around))
            ahead += [(child, within) for child in reversed(_children(node))]


def _within(node: Node, around: _Place) -> _Place:
    unit = _UNITS.get(node.name)
    if unit is Unit.HEADING:
        return _Place(unit, int(node.name[1]), around.inside)
    if unit is not None:
        return _Place(unit, 0, around.inside)
    return around._replace(inside=True) if node.name in {"main", "article"} else around


def _is_gap(node: Node, ahead: list[tuple[Node | None, _Place]]) -> bool:
    """Whether this is a line break with another one behind it: people part paragraphs so."""
    if node.name != "br":
        return False
    for follower, _ in reversed(ahead[-2:]):
        if follower is None or follower.name != "#text" or str(follower.data or "").strip():
            return follower is not None and follower.name == "br"
    return False


def _left_out(node: Node, around: _Place, *, everything: bool) -> bool:
    if node.name in _NOT_TEXT or node.name.startswith(("#comment", "!")):
        return True
    given = _attributes(node)
    if "hidden" in given or _HIDDEN.search(given.get("style", "")):
        return True
    if everything:
        return False
    framing = node.name in _FRAMES or given.get("role") in _ROLES or given.get("aria-hidden") == "true"
    return framing or (node.name in _MARGINS and not around.inside)


def _row(row: Node) -> str:
    """The cells of a row of data, `a | b`; empty where it holds paragraphs or has one cell: it only arranges then."""
    cells = [child for child in _children(row) if child.name in {"td", "th"}]
    arranges = any(node.name in _BLOCKS for cell in cells for child in _children(cell) for node in _elements(child))
    return " | ".join(map(_text, cells)) if len(cells) > 1 and not arranges else ""


def _text(start: Node) -> str:
    """The text of a node, on one line."""
    found = (str(node.data or "") if node.name == "#text" else " " for node in _elements(start))
    return " ".join("".join(found).split())


def _elements(start: Node) -> Iterator[Node]:
    """A node and all below it that can hold text, in their order. Without recursion: a page may nest without end."""
    ahead = [start]
    while ahead:
        node = ahead.pop()
        if node.name not in _NOT_TEXT or node.name == "head":
            yield node
            ahead += reversed(_children(node))


def _attributes(node: Node) -> Mapping[str, str]:
    return {name: value or "" for name, value in (getattr(node, "attrs", None) or {}).items()}


def _children(node: Node) -> Sequence[Node]:
    return getattr(node, "children", None) or ()
