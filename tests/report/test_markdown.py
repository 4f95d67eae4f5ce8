from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from workbench.report.document import Document, Paragraph
from workbench.report.markdown import escaped, render
from workbench.report.visible import line

GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

ATTACKS = [
    "a | b",
    "`code` ``x``",
    "<script>alert(1)</script> <b>bold</b> <!-- gone -->",
    "&lt;b&gt; &#64;x &copy;",
    "*a* _b_ **c** __d__ ~~e~~",
    "[text](http://x.y) ![i](x.png) [ref]: x",
    "https://example.org/a_b?c=d&e=f",
    "# heading",
    "- list",
    "+ list",
    "1. list",
    "1) list",
    "> quote",
    "=====",
    "---",
    "***",
    "ends in #",
    "\\ backslash \\| \\",
    "$x_1$ and $$y$$",
    ":smile: and 12:30:45",
    "see [sic] x[/y [b",
    "    indented",
    "line\n\nbreak\n# heading",
    "| --- | --- |",
    "~~~",
    "{% raw %} {{ x }}",
]


class Words(HTMLParser):
    """The text of a page and the tags in it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(markdown: str) -> Words:
    words = Words()
    words.feed(GITHUB.render(markdown))
    words.text = words.text.strip("\n").replace("\u200b", "")
    return words


@pytest.mark.parametrize("text", ATTACKS)
def test_a_paragraph_shows_the_text_and_nothing_else(text: str) -> None:
    found = shown(escaped(text))

    assert found.text == line(text)
    assert found.tags == {"p"}


@pytest.mark.parametrize("text", ATTACKS)
def test_a_table_cell_shows_the_text_and_nothing_else(text: str) -> None:
    found = shown(f"| a | b |\n| --- | --- |\n| {escaped(text)} | end |")

    assert [said for said in found.text.split("\n") if said] == ["a", "b", line(text), "end"]
    assert found.tags <= {"table", "thead", "tbody", "tr", "th", "td"}


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    expected = line(text)
    found = shown(f"x {escaped(text)}")

    assert found.text == f"x {expected}".rstrip()
    assert found.tags == {"p"}


@pytest.mark.parametrize("text", ["@octocat", "see @org/team now", "fixes #12", "GH-7", "!5", "%3", "a@b.c"])
def test_names_and_numbers_are_no_mentions(text: str) -> None:
    """GitHub looks for them in the page it made, where entities are already read."""
    page = html.unescape(GITHUB.render(escaped(text)))

    assert not re.search(r"[@#!%]\w|GH-\d", page)


def test_a_marking_stands_at_the_top_and_the_bottom() -> None:
    page = render(Document("Q", "TLP:CLEAR", (Paragraph("p"),)))

    assert page == "**TLP:CLEAR**\n\n# Q\n\np\n\n**TLP:CLEAR**\n"
