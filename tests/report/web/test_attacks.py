"""Whatever a text says, it is text on a web page: no element and no attribute comes out of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from justhtml import JustHTML, Node

from tests.report.conftest import hostile_case
from tests.report.test_formats import ATTACKS, content
from tests.report.test_svg import OF_SVG
from tests.report.web.everything import document
from workbench.report import web
from workbench.report.document import Document
from workbench.report.matrixpage import matrix_document
from workbench.report.scorepage import score_document
from workbench.report.visible import line

OF_HTML = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "</title><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "` onclick=`alert(1)",
    "javascript:alert(1)",
    "https://example.org/?q=<b>&copy=1",
    "&lt;b&gt; &#60;b&#62; &#x3c;b&#x3e; &amp;lt;",
    "<!-- --!> <!--> <!DOCTYPE x> <?php x ?>",
    "<![CDATA[ <b>x</b> ]]>",
    "<svg><foreignObject><b>x</b></foreignObject></svg>",
    "<math><mtext></p><img src=x></mtext></math>",
    "<base href='//evil.example/'><meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<a name=x href='#content' ping=//evil.example>x</a>",
    "</td></tr></table><plaintext>",
    "<template><b></template></details></main></body></html>",
    "<\x00script>alert(1)</script\x00>",
    "<scr\ud800ipt> \udfff",
    "\u202e<b>gpj\u202c \u2066x\u2069",
    "＜script＞alert(1)＜/script＞",
    "{{7*7}} ${7*7} <%= 7*7 %> #{7*7}",
    "entry-1 content part-1 #entry-1",
]
"""What acts in HTML, its attributes, styles, scripts and addresses."""

SHAPE = ("bdi",)
"""What fences off a text that runs from right to left."""


def parsed(document: Document) -> Node:
    return JustHTML(web.render(document), sanitize=False, scripting_enabled=False).root


def of(node: Node) -> dict[str, str]:
    """The attributes of an element, none of a text."""
    return {name: value or "" for name, value in (getattr(node, "attrs", None) or {}).items()}


def children(node: Node) -> list[Node]:
    return list(getattr(node, "children", None) or [])


def elements(node: Node) -> list[tuple[str, tuple[str, ...]]]:
    """Every element with the names of its attributes, in order."""
    found = [] if node.name.startswith("#") or node.name in SHAPE else [(node.name, tuple(sorted(of(node))))]
    return found + [one for child in children(node) for one in elements(child)]


def said(node: Node) -> str:
    if node.name in {"style", "script"}:
        return ""
    own = str(getattr(node, "data", "") or "") if node.name == "#text" else ""
    return own + "".join(said(child) for child in children(node))


def attributes(node: Node, name: str) -> list[str]:
    own = of(node).get(name)
    return ([own] if own else []) + [v for child in children(node) for v in attributes(child, name)]


PLAIN = elements(parsed(document("x")))


@pytest.mark.parametrize("attack", [a for a in (*ATTACKS.values(), *OF_HTML, *OF_SVG) if a])
def test_no_element_comes_out_of_a_text(attack: str) -> None:
    page = parsed(document(attack))

    assert elements(page) == PLAIN
    assert said(page).count(line(attack)) >= 30


@given(st.text(min_size=1).filter(line))
@settings(max_examples=30)
def test_no_element_comes_out_of_any_text(text: str) -> None:
    assert elements(parsed(document(text))) == PLAIN


@pytest.mark.parametrize("attack", [*ATTACKS.values(), *OF_HTML])
def test_no_address_on_a_page_leads_out_of_it(attack: str) -> None:
    found = content(hostile_case(attack))
    for page in map(parsed, (document(attack), matrix_document(found), score_document(found, []))):
        ids = attributes(page, "id")

        assert len(ids) == len(set(ids))
        assert {href.removeprefix("#") for href in attributes(page, "href")} <= set(ids)
        assert all(href.startswith("#") for href in attributes(page, "href"))
        assert not [n for n in ("src", "srcset", "action", "formaction", "ping", "style") if attributes(page, n)]
        assert not [name for _, names in elements(page) for name in names if name.startswith("on")]


@pytest.mark.parametrize("attack", OF_HTML)
def test_what_is_not_seen_is_written_out(attack: str) -> None:
    page = web.render(document(attack))

    assert not {c for c in page if c != "\n" and not c.isprintable()} - {" "}
    assert page.encode("utf-8")
