"""The sources of the report: a source summary statement, then every source and origin with its grade and descriptor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.analysis.heuer.suspects import Suspect
from workbench.analysis.names import listed
from workbench.analysis.narrowing import counted
from workbench.analysis.sourcebase import Share, SourceBase
from workbench.edtf import worded
from workbench.model import Level, Origin, Source
from workbench.model.admiralty import UNKNOWN
from workbench.model.words import RELIABILITY_MEANING
from workbench.report.document import Block, Entry, Heading, Paragraph
from workbench.report.product.content import ReportContent

ROWS = 3
"""Rows that several origins told of which a sentence is said at most."""

NAMED = 8
"""Sources or origins that a sentence names at most."""

UNJUDGED = "F"
"""The reliability of an origin of which nothing is known, or nothing is said."""

PARKED = "behind parked evidence alone, with their reliability"

UNWRITTEN = frozenset({"", "unknown"})
"""What a field says that says nothing."""


def sources(content: ReportContent) -> Iterator[Block]:
    """The statement, then each source and origin."""
    yield Heading("Sources")
    yield from statement(content)
    documents = [source for source in content.matrix.sources if not source.own]
    used = [source for source in documents if source.id in content.base.sources]
    if used:
        yield Heading("Each source", under=True, reference=_number(len(used), "source"))
    yield from (_source(content, source) for source in used)
    if idle := [f"{one.id} {one.reliability}".strip() for one in documents if one not in used]:
        yield Paragraph(f"{', '.join(idle)}.", lead=PARKED)
    told = [origin for origin in content.matrix.origins if origin.id in content.base.origins]
    if told:
        title = "Each origin: who the sources have it from"
        yield Heading(title, under=True, reference=_number(len(told), "origin"))
    if any(_letter(origin) == UNJUDGED for origin in told):
        yield Paragraph(f"{RELIABILITY_MEANING[UNJUDGED]}.", lead=f"reliability {UNJUDGED}")
    yield from (_origin(content, origin) for origin in told)
    if rest := [f"{one.id} {_letter(one)}" for one in content.matrix.origins if one not in told]:
        yield Paragraph(f"{', '.join(rest)}.", lead=PARKED)


def statement(content: ReportContent) -> Iterator[Paragraph]:
    """The source summary statement: how many voices there are, how they are graded, and on whom the answer rests."""
    base = content.base
    if not base.evidence:
        yield Paragraph("No row of the matrix is evidence from a source.")
        return
    yield Paragraph(_how_many(base), lead="source base")
    yield Paragraph(_grades(base), lead="grades")
    yield Paragraph(_deciding(content, base), lead="who decides")
    yield Paragraph(_key(content), lead="on whom the answer rests")


def _how_many(base: SourceBase) -> str:
    said = f"{counted(base.evidence)} of evidence from {_number(len(base.sources), 'source')}"
    said += f", told by {_number(len(base.origins), 'origin')}" if base.origins else ""
    said += f"; in {base.unnamed} of them the source names nobody else" if base.unnamed else ""
    said += f"; {base.retold} {'retells' if base.retold == 1 else 'retell'} another item" if base.retold else ""
    said += f". Counting everybody once, {_number(base.voices, 'voice')}."
    if base.own:
        are = "is" if base.own == 1 else "are"
        said += f" {counted(base.own)} more {are} our own assumptions and arguments."
    return said


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _grades(base: SourceBase) -> str:
    letters = [f"{n} {'ungraded' if letter == UNKNOWN else letter}" for letter, n in base.letters.items()]
    said = f"Sources by reliability: {listed(letters)}. " if letters else ""
    good, fair, poor = (base.levels[level] for level in (Level.HIGH, Level.MEDIUM, Level.LOW))
    unjudged = f"{base.unjudged} of {base.evidence} ({base.unjudged / base.evidence:.0%})" if base.unjudged else "none"
    return (
        f"{said}Rows by the weaker of reliability and credibility: {good} good, {fair} middling, {poor} poor; "
        f"{unjudged} cannot be judged (F, 6 or missing). Confirmed by others (credibility 1): "
        f"{base.confirmed or 'none'}."
    )


def _deciding(content: ReportContent, base: SourceBase) -> str:
    """How many rows decide, and the source and the origin that have most of them."""
    if not base.deciding:
        return "no row tells the hypotheses apart."
    rows = "1 row decides." if base.deciding == 1 else f"{base.deciding} rows decide."
    if not base.deciding_source.rows:
        return f"{rows} All of it is our own thinking."
    said = f"{rows} The source {_share(base.deciding_source, base.deciding)}"
    if not base.deciding_origin.rows:
        return f"{said}; none names an origin."
    origin = content.case.origins.get(base.deciding_origin.id)
    who = f" ({origin.who})" if origin and origin.who else ""
    return f"{said}; the origin {_share(base.deciding_origin, base.deciding, who)}."


def _share(share: Share, of: int, who: str = "") -> str:
    return f"{share.id}{who} has {share.rows} of them ({share.rows / of:.0%})"


def _key(content: ReportContent) -> str:
    """The sources and origins without which somebody else leads."""
    found = [one for one in content.suspects if one.key]
    if not found:
        return "no single source or origin: without any one of them the same lead by weighted points."
    told = listed([f"{one.what} {one.id}" for one in found[:NAMED]])
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    them = "it" if len(found) == 1 else "any one of them"
    return f"{told}{more}: without {them} who leads by weighted points changes.{one_row(content, found)}"


def one_row(content: ReportContent, found: Sequence[Suspect]) -> str:
    """A sentence for each row that several of some origins told: they are no more than one thing to rest on."""
    told: dict[str, list[str]] = {}
    for one in found:
        for address in one.items if one.what == "origin" else ():
            told.setdefault(address, []).append(one.id)
    several = [(address, who) for address, who in told.items() if len(who) > 1]
    said = (f" {listed(who)} stand for the same row, {content.row(address)}." for address, who in several[:ROWS])
    return "".join(said)


def _letter(origin: Origin) -> str:
    return origin.reliability or UNJUDGED


def _source(content: ReportContent, source: Source) -> Entry:
    """A citation: who, what, when, where; the grade and, as descriptor, why."""
    known = {
        "": source.title, "author": source.author, "publisher": source.publisher, "published": worded(source.published),
        "read": worded(source.accessed), "at": source.url, "archived at": source.archive, "sha256": source.sha256,
        "marking": source.marking,
    }  # fmt: skip
    rows = content.base.sources.get(source.id, 0)
    return Entry(source.id, _said(known), _graded(source.reliability, source.because, rows))


def _origin(content: ReportContent, origin: Origin) -> Entry:
    known = {"": origin.who, "access": origin.access, "may be the same as": ", ".join(origin.maybe_same)}
    rows = content.base.origins.get(origin.id, 0)
    return Entry(origin.id, _said(known), _graded(_letter(origin), origin.because, rows, meant=False))


def _said(known: Mapping[str, str]) -> str:
    said = (f"{word} {text}".strip() for word, text in known.items() if text not in UNWRITTEN)
    return f"{'; '.join(said)}."


def _graded(letter: str, because: str, rows: int, *, meant: bool = True) -> tuple[Paragraph, ...]:
    """The grade with its meaning, unless that of F was said before, and why it is given."""
    meaning = f"{RELIABILITY_MEANING.get(letter, 'not graded')}; " if meant or letter != UNJUDGED else ""
    told = [Paragraph(f"{meaning}{counted(rows)} in the matrix.", lead=f"reliability {letter}".strip())]
    told += [Paragraph(because, lead="descriptor")] if because else []
    return tuple(told)
