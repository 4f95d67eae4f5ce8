"""The document of the scores alone: the two methods side by side, or under each method named, with its formula."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from workbench.analysis import ranking, scoring
from workbench.analysis.methods import ADDITIVE, DEFAULT, IGNORED, LOG_LIKELIHOOD, METHODS, SIDE_BY_SIDE
from workbench.analysis.names import named
from workbench.analysis.scoring import Scored
from workbench.report import assumptions, wording
from workbench.report.content import Content, Score
from workbench.report.document import (
    Align,
    Band,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Line,
    Paragraph,
    Table,
    Tone,
    drawn,
)
from workbench.report.imprint import imprint
from workbench.report.matrixpage import ranked, scores
from workbench.report.pictures.scorebars import score_bars
from workbench.report.provenance import made

_NAMES = (Column("id", stub=True), Column("hypothesis", prose=True, stub=True))

_COLUMNS = (
    *_NAMES,
    Column("rank", align=Align.RIGHT),
    Column("points", align=Align.RIGHT),
    Column("adjusted", "adjus- ted", align=Align.RIGHT),
    Column("bears on", align=Align.RIGHT),
    Column("contradicts", "contra- dicts", align=Align.RIGHT),
    Column("coverage", "cover- age", align=Align.RIGHT),
)

_SHORT = {
    "parc-weighted": "parc- weighted",
    "inconsistency-count": "incon- sistency- count",
    "quadratic": "quad- ratic",
    "log-likelihood": "log- likeli- hood",
}
"""Headings of the methods where room is scarce."""


def score_document(content: Content, methods: Sequence[str], ratio: float | None = None) -> Document:
    """Points, ranks and coverage, best first: under each of the methods named, or side by side.

    Args:
        content: of the matrix.
        methods: names of methods; where there are none, the two that stand side by side. All of
            them begin with whether their leaders agree.
        ratio: the likelihood ratio that log-likelihood takes one I for, instead of its table.
    """
    found = scoring.every_method(content.standing, ratio, methods)
    agreement = scoring.agreement(content.standing, found) if len(found) == len(METHODS) else ""
    return Document(
        title=content.case.question.text,
        marking=content.case.question.marking,
        blocks=(
            *_answer(content, agreement),
            *(Paragraph(remark) for remark in content.answer.remarks),
            Paragraph(made(content.standing), lead="matrix"),
            *((Heading("Rank under each method"), _overview(content, found)) if agreement else ()),
            *(block for one in found.values() for block in _method(content, one, alone=len(found) == 1)),
            *(() if found else _side_by_side(content)),
            *([Heading("What the points say")] if agreement else ()),
            *_meaning(list(found) or SIDE_BY_SIDE),
        ),
        imprint=imprint(content.standing, content.program),
    )


def _answer(content: Content, agreement: str) -> Iterator[Paragraph]:
    """Whether the methods agree, where all are shown, and the headline; first of all, whether all is rated."""
    if agreement:
        yield Paragraph(wording.answered(content.standing, agreement), tone=Tone.LEADING)
        yield Paragraph(content.answer.headline)
    else:
        yield Paragraph(content.headline, tone=Tone.LEADING)


def _side_by_side(content: Content) -> Iterator[Block]:
    yield scores(content)
    if content.scores:
        yield drawn(score_bars(content))
    yield from (Paragraph(METHODS[name].formula, lead=METHODS[name].title) for name in SIDE_BY_SIDE)


def _meaning(methods: Sequence[str]) -> Iterator[Paragraph]:
    """What the totals of the methods shown mean, and do not; what several of them ignore, once."""
    additive = [name for name in methods if name in ADDITIVE]
    if additive:
        other = f" (under {LOG_LIKELIHOOD} otherwise: see dependence)" if LOG_LIKELIHOOD in methods else ""
        yield Paragraph(f"{wording.ADJUSTED}{other}.", lead="adjusted")
    if len(additive) > 1:
        lead = "ignored by both" if len(methods) == 2 else f"ignored by all but {LOG_LIKELIHOOD}"
        yield Paragraph(IGNORED, lead=lead)
    yield from wording.counted()
    if additive:
        yield Paragraph(wording.NO_PROBABILITY)


def _overview(content: Content, every: Mapping[str, Scored]) -> Table:
    """The rank of every hypothesis under each method."""
    columns = (*_NAMES, *(Column(name, _SHORT.get(name, ""), align=Align.RIGHT) for name in every))
    labels = [{h: ranking.label(found.ranks, h) for h in found.ranks} for found in every.values()]
    lines = tuple(_ranks(score, every, labels) for score in ranked(content, DEFAULT))
    return Table("ranks", columns, (Band("", lines),))


def _ranks(score: Score, every: Mapping[str, Scored], labels: Sequence[Mapping[str, str]]) -> Line:
    h = score.hypothesis
    tones = [Tone.LEADING if h.id in found.leading else Tone.PLAIN for found in every.values()]
    cells = (Cell(label[h.id], tone) for label, tone in zip(labels, tones, strict=True))
    return Line((Cell(h.id), Cell(h.short, under=score.tested), *cells), name=h.short)


def _method(content: Content, found: Scored, *, alone: bool) -> Iterator[Block]:
    """A method with its table; what it shares with others in what it ignores is said where it stands alone."""
    method = METHODS[found.method]
    yield Heading(method.title)
    yield Table(method.name, _COLUMNS, (Band("", tuple(_lines(content, found))),))
    yield Paragraph(_leads(content, found), lead=method.name)
    yield from assumptions.paragraphs(found.assumptions) if found.assumptions else ()
    yield Paragraph(method.formula, lead="formula")
    if ignores := method.ignores if alone else method.ignores.removesuffix(IGNORED).strip():
        yield Paragraph(ignores, lead="ignores")
    yield Paragraph(method.source, lead="source")


def _lines(content: Content, found: Scored) -> Iterator[Line]:
    """The hypotheses by their rank under a method, those without one last."""
    plain, adjusted = scoring.texts(found.scores), scoring.texts(found.adjusted)
    for score in sorted(content.scores, key=lambda score: found.ranks[score.hypothesis.id] or math.inf):
        h = score.hypothesis
        leads = h.id in found.leading
        tone = Tone.LEADING if leads else Tone.PLAIN
        cells = (
            Cell(h.id, tone),
            Cell(h.short, tone, under=", ".join(filter(None, ("leads" if leads else "", score.tested)))),
            Cell(ranking.label(found.ranks, h.id), tone),
            Cell(plain[h.id], tone),
            Cell(adjusted[h.id]),
            Cell(str(score.bears_on)),
            Cell(str(score.contradicts)),
            Cell(score.share),
        )
        yield Line(cells, name=h.short)


def _leads(content: Content, found: Scored) -> str:
    """Who leads under a method, plain and adjusted."""
    if not found.leading:
        return "no hypothesis is tested, so none leads."
    plain, once = (_lead(content, who) for who in (found.leading, found.leading_adjusted))
    return f"{plain}, adjusted as well." if plain == once else f"{plain}; adjusted, {once}."


def _lead(content: Content, who: Sequence[str]) -> str:
    names = named(content.standing, who)
    return f"{names} {'leads' if len(who) == 1 else 'tie for the lead'}"
