"""Step 5 as a leaf: down the columns, what speaks against each hypothesis; then the analyst's own judgement."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from workbench.analysis import points
from workbench.analysis.answer import Answer, answer
from workbench.analysis.heuer.columns import Column, Inconsistency, column
from workbench.analysis.heuer.estimative import YARDSTICKS
from workbench.analysis.heuer.judging import adds_up, differences
from workbench.analysis.methods import DEFAULT
from workbench.analysis.narrowing import counted
from workbench.analysis.ranking import NO_RANK, label
from workbench.analysis.standing import Standing
from workbench.model import OTHER, Judgement, judgement_stale, judgement_unconfirmed
from workbench.report.wording import older_matrix
from workbench.tui import queue, words
from workbench.tui.finding import Filter
from workbench.tui.head import LEADER
from workbench.tui.leaf import Draft, File, Goal, Leaf
from workbench.tui.look import Look
from workbench.tui.pieces import Line, Piece, Tone, fitted, line, spread
from workbench.tui.queue import LISTED
from workbench.tui.reader import Made
from workbench.tui.stepbar import CONCLUDE

WEIGH, LIKELIHOOD, HUNDRED, CONFIDENCE, GROUNDS, DIFFERS = (
    "weigh", "likelihood", "hundred", "confidence", "grounds", "differs",
)  # fmt: skip
"""What enter asks for on this page."""

_WORDLESS = "(no word for it)"
"""Stands where the standard has none: its gaps are meant."""

_CHANGES = "a rating, a parked row, a relevance, a grade or a hypothesis"
"""What makes it another matrix."""

_NAME = 22
"""Cells of a hypothesis or a field of the judgement."""


class Found(NamedTuple):
    """The columns, the leaders first, and whether the analyst's order is another than the computed one."""

    standing: Standing
    answer: Answer
    columns: tuple[Column, ...]
    differs: str
    """In a sentence; empty where it does not."""
    stale: bool
    """Whether the judgement was made on another matrix."""


def made(look: Look) -> Made:
    """Find everything; the answer must be known."""
    if look.standing is None:
        return lambda _width: Leaf(())
    standing = look.standing
    columns = [column(standing, hypothesis.id) for hypothesis in look.case.hypotheses]
    columns.sort(key=lambda one: (not one.leads, one.rank is None, one.rank or 0))
    found = Found(standing, answer(standing), tuple(columns), _differs(look, standing), judgement_stale(look.case))
    return partial(leaf, look, found)


def _differs(look: Look, standing: Standing) -> str:
    for likelier, ahead in differences(standing)[:1]:
        return f"You hold {look.name(likelier)} likelier than {look.name(ahead)}, which has fewer points."
    return ""


def leaf(look: Look, found: Found, width: int) -> Leaf:
    """The answer, the columns one below the other, the judgement."""
    draft = Draft(width)
    draft.prose(found.answer.headline, Tone.STRONG)
    for remark in found.answer.remarks:
        draft.prose(remark)
    queue.guidance(draft, CONCLUDE)
    if found.stale:
        since = older_matrix(look.rated_since, "your judgement")
        draft.prose(f"{since}: read it again, below (G); y says that it still holds.", Tone.WARN)
    for one in found.columns:
        _column(draft, look, found, one)
    _judgement(draft, look, found)
    return draft.leaf


# ---- down the columns


def _column(draft: Draft, look: Look, found: Found, one: Column) -> None:
    """A hypothesis with what contradicts it, strongest first."""
    result, total = found.standing.methods[DEFAULT], len(one.inconsistencies)
    tested = one.hypothesis not in found.standing.not_tested
    told = points.texts(dict(result.scores))[one.hypothesis] if tested else NO_RANK
    rank = f", rank {label(result.ranks, one.hypothesis)}" if one.rank is not None else ", not tested"
    draft.heading(
        f"{f'{LEADER} ' if one.leads else ''}{look.name(one.hypothesis)}",
        f"{told} point{'' if told == '1' else 's'}{rank}, contradicted by {counted(total)}",
    )
    draft.prose(look.case.question.hypotheses[one.hypothesis].statement, Tone.MUTED)
    for cell in one.inconsistencies[:LISTED]:
        act = WEIGH if one.leads else ""
        goal = Goal(cell.address, one.hypothesis, act=act, file=look.of_item(look.case.items[cell.address]))
        draft.write(*_cell(look, cell, draft.width, leads=one.leads), goal=goal)
    if total > LISTED:
        rows = frozenset(cell.address for cell in one.inconsistencies)
        only = Filter("rows", f"against {look.name(one.hypothesis)}", rows)
        told = words.cut(f"  and {total - LISTED:,} more: enter shows all of them on the matrix", draft.width)
        draft.write(line(Piece(told, Tone.ACCENT)), goal=Goal(filter=only))


def _cell(look: Look, cell: Inconsistency, width: int, *, leads: bool) -> Iterator[Line]:
    """Rating, points and text; then the reason, and of a leader's what it comes to."""
    rated = Piece(f"  {cell.rating.value:<3}", Tone(cell.rating.value))
    left = (rated, Piece(f"{cell.points.text(1):>4}  ", Tone.MUTED))
    weighed = cell.weighed.value if cell.weighed else "not weighed" if leads else ""
    right = (Piece(f"  {weighed} ", Tone.STRONG if cell.weighed else Tone.WARN),) if weighed else ()
    room = width - sum(piece.width for piece in (*left, *right)) - 1
    text = Piece(words.cut(look.case.items[cell.address].text, room))
    yield line(*spread((*left, text), right, width))
    for part in words.wrapped(cell.because or "no reason given", min(width - 12, 100), 4):
        yield line(Piece(f"           {part}", Tone.MUTED))


# ---- the judgement


def _judgement(draft: Draft, look: Look, found: Found) -> None:
    judged = look.case.matrix.judgement or Judgement()
    draft.heading("Your own judgement", "apart from the computed order; points are no probabilities")
    if found.stale:
        since = f"{older_matrix(look.rated_since, 'it')}{'' if look.rated_since else f': {_CHANGES}'}."
        draft.prose(f"{since} Change what does not hold any more; y says that all of it does.", Tone.WARN)
    elif judgement_unconfirmed(look.case):
        draft.prose("Nothing says on which matrix you judged. y says that it holds for this one.", Tone.MUTED)
    for hypothesis in (*(h.id for h in look.case.hypotheses), OTHER):
        share = judged.likelihood.get(hypothesis)
        name = "any other answer" if hypothesis == OTHER else look.name(hypothesis)
        goal = Goal(hypothesis=hypothesis, act=LIKELIHOOD, file=_file(look))
        draft.write(_field(name, _share(look, share), share is not None or hypothesis == OTHER, draft.width), goal=goal)
    if judged.likelihood:
        _sum(draft, look, judged)
    confidence = judged.confidence or "low, moderate or high?"
    draft.write(_field("confidence", confidence, bool(judged.confidence), draft.width), goal=_asks(look, CONFIDENCE))
    _text(draft, look, "grounds", judged.because, GROUNDS, "why you judge so: evidence, assumptions, gaps")
    if found.differs or judged.differs_because:
        draft.prose(found.differs)
        _text(
            draft, look, "why it differs", judged.differs_because, DIFFERS, "why? what moved you is not in the matrix"
        )
    draft.prose(
        f"Words: {YARDSTICKS[look.yardstick].title}; s changes them. "
        "A likelihood says how probable, confidence how far its grounds can be relied on.",
        Tone.MUTED,
    )


def _asks(look: Look, act: str) -> Goal:
    return Goal(act=act, file=_file(look))


def _file(look: Look) -> File:
    """The judgement in the analyst's own file."""
    return File(look.case.matrix.path, ("judgement",))


def _share(look: Look, share: float | None) -> str:
    """A likelihood with its word."""
    if share is None:
        return "how likely, in per cent?"
    return f"{share:>5g} %  {YARDSTICKS[look.yardstick].word(share) or _WORDLESS}"


def _field(name: str, value: str, known: bool, width: int) -> Line:
    shown = Piece(words.padded(name, min(_NAME, max(1, width - 8))))
    told = Piece(words.plain(value), Tone.STRONG if known else Tone.WARN)
    return line(*fitted((Piece("  "), shown, Piece(" "), told), width))


def _sum(draft: Draft, look: Look, judged: Judgement) -> None:
    """What the likelihoods come to; where that is not all, a way to make it so."""
    total = math.fsum(judged.likelihood.values())
    if adds_up(judged.likelihood):
        draft.write(_field("together", f"{total:>5g} %", True, draft.width))
    else:
        told = f"{total:>5g} %  and not 100: enter scales all of them to make 100"
        draft.write(_field("together", told, False, draft.width), goal=_asks(look, HUNDRED))


def _text(draft: Draft, look: Look, name: str, text: str, act: str, asked: str) -> None:
    """A text of the judgement, whole."""
    room = max(10, min(draft.width - _NAME - 5, 96))
    first, *rest = words.wrapped(text or asked, room, 30)
    indent = " " * (_NAME + 3)
    tone = Tone.TEXT if text else Tone.WARN
    lines = [line("  ", words.padded(name, _NAME), " ", Piece(first, tone))]
    draft.write(*lines, *(line(Piece(f"{indent}{part}", tone)) for part in rest), goal=_asks(look, act))
