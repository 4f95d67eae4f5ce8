"""What GitHub and GitLab act on, beyond Markdown itself: nothing in a text does.

They look through the finished page, where entities and backslashes are already read, so the page is looked through.
"""

from __future__ import annotations

import html
import re

import pytest
from markdown_it import MarkdownIt

from tests.report.conftest import hostile_case
from tests.report.test_formats import ATTACKS, content
from tests.report.test_markdown import shown
from tests.report.test_svg import OF_SVG
from tests.report.web.everything import document
from workbench.report import markdown
from workbench.report.markdown import escaped
from workbench.report.matrixpage import matrix_document
from workbench.report.visible import line

GITHUB = MarkdownIt("gfm-like", {"html": True})
"""With tables, strikethrough and addresses that become links."""

OURS = {
    "p", "h1", "h2", "h3", "ul", "li", "strong", "table", "thead", "tbody", "tr", "th", "td", "br", "small", "ins",
    "del", "details", "summary",
}  # fmt: skip

OF_PAGES = [
    "@octocat @org/team",
    "#12 !12 %12 ~bug ~5 $12 &12 GH-12 owner/repo#12 org&3",
    "https://github.com/o/r/issues/12 https://github.com/o/r/pull/5 https://github.com/o/r/discussions/7",
    "https://gitlab.com/g/p/-/merge_requests/9 https://gitlab.com/g/p/-/issues/9",
    ":smile: :+1: :100: :e-mail: parser.js:100:14",
    "{+added+} {-removed-} [+added+] [-removed-]",
    "/close",
    "/assign @me",
    "[^1] and [^1]: a footnote",
    "- [ ] a task",
    "- [x] done",
    "> [!NOTE] an alert",
    "[!WARNING]",
    "$x_1$ $$y$$ $`z`$",
    "| a | b |",
    "<details open><summary>x</summary>",
    "<!-- gone -->",
    "[text](javascript:alert(1)) <javascript:alert(1)> ![](http://evil.example/p.png)",
    "[ref]: http://evil.example 'title'",
    "```mermaid",
    "~~~ x",
    "    indented",
    "\tindented",
    "Setext\n======",
    "a\n\n# b",
    "&lt;img src=x onerror=alert(1)&gt;",
    "\\<b\\>",
    "***",
    "1) one",
]
"""What GitHub or GitLab make something of."""

ACTS = re.compile(
    r"(?<!\w)@\w|[#!%~]\w|\$\d|&\d|GH-\d|/(?:issues|pull|discussions|merge_requests)/\d"
    r"|:[\w+-]*[a-z+-][\w+-]*:|:(?:100|1234):|[{\[][-+]",
    re.I,
)
"""What they find in the finished page."""


@pytest.mark.parametrize("text", OF_PAGES)
def test_a_paragraph_shows_the_text(text: str) -> None:
    found = shown(escaped(text))

    assert found.text == line(text)
    assert found.tags == {"p"}


@pytest.mark.parametrize("text", [t for t in OF_PAGES if "http" not in t])
def test_nothing_in_the_finished_page_acts(text: str) -> None:
    page = re.sub(r"<[^>]*>", "", GITHUB.render(f"x {escaped(text)}"))

    assert not ACTS.search(html.unescape(page))


@pytest.mark.parametrize("text", ["https://github.com/o/r/issues/12", "https://gitlab.com/g/p/-/merge_requests/9"])
def test_an_address_of_an_issue_leaves_no_trace_there(text: str) -> None:
    assert not ACTS.search(html.unescape(escaped(text)))


@pytest.mark.parametrize("text", ["/close", "/merge", "/label ~bug"])
def test_no_line_is_a_command(text: str) -> None:
    page = markdown.render(document(text))

    assert not re.search(r"^\s*/\w", page, re.M)


@pytest.mark.parametrize("attack", [*OF_PAGES, *OF_SVG, *ATTACKS.values()])
def test_a_page_has_only_our_own_elements(attack: str) -> None:
    github = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for found in (document(attack or "x"), matrix_document(content(hostile_case(attack)))):
        made = github.render(markdown.render(found))

        assert set(re.findall(r"<(\w+)", made)) <= OURS
        assert not re.search(r"<\w+ (?!style=\"text-align:)[^>]", made)
        assert made.count("<h1>") == 1


def test_the_title_of_what_is_folded_keeps_its_apostrophe() -> None:
    assert html.unescape(markdown.summary("Jane's #12")).replace("\u200b", "") == "Jane's #12"
