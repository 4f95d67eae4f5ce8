"""The first page: what kind of product it is, the judgement, its confidence, the computed order, and what was asked."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.heuer.judging import likeliest
from workbench.analysis.methods import DEFAULT
from workbench.analysis.narrowing import sentences
from workbench.edtf import worded
from workbench.model import OTHER
from workbench.report.comparecontent import headlines
from workbench.report.document import Align, Band, Block, Cell, Column, Heading, Line, Paragraph, Table, Tone
from workbench.report.product import changed, judgement
from workbench.report.product.content import ReportContent
from workbench.report.provenance import made
from workbench.report.wording import POINTS

COMPUTED_ONLY = (
    "No likelihoods are written, so this report makes no judgement. What follows is the order computed from the "
    "matrix; it is rough and says nothing of how likely anything is."
)


def bottom_line(content: ReportContent) -> Iterator[Block]:
    """What somebody reads who reads no further."""
    yield Paragraph(_kind(content), lead="this is")
    yield Heading("Bottom line")
    yield from (Paragraph(sentence, tone=Tone.LEADING) for sentence in sentences(content.case, content.standing.rows))
    yield from _judgement(content) if likeliest(content.likelihood) else _no_judgement(content)
    yield _answers(content)
    yield from _computed(content)


def _kind(content: ReportContent) -> str:
    who = content.case.matrix.analyst
    analysts = len(content.compared.found.analysts) if content.compared else 1
    among = f" of {analysts}" if analysts > 1 else ""
    what = "the judgement of one analyst" if likeliest(content.likelihood) else "the matrix of one analyst"
    return f"{what}{among}, {who}, made by analysis of competing hypotheses (ACH)."


def _judgement(content: ReportContent) -> Iterator[Paragraph]:
    """The likeliest answer, then, in a sentence of its own, the confidence, then the grounds of both."""
    yield Paragraph(judgement.held_likeliest(content), tone=Tone.LEADING)
    for hypothesis in likeliest(content.likelihood):
        if hypothesis != OTHER:
            yield Paragraph(content.case.question.hypotheses[hypothesis].statement, lead=content.name(hypothesis))
    yield from judgement.older(content)
    yield from judgement.unfinished(content)
    level = content.judged.confidence
    said = f"Confidence in this judgement is {level}." if level else "No level of confidence is given."
    yield Paragraph(said, tone=Tone.LEADING if level else Tone.PLAIN)
    yield Paragraph(content.judged.because or "none are written.", lead="grounds")


def _no_judgement(content: ReportContent) -> Iterator[Paragraph]:
    yield Paragraph(COMPUTED_ONLY, tone=Tone.LEADING)
    if content.judged.because:
        yield from judgement.older(content)
        yield Paragraph(content.judged.because, lead="the analyst's note")


def _answers(content: ReportContent) -> Table:
    """Every answer: how likely it is held, where that is written, and its computed rank."""
    judged = bool(likeliest(content.likelihood))
    held = (Column("likelihood", align=Align.RIGHT), Column(f"in words of {content.words.title}", "in words"))
    columns = (
        Column("answer", prose=True, stub=True),
        *(held if judged else ()),
        Column(f"rank by {POINTS}", align=Align.RIGHT),
    )
    told = (*content.columns, *([OTHER] if OTHER in content.likelihood and judged else []))
    return Table("answers", columns, (Band("", tuple(_answer(content, h, judged=judged) for h in told)),))


def _answer(content: ReportContent, hypothesis: str, *, judged: bool) -> Line:
    score = next((score for score in content.matrix.scores if score.hypothesis.id == hypothesis), None)
    leading = likeliest(content.likelihood) if judged else content.standing.methods[DEFAULT].leading
    tone = Tone.LEADING if hypothesis in leading else Tone.PLAIN
    share = judgement.in_per_cent(content.words, content.likelihood.get(hypothesis), tone) if judged else ()
    rank = Cell(score.ranks[DEFAULT], under=score.tested) if score else Cell("")
    name = content.name(hypothesis)
    return Line((Cell(name, tone), *share, rank), name=name)


def _computed(content: ReportContent) -> Iterator[Paragraph]:
    """What the matrix says and rests on, whether the judgement differs, what others say, and what changed since."""
    yield Paragraph(content.matrix.headline, lead="by the matrix")
    if content.sensitivity.rests:
        yield Paragraph(content.sensitivity.rests, lead=_how_firm(content))
    if differs := judgement.differing(content):
        why = f'why stands under "{judgement.TITLE}"' if content.judged.differs_because else "no reason is written"
        yield Paragraph(f"{differs}; {why}.", lead="judgement and matrix differ")
    found = content.compared.found if content.compared else None
    if found and found.orders and len(found.analysts) > 1:
        yield Paragraph(headlines(found)[0], lead="several analysts")
    yield from changed.in_a_sentence(content)


def _how_firm(content: ReportContent) -> str:
    """What the sentence on the cheapest change is about: it speaks of weighted points alone."""
    return "how firm that is" if content.standing.settled else f"how firm the lead by {POINTS} is"


def asked(content: ReportContent) -> Iterator[Block]:
    """What exactly was asked, against which background, and of what the matrix is made."""
    question = content.case.question
    yield Heading("What was asked")
    scope = {"who": question.scope.who, "period": worded(question.scope.period), "means": question.scope.means}
    yield from (Paragraph(text, lead=word) for word, text in scope.items() if text)
    yield Paragraph(f"{made(content.standing)}.", lead="matrix")
    if question.background:
        yield Paragraph(question.background, lead="background")
