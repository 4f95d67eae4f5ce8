"""What changed since a revision: in a sentence on the first page, and what it did to the answer at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workbench.analysis.changes import Comparison, Effect, MatrixChange
from workbench.analysis.names import listed
from workbench.model import OTHER
from workbench.report import diffpage
from workbench.report.document import Block, Heading, Paragraph
from workbench.report.product.content import ReportContent

JUDGED = ("likelihood", "confidence", "because", "differs-because")
"""What of a matrix is judgement, as `analysis.changes` calls it."""

SHOWN = ("likelihood", "confidence")
"""What of it is short enough to be told before and after."""


def in_a_sentence(content: ReportContent) -> Iterator[Paragraph]:
    """Whether judgement and answer are what they were; nothing where no revision was asked for."""
    found = content.since
    if found is None:
        return
    effect = _effect(content, found)
    answer = diffpage.verdict(effect) if effect else "nothing that the matrix is made of has changed."
    judged = [entry.what for matrix in _matrices(content, found) for entry in matrix.entries if entry.what in JUDGED]
    judgement = "The judgement has changed as well" if judged else "The judgement is the same"
    if not judged and effect and effect.judgement_stale:
        judgement = "The judgement is the same, and was not confirmed since"
    yield Paragraph(f"{answer} {judgement}.", lead=f"since {found.before.label}")


def changed(content: ReportContent) -> Iterator[Block]:
    """What the changes did to this matrix's answer and judgement, and how many there are."""
    found = content.since
    if found is None:
        return
    yield Heading("What changed since an earlier revision")
    yield Paragraph(f"{found.before.label} with {found.after.label}.", lead="compared")
    yield from diffpage.unread(found)
    effect = _effect(content, found)
    if effect is None:
        yield Paragraph("Nothing that the matrix is made of has changed.")
    else:
        yield from diffpage.answer(found, effect, folded=False)
    yield from _judgement(content, found)
    if told := _counted(content, found):
        yield Paragraph(f"{told}. `ach diff` names each of them.", lead="changes")
    if content.case.narrowed:
        yield Paragraph("This part is about the whole matrix, and not only about the rows that are reported here.")


def _effect(content: ReportContent, found: Comparison) -> Effect | None:
    question, analyst = content.case.question.id, content.case.matrix.analyst
    return next((one for one in found.effects if (one.question, one.analyst) == (question, analyst)), None)


def _matrices(content: ReportContent, found: Comparison) -> list[MatrixChange]:
    question, analyst = content.case.question.id, content.case.matrix.analyst
    return [matrix for matrix in found.matrices if (matrix.question, matrix.analyst) == (question, analyst)]


def _judgement(content: ReportContent, found: Comparison) -> Iterator[Paragraph]:
    """The likelihoods and the confidence before and after; of the reasons, that they were rewritten."""
    entries = [entry for matrix in _matrices(content, found) for entry in matrix.entries if entry.what in JUDGED]
    for entry in (entry for entry in entries if entry.what in SHOWN):
        name = _called(content, entry.keys[0]) if entry.keys else ""
        lead = f"judgement, {entry.what} of {name}" if name else f"judgement, {entry.what}"
        yield Paragraph(f"{entry.was or 'none'} before, {entry.now or 'none'} now.", lead=lead)
    if any(entry.what not in SHOWN for entry in entries):
        yield Paragraph("rewritten.", lead="judgement, its reasons")
    if not entries:
        yield Paragraph("the same.", lead="judgement")


def _called(content: ReportContent, hypothesis: str) -> str:
    known = content.case.question.hypotheses.get(hypothesis)
    return content.name(OTHER) if hypothesis == OTHER else known.short or known.id if known else hypothesis


def _counted(content: ReportContent, found: Comparison) -> str:
    """'3 ratings; 2 items added, 1 item changed'."""
    ratings = sum(cell.rerated for matrix in _matrices(content, found) for cell in matrix.cells)
    of_ours = [thing for thing in found.things if thing.question in {"", content.case.question.id}]
    kinds = Counter((thing.kind, thing.how.value) for thing in of_ours)
    things = [f"{n} {kind if n == 1 else _many(kind)} {how}" for (kind, how), n in kinds.items()]
    told = [f"{ratings} {'rating' if ratings == 1 else 'ratings'} changed"] if ratings else []
    return listed([*told, *things]) if told or things else ""


def _many(kind: str) -> str:
    return {"hypothesis": "hypotheses"}.get(kind, f"{kind}s")
