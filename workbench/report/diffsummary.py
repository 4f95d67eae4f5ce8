"""The first lines of a comparison: what was changed, and what that did to every matrix of the question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.analysis import resting
from workbench.analysis.changes import Comparison, Effect, Verdict
from workbench.analysis.changes.leads import Unmoved
from workbench.report import diffleads, diffwords
from workbench.report.diffcauses import cause
from workbench.report.document import Block, Fold, Paragraph, Tone

MOST = 6
"""Sentences on one question."""

LONGEST = 300
"""Characters of a statement that are shown."""

_ORDER = list(Verdict)


def summary(found: Comparison) -> Iterator[Block]:
    """The cause, then each question and what became of its answer with every analyst."""
    if not found.different:
        return
    yield Paragraph(cause(found), tone=Tone.LEADING)
    if not found.effects and (found.things or found.matrices):
        yield Paragraph("No answer is concerned: no score moved.")
    for question in found.asked:
        yield from _question(found, question)


def ratings(found: Comparison) -> Iterator[Block]:
    """What the letters say, above the first page that uses them alone."""
    if found.effects:
        meant = ", ".join(f"{rating.value} {meaning}" for rating, meaning in diffwords.MEANT.items())
        yield Paragraph(f"what the item would be if the hypothesis were true: {meant}.", lead="ratings")


def idle(effect: Effect) -> bool:
    """Whether nothing came of the changes that is worth a part of its own."""
    happened = (effect.stale, effect.confirmed, effect.unrated, effect.joined, effect.left, effect.reweighed)
    return effect.verdict is Verdict.NOTHING and not any(happened) and not effect.judgement_stale


def hypotheses(found: Comparison) -> Iterator[Block]:
    """What the short names stand for, folded: the statements of the questions that are concerned."""
    for question in found.asked:
        asked = found.after.questions.get(question) or found.before.questions[question]
        lines = [
            Paragraph(f"{resting.start(h.statement, LONGEST)} ({h.id})", lead=name)
            for h in asked.active
            for name in [diffwords.hypothesis(found, question, h.id)]
        ]
        yield Fold(f"The hypotheses of {question}", tuple(lines))


def _question(found: Comparison, question: str) -> Iterator[Block]:
    asked = found.after.questions.get(question) or found.before.questions[question]
    yield Paragraph(f"{_whole(asked.text)} Who leads by weighted points in each analyst's matrix:", lead=question)
    effects = sorted((e for e in found.effects if e.question == question), key=lambda e: _ORDER.index(e.verdict))
    alike: dict[str, list[str]] = {}
    for effect in effects:
        alike.setdefault(diffleads.said(effect), []).append(effect.analyst)
    for text, analysts in list(alike.items())[:MOST]:
        yield Paragraph(text, lead=diffwords.matrices(analysts))
    if more := [who for analysts in list(alike.values())[MOST:] for who in analysts]:
        yield Paragraph("changed as well; see below.", lead=diffwords.matrices(more))
    yield from _unmoved([one for one in found.unmoved if one.question == question])


def _unmoved(beside: Sequence[Unmoved]) -> Iterator[Block]:
    """Matrices that are as they were; those with the same lead in one line."""
    alike: dict[str, list[str]] = {}
    for one in beside:
        alike.setdefault(diffleads.leads(one.standing, one.leading), []).append(one.analyst)
    for text, analysts in alike.items():
        yield Paragraph(f"unchanged, {text}.", lead=diffwords.matrices(analysts))


def _whole(text: str) -> str:
    """A question on one line, with a mark at its end."""
    line = resting.start(text, LONGEST)
    return line if line.endswith(("?", "…")) else f"{line}."
