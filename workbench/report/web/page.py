"""A page: what stands around the blocks of a document, and what it may do, which is next to nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from workbench.report import palette
from workbench.report.document import Document, Imprint, Table
from workbench.report.web import style, tables
from workbench.report.web.blocks import Body
from workbench.report.web.markup import NOTHING, Markup, element, joined, plain, words

_CONTENTS = 4
"""From so many headings on, a page has a list of them."""

UPRIGHT = 7
"""So many columns of ratings fit on upright paper."""


def written(document: Document) -> str:
    """The whole page, with a line end after its last line."""
    legend = _legend(document.imprint)
    body = Body(document.blocks, legend)
    written = body.written()
    head = _head(document, scripted=body.scripted)
    around = element(
        "body",
        joined(
            (
                element("a", Markup("Skip to the content"), href="#content", class_="skip"),
                element("header", _marking(document.marking)),
                element("main", _title(document), _contents(body), written, id="content"),
                _footer(document, legend, only_printed=body.has_matrix),
                Markup(f"<script>{style.script()}</script>") if body.scripted else NOTHING,
            )
        ),
    )
    return f'<!DOCTYPE html>\n<html lang="en">\n{head}\n{around}\n</html>\n'


def _head(document: Document, *, scripted: bool) -> Markup:
    """What a browser is told: first of all who printed it and what it may load, which is nothing."""
    sheet = style.sheet(landscape=_broad(document))
    program = document.imprint.program
    lines = (
        element("meta", charset="utf-8"),
        element("meta", name="generator", content=program) if program else NOTHING,
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{_policy(sheet, scripted=scripted)}">'),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", plain(document.title)),
        Markup(f"<style>{sheet}</style>"),
    )
    return element("head", joined(lines))


def _policy(sheet: str, *, scripted: bool) -> str:
    """The Content Security Policy: this very style sheet, this very script, and nothing from anywhere."""
    script = (
        f"{_hash(style.script())}; require-trusted-types-for 'script'; trusted-types 'none'" if scripted else "'none'"
    )
    return f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src {_hash(sheet)}; script-src {script}"


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _broad(document: Document) -> bool:
    """Whether a matrix in it, filled in or not, needs the paper turned."""
    known = (block for block in document.blocks if isinstance(block, Table))
    return any(tables.ratings(table) > UPRIGHT for table in known if tables.rated(table) or tables.of_evidence(table))


def _title(document: Document) -> Markup:
    return element("h1", words(document.title))


def _marking(marking: str) -> Markup:
    """The marking as a TLP label in its colour on black, or as a banner."""
    if not marking:
        return NOTHING
    label = element("span", words(marking), class_=style.labelled(marking))
    return element("p", label, class_="marking label" if palette.label(marking) else "marking")


def _contents(body: Body) -> Markup:
    if len(body.contents) < _CONTENTS:
        return NOTHING
    links = (element("li", element("a", words(heading.text), href=f"#{name}")) for name, heading in body.contents)
    return element("nav", element("ul", *links), aria_label="Contents")


def _legend(imprint: Imprint) -> Markup:
    """The letters of the cells with their meanings, each a pair."""
    pairs = (
        element("div", element("dt", words(c.text), class_=c.tone.value), element("dd", words(c.under)))
        for c in imprint.legend
    )
    return element("dl", *pairs, class_="legend") if imprint.legend else NOTHING


def _footer(document: Document, legend: Markup, *, only_printed: bool) -> Markup:
    """What stands on every page of paper, and once on a screen: whose page it is, of when, how made, its marking."""
    shown = element("div", legend, class_="printed" if only_printed else "") if legend else NOTHING
    facts = "".join(
        element("div", element("dt", Markup(word)), element("dd", words(text)), class_=look)
        for word, text, look in _facts(document.imprint)
        if text
    )
    imprint = element("dl", Markup(facts), class_="imprint") if facts else NOTHING
    return element("footer", element("div", joined((shown, imprint, _marking(document.marking))), class_="foot"))


def _facts(imprint: Imprint) -> Iterable[tuple[str, str, str]]:
    """What a page says of itself, a word each."""
    yield "question", imprint.question, "asked"
    yield "scope", imprint.scope, ""
    yield "analyst", imprint.analyst, ""
    yield "revision", imprint.revision, ""
    yield "date", imprint.date, ""
    yield "method", imprint.method, "method"
    yield "printed by", imprint.program, ""
