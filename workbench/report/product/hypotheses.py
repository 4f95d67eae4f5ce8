"""Every hypothesis with why it stands or falls: what speaks against it, strongest first, and what supports it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.analysis.heuer.columns import Column, Inconsistency
from workbench.analysis.methods import DEFAULT, EQUAL_WEIGHTS
from workbench.analysis.narrowing import counted
from workbench.analysis.resting import start
from workbench.model import OTHER, WEIGHING_MEANING, Hypothesis, Rating
from workbench.report import entries
from workbench.report.content import Score
from workbench.report.document import Block, Entry, Heading, Paragraph
from workbench.report.product.content import ReportContent
from workbench.report.product.judgement import expressed

AGAINST = 5
"""Inconsistencies that are told with their reasons at most; the others are named by their rows."""

FOR = 3
"""Rows in support that are quoted at most."""

QUOTED = 160
"""Characters of an item's text that are quoted at most; the matrix has all of it."""


def hypotheses(content: ReportContent) -> Iterator[Block]:
    """All of them, also those that are no longer compared."""
    yield Heading("Every hypothesis, and why it stands or falls")
    scores = {score.hypothesis.id: score for score in content.matrix.scores}
    for hypothesis in content.hypotheses:
        yield _entry(content, hypothesis, scores[hypothesis.id])
    if OTHER in content.likelihood:
        held = expressed(content.words, content.likelihood[OTHER])
        yield Entry("Any other answer", "", (Paragraph(f"{held}.", lead="judged"),))
    if content.case.question.overlap:
        yield Heading("How those that overlap are told apart", under=True)
    for pair in content.case.question.overlap:
        names = [content.standing.setting.names.get(h, h) for h in pair.between]
        yield Paragraph(pair.because, lead=" and ".join(names))
    if content.matrix.others:
        yield Heading("Hypotheses that are no longer compared", under=True)
        yield from map(entries.no_longer_compared, content.matrix.others)


def _entry(content: ReportContent, hypothesis: Hypothesis, score: Score) -> Entry:
    one = content.columns[hypothesis.id]
    told = [
        Paragraph(_standing(content, score), lead="by the matrix"),
        Paragraph(_why(content, one, score), lead="why"),
    ]
    if one.likelihood is not None:
        told.insert(0, Paragraph(f"{expressed(content.words, one.likelihood)}.", lead="judged"))
    told += _against(content, one.inconsistencies)
    told += _support(content, hypothesis.id)
    return Entry(content.name(hypothesis.id), hypothesis.statement, tuple(told))


def _standing(content: ReportContent, score: Score) -> str:
    if score.tested == "not tested":
        return "not tested, and without a rank."
    tested = f", {score.tested}" if score.tested else ""
    of = sum(h not in content.standing.not_tested for h in content.columns)
    weighted, equal, adjusted = score.points[DEFAULT], score.points[EQUAL_WEIGHTS], score.adjusted[DEFAULT]
    return (
        f"rank {score.ranks[DEFAULT]} of {of}{tested}; points {weighted} weighted, {equal} with equal weights, "
        f"{adjusted} adjusted; {score.bears_on} of {counted(content.standing.rows)} bear on it, "
        f"{score.contradicts or 'none'} against it."
    )


def _why(content: ReportContent, one: Column, score: Score) -> str:
    """Why it stands or falls, in a sentence."""
    against, leading = len(one.inconsistencies), content.standing.methods[DEFAULT].leading
    rows = f"{'1 row contradicts' if against == 1 else f'{against} rows contradict'} it"
    if score.tested == "not tested":
        return "Nothing bears on it: it is neither supported nor contradicted."
    if not against:
        said = "Nothing in the matrix contradicts it."
    elif not one.leads:
        said = f"{rows[0].upper()}{rows[1:]}, and by weighted points more speaks against it than against the first."
    elif len(leading) == 1:
        said = f"{rows[0].upper()}{rows[1:]}, and by weighted points less speaks against it than against any other."
    else:
        said = f"{rows[0].upper()}{rows[1:]}, and by weighted points no less speaks against any other."
    little = " Little bears on it, so that it had little chance to be contradicted." if score.tested else ""
    return f"{said}{little}"


def _against(content: ReportContent, found: Sequence[Inconsistency]) -> Iterator[Paragraph]:
    """Its inconsistencies with points, reason and what each comes to; those beyond the strongest by their rows."""
    for cell in found[:AGAINST]:
        points = cell.points.text(2)
        worth = f"{points} {'point' if points == '1' else 'points'}"
        lead = f"against: {content.row(cell.address)}, {cell.rating}, {worth}"
        yield Paragraph(f"{_quoted(content, cell.address)}. {_reason(cell)}", lead=lead)
    if rest := found[AGAINST:]:
        yield Paragraph(f"{content.rows(cell.address for cell in rest)}.", lead=f"against: {len(rest)} more")


def _reason(cell: Inconsistency) -> str:
    because = cell.because or "No reason is written."
    if cell.weighed is None:
        return because
    return f"{because} Weighed: {WEIGHING_MEANING[cell.weighed]}."


def _support(content: ReportContent, hypothesis: str) -> Iterator[Paragraph]:
    """What supports it, the strongest first; none of it scores."""
    strong = [row.item.address for row in content.matrix.rows if row.ratings.get(hypothesis) is Rating.CC]
    weak = [row.item.address for row in content.matrix.rows if row.ratings.get(hypothesis) is Rating.C]
    if not strong and not weak:
        yield Paragraph("nothing.", lead="for it, without points")
        return
    told = [f"{content.row(a)} CC {_quoted(content, a)}" for a in strong[:FOR]]
    rest = [f"{len(strong) - FOR} more rated CC ({content.rows(strong[FOR:])})"] if len(strong) > FOR else []
    rest += [f"{len(weak)} rated C ({content.rows(weak)})"] if weak else []
    yield Paragraph(f"{'; '.join((*told, *rest))}.", lead="for it, without points")


def _quoted(content: ReportContent, address: str) -> str:
    return f'"{start(content.case.items[address].text, QUOTED)}"'
