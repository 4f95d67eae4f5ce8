"""The document of a comparison: what the changes did to each answer, then what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.analysis import points, ranking
from workbench.analysis.changes import Comparison, Effect, Verdict, lead
from workbench.analysis.changes.contested import Contested
from workbench.analysis.changes.effects import State
from workbench.analysis.methods import DEFAULT, SIDE_BY_SIDE
from workbench.analysis.points import Points
from workbench.analysis.weights import Weight
from workbench.report import diffleads, diffwords, wording
from workbench.report.diffalerts import look
from workbench.report.diffchanges import changes
from workbench.report.difflinchpins import linchpins
from workbench.report.diffsummary import hypotheses, idle, ratings, summary
from workbench.report.document import (
    Align,
    Band,
    Block,
    Cell,
    Column,
    Document,
    Fold,
    Heading,
    Line,
    Paragraph,
    Table,
    Tone,
)

_ORDER = list(Verdict)

_OPEN = 2
"""Answers whose points are shown; of more they are folded."""

_METHOD_COLUMNS = {
    "parc-weighted": "weighted points, 0 is best",
    "inconsistency-count": "equal weights",
}

ARROW = "→"


def diff_document(found: Comparison, program: str) -> Document:
    """Everything that differs: what was changed and what that did, what to look at, then each answer and change."""
    told = sorted((one for one in found.effects if not idle(one)), key=lambda one: _ORDER.index(one.verdict))
    blocks = [
        *unread(found),
        *summary(found),
        *look(found),
        *ratings(found),
        *(block for effect in told for block in _told(found, effect, folded=len(told) > _OPEN)),
        *_contested(found),
        *changes(found),
        *hypotheses(found),
        *_quiet(found),
    ]
    if not found.different:
        blocks = [Paragraph("Nothing differs.", tone=Tone.LEADING)]
    meaning = [Paragraph(wording.NO_PROBABILITY)] if found.effects else []
    return Document(
        title=f"What changed from {found.before.label} to {found.after.label}",
        marking=_marking(found),
        blocks=(*blocks, *meaning, Paragraph(f"Printed by {program}")),
    )


def _marking(found: Comparison) -> str:
    """The markings of the questions, each once: of all there are, as evidence belongs to any of them."""
    asked = [q for side in (found.before, found.after) for q in side.questions.values()]
    return " / ".join(dict.fromkeys(q.marking for q in asked if q.marking))


def unread(found: Comparison) -> Iterator[Paragraph]:
    """The files that could not be compared, and why."""
    for fault in found.unread:
        line = f":{fault.line}" if fault.line else ""
        text = (
            f"{fault.path}{line} cannot be used as it is in {fault.side}: {fault.message}. "
            "Here it is taken as it is on the other side, so changes in it are not shown."
        )
        yield Paragraph(text, lead="not compared", tone=Tone.LEADING)


def _quiet(found: Comparison) -> Iterator[Paragraph]:
    if found.quiet:
        more = f" and {len(found.quiet) - diffwords.NAMED} more" if len(found.quiet) > diffwords.NAMED else ""
        named = ", ".join(found.quiet[: diffwords.NAMED])
        yield Paragraph(f"{named}{more}", lead="Only comments, layout, order or unread fields differ in")


def _told(found: Comparison, effect: Effect, *, folded: bool) -> Iterator[Block]:
    """What the changes did to one answer, under a heading: what it was and is, what moved, what came of it."""
    of = f", {effect.question}" if len(found.asked) > 1 else ""
    yield Heading(f"{effect.analyst}'s matrix{of}")
    yield from _details(found, effect, folded=folded)


def answer(found: Comparison, effect: Effect, *, folded: bool) -> Iterator[Block]:
    """What the changes did to one answer, in a sentence and then at length; where there is no summary above it."""
    yield Paragraph(f"{effect.question}, rated by {effect.analyst}: {verdict(effect)}", tone=Tone.LEADING)
    yield from _details(found, effect, folded=folded)


def verdict(effect: Effect) -> str:
    """What became of an answer, in a sentence or two that stand alone: they name the method."""
    said = diffleads.said(effect)
    moved = effect.verdict not in {Verdict.BEGUN, Verdict.GONE, Verdict.NOTHING}
    return f"by weighted points {said}" if moved and lead(effect).after.leading else said


def _details(found: Comparison, effect: Effect, *, folded: bool) -> Iterator[Block]:
    was, now = effect.before, effect.after
    yield from _headlines(effect)
    if was and now and (table := _scores(was, now)):
        yield Fold("Points and ranks", (table,)) if folded else table
    yield from _consequences(found, effect)
    yield from linchpins(found, effect)


def _headlines(effect: Effect) -> Iterator[Paragraph]:
    was, now = effect.before, effect.after
    if was and (now is None or _said(was) != _said(now)):
        yield Paragraph(_said(was), lead="before")
    if now:
        yield Paragraph(_said(now), lead="still" if was and _said(was) == _said(now) else "now")


def _said(state: State) -> str:
    """The answer with what it rests on, where that is known."""
    more = [remark for remark in state.answer.remarks if remark not in state.standing.remarks]
    return " ".join((state.answer.headline, *more))


def _scores(was: State, now: State) -> Table | None:
    """Points and ranks before and after of those that moved and those that lead; nothing where none moved."""
    columns = (
        Column("hypothesis", prose=True, stub=True),
        *(Column(_METHOD_COLUMNS[m], align=Align.RIGHT) for m in SIDE_BY_SIDE),
        Column("rank", align=Align.RIGHT),
    )
    shown = [_texts(was, now, method) for method in SIDE_BY_SIDE]
    names = {**was.standing.setting.names, **now.standing.setting.names}
    leading = {h for state in (was, now) for h in state.standing.methods[DEFAULT].leading}
    lines = {h: _score(h, names[h], was, now, shown) for h in names}
    moved = {h for h, line in lines.items() if any(ARROW in cell.text for cell in line.cells[1:])}
    if not moved:
        return None
    kept = [line for h, line in lines.items() if h in moved or h in leading]
    if rest := len(lines) - len(kept):
        name = "1 other did not move" if rest == 1 else f"{rest} others did not move"
        kept.append(Line((Cell(name, Tone.QUIET), *(Cell("") for _ in columns[1:])), name=name))
    return Table("scores", columns, (Band("", tuple(kept)),))


def _score(h: str, name: str, was: State, now: State, shown: Sequence[tuple[Mapping[str, str], ...]]) -> Line:
    old, new = was.standing.methods[DEFAULT], now.standing.methods[DEFAULT]
    ranks = [ranking.label(result.ranks, h) if h in result.ranks else "" for result in (old, new)]
    tone = Tone.LEADING if h in new.leading else Tone.PLAIN
    cells = [Cell(_moved(before.get(h, ""), after.get(h, ""))) for before, after in shown]
    return Line((Cell(name, tone), *cells, Cell(_moved(*ranks))), name=name)


def _texts(was: State, now: State, method: str) -> tuple[Mapping[str, str], ...]:
    """The points on both sides, with as many decimals as keep all of them apart."""
    sides: list[Mapping[str, Points]] = [state.standing.methods[method].scores for state in (was, now)]
    places = points.decimals([total for side in sides for total in side.values()])
    return tuple({h: total.text(places) for h, total in side.items()} for side in sides)


def _moved(was: str, now: str) -> str:
    if was == now:
        return now
    return f"{was or 'not there'} {ARROW} {now or 'out'}"


def _consequences(found: Comparison, effect: Effect) -> Iterator[Block]:
    told = (
        ("weighs more (the weight comes from grade and relevance)", _reweighed(found, effect, up=True)),
        ("weighs less (the weight comes from grade and relevance)", _reweighed(found, effect, up=False)),
        ("stale now (rated against an older wording)", diffwords.items(found, effect.stale)),
        ("no longer stale", diffwords.items(found, effect.confirmed)),
        ("unrated now", _unrated(found, effect)),
        ("judgement", wording.JUDGED_BEFORE if effect.judgement_stale else ""),
        ("belongs to the question now", diffwords.items(found, effect.joined)),
        ("does not belong to the question any more", diffwords.items(found, effect.left)),
    )
    yield from (Paragraph(text, lead=lead) for lead, text in told if text)


def _unrated(found: Comparison, effect: Effect) -> str:
    number = sum(map(len, effect.unrated.values()))
    return (
        f"{number:,} {'cell' if number == 1 else 'cells'}: {diffwords.items(found, effect.unrated)}" if number else ""
    )


def _reweighed(found: Comparison, effect: Effect, *, up: bool) -> str:
    changed = {a: both for a, both in effect.reweighed.items() if (both[1].exponent > both[0].exponent) is up}
    named = [f"{diffwords.item(found, a)} {_weight(was)} → {_weight(now)}" for a, (was, now) in changed.items()]
    more = f" and {len(named) - diffwords.NAMED} more" if len(named) > diffwords.NAMED else ""
    return "; ".join(named[: diffwords.NAMED]) + more


def _weight(weight: Weight) -> str:
    return points.weighted(1, weight.exponent).text(2)


def _contested(found: Comparison) -> Iterator[Block]:
    for title, cells in (("Newly contested", found.contested), ("No longer contested", found.settled)):
        if cells:
            table = Table("contested", _CONTESTED, (Band("", tuple(_cell(found, cell) for cell in cells)),))
            few = len(cells) <= diffwords.NAMED and cells is found.contested
            yield from (Heading(title), table) if few else (Fold(f"{title}: {len(cells)}", (table,)),)


_CONTESTED = (Column("item", prose=True, stub=True), Column("hypothesis"), Column("rated"))


def _cell(found: Comparison, cell: Contested) -> Line:
    rated = ", ".join(f"{analyst} {rating.value}" for analyst, rating in cell.ratings.items())
    name = diffwords.hypothesis(found, cell.question, cell.hypothesis)
    text = diffwords.quoted(found, cell.address)
    return Line((Cell(text, under=cell.address), Cell(name), Cell(rated)), name=cell.address)
