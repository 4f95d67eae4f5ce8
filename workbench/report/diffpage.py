"""The document of a comparison: what the changes did to each answer, then what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.analysis import points, ranking
from workbench.analysis.changes import Comparison, Effect, Verdict
from workbench.analysis.changes.contested import Contested
from workbench.analysis.changes.effects import State
from workbench.analysis.linchpins import Linchpin
from workbench.analysis.methods import DEFAULT, SIDE_BY_SIDE
from workbench.analysis.names import named
from workbench.analysis.points import Points
from workbench.analysis.weights import Weight
from workbench.report import diffwords, wording
from workbench.report.diffchanges import changes
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
from workbench.report.sensitivitytables import TAKES

_ORDER = list(Verdict)

_SAID = {
    Verdict.BEGUN: "a new matrix.",
    Verdict.GONE: "this matrix is gone.",
    Verdict.ANSWER: "who has fewest points is the same, but the answer has changed.",
    Verdict.RESTS: "the answer is the same, but it rests on something else.",
    Verdict.POINTS: "points moved; the answer and what it rests on are the same.",
    Verdict.NOTHING: "no score moved.",
}

_OPEN = 2
"""Answers whose points are shown; of more they are folded."""

_METHOD_COLUMNS = {"parc-weighted": "weighted points", "inconsistency-count": "equal weights"}


def diff_document(found: Comparison, program: str) -> Document:
    """Everything that differs; the answer first."""
    blocks = [*_unread(found), *_answers(found), *_contested(found), *changes(found), *_quiet(found)]
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


def _unread(found: Comparison) -> Iterator[Paragraph]:
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


def _answers(found: Comparison) -> Iterator[Block]:
    """Each answer, those that changed most first; those in which nothing happened share a sentence."""
    effects = sorted(found.effects, key=lambda effect: _ORDER.index(effect.verdict))
    idle = [effect for effect in effects if _idle(effect)]
    if not effects and found.different:
        yield Paragraph("No answer is concerned: no score moved.", tone=Tone.LEADING)
    told = [effect for effect in effects if not _idle(effect)]
    for effect in told:
        yield from _answer(found, effect, folded=len(told) > _OPEN)
    if idle:
        named = ", ".join(f"{effect.question} as rated by {effect.analyst}" for effect in idle)
        yield Paragraph(f"No score moved: {named}.", tone=Tone.PLAIN if len(idle) < len(effects) else Tone.LEADING)


def _idle(effect: Effect) -> bool:
    happened = (effect.stale, effect.confirmed, effect.unrated, effect.joined, effect.left, effect.reweighed)
    return effect.verdict is Verdict.NOTHING and not any(happened)


def _answer(found: Comparison, effect: Effect, *, folded: bool) -> Iterator[Block]:
    was, now = effect.before, effect.after
    verdict = _leader(was, now) if effect.verdict is Verdict.LEADER and was and now else _SAID[effect.verdict]
    yield Paragraph(f"{effect.question}, rated by {effect.analyst}: {verdict}", tone=Tone.LEADING)
    yield from _headlines(effect)
    if was and now and (table := _scores(was, now)):
        yield Fold("Points and ranks", (table,)) if folded else table
    yield from _consequences(found, effect)


def _leader(was: State, now: State) -> str:
    """Who had fewest points, and who has."""
    before, after = _leading(was), _leading(now)
    if not before or not after:
        return f"{before or 'nobody'} led by weighted points, now {after or 'nobody does'}."
    return f"who leads by weighted points has changed, from {before} to {after}."


def _leading(state: State) -> str:
    leaders = state.standing.methods[DEFAULT].leading
    return named(state.standing, leaders) if leaders else ""


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
    """Points and ranks before and after; nothing where none moved."""
    columns = (
        Column("hypothesis", prose=True, stub=True),
        *(Column(_METHOD_COLUMNS[m], align=Align.RIGHT) for m in SIDE_BY_SIDE),
        Column("rank", align=Align.RIGHT),
    )
    shown = [_texts(was, now, method) for method in SIDE_BY_SIDE]
    names = {**was.standing.setting.names, **now.standing.setting.names}
    lines = [_score(h, names[h], was, now, shown) for h in names]
    moved = any("→" in cell.text for line in lines for cell in line.cells[1:])
    return Table("scores", columns, (Band("", tuple(lines)),)) if moved else None


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
    return f"{was or 'not there'} → {now or 'out'}"


def _consequences(found: Comparison, effect: Effect) -> Iterator[Block]:
    told = (
        ("counts for more", _reweighed(found, effect, up=True)),
        ("counts for less", _reweighed(found, effect, up=False)),
        ("stale now", _rows(found, effect.stale, "rated against another wording than the one that stands now")),
        ("no longer stale", _rows(found, effect.confirmed)),
        ("unrated now", _unrated(found, effect)),
        ("belongs to the question now", _rows(found, effect.joined)),
        ("does not belong to the question any more", _rows(found, effect.left)),
    )
    yield from (Paragraph(text, lead=lead) for lead, text in told if text)
    came, went = effect.linchpins_new, effect.linchpins_gone
    if came or went:
        pins = ((_linchpins(found, came), "came"), (_linchpins(found, went), "went"))
        title = f"Linchpins, whose loss changes who leads: {len(came)} came, {len(went)} went"
        yield Fold(title, tuple(Paragraph(text, lead=lead) for text, lead in pins if text))


def _unrated(found: Comparison, effect: Effect) -> str:
    number = sum(map(len, effect.unrated.values()))
    return (
        f"{number:,} {'cell' if number == 1 else 'cells'}: {diffwords.items(found, effect.unrated)}" if number else ""
    )


def _rows(found: Comparison, addresses: Sequence[str] | Mapping[str, object], why: str = "") -> str:
    if not addresses:
        return ""
    named = diffwords.items(found, addresses)
    return f"{named}; {why}" if why else named


def _linchpins(found: Comparison, pins: Sequence[Linchpin]) -> str:
    named = [
        f"{diffwords.item(found, pin.address)}, where {TAKES[pin.takes]} is enough" for pin in pins[: diffwords.NAMED]
    ]
    more = f" and {len(pins) - diffwords.NAMED} more" if len(pins) > diffwords.NAMED else ""
    return "; ".join(named) + more


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
