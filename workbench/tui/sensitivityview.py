"""What the lead rests on, as a leaf: what flips it, by how little, and how steady it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from workbench.analysis.answer import answer
from workbench.analysis.deceptions import Deception
from workbench.analysis.heuer.suspects import Suspect, suspects
from workbench.analysis.ledger import ledger
from workbench.analysis.losses import Loss
from workbench.analysis.narrowing import counted
from workbench.analysis.noise import Noise
from workbench.analysis.sensitivity import Sensitivity, sensitivity
from workbench.analysis.separation import Separation, separated
from workbench.analysis.standing import Standing
from workbench.analysis.tornado import Tornado, tornado
from workbench.tui import assumptionsview, deceptionview, entries, steadiness
from workbench.tui.entries import Entry, names, rows
from workbench.tui.leaf import Draft, Goal, Leaf
from workbench.tui.pieces import Tone

TAKES = {"relevance": "its relevance", "grade": "its grade", "cell": "one cell", "loss": "its loss"}
"""The least that a linchpin takes."""


class Found(NamedTuple):
    """What is known of a standing's sensitivity, but for the noise."""

    standing: Standing
    sensitivity: Sensitivity
    separation: Separation
    tornado: Tornado | None
    suspects: tuple[Suspect, ...]

    def then(self, leading: tuple[str, ...], adjusted: tuple[str, ...] | None = None) -> str:
        """Who leads after a change; with every voice counted once where only that differs."""
        if adjusted is not None and leading == self.sensitivity.leading:
            return f"adjusted: {entries.then(self.standing, self.sensitivity.leading_adjusted, adjusted)}"
        return entries.then(self.standing, self.sensitivity.leading, leading)


def found(standing: Standing) -> Found:
    """Work it out: 20 ms for 60 rows of 7 hypotheses, some 300 for 2,000 of 20."""
    rows = ledger(standing)
    return Found(standing, sensitivity(standing), separated(rows), tornado(standing), suspects(standing))


def leaf(found: Found, noise: Noise | None, width: int) -> Leaf:
    """All of it for a width; with a word in place of the noise while that is still worked out."""
    draft = Draft(width)
    said = answer(found.standing, found.separation)
    draft.prose(said.headline, Tone.STRONG)
    for remark in said.remarks:
        draft.prose(remark)
    if found.tornado is None:
        draft.prose("Fewer than two hypotheses are tested: nothing can change who leads.")
        _asked(draft, found)
        return draft.leaf
    _linchpins(draft, found)
    _flips(draft, found)
    steadiness.tornado(draft, found.standing, found.tornado)
    _fewest(draft, found)
    _losses(draft, found)
    _judged(draft, found)
    _asked(draft, found)
    steadiness.noise(draft, found.standing, noise)
    return draft.leaf


def _asked(draft: Draft, found: Found) -> None:
    """What only the analyst can say: of suspects, and of our own thinking."""
    deceptionview.write(draft, found.standing, found.suspects)
    assumptionsview.write(draft, found.standing)


def _linchpins(draft: Draft, found: Found) -> None:
    pins, items = found.sensitivity.linchpins, found.standing.case.items
    note = "whose loss changes who leads; at the left the least that already does"
    draft.heading(f"Linchpins: {counted(len(pins))}", note if pins else "no loss of a single row changes who leads")
    entries.write(
        draft, [Entry(TAKES[p.takes], items[p.address].text, found.then(p.leading), Goal(p.address)) for p in pins]
    )


# ---- single changes


def _flips(draft: Draft, found: Found) -> None:
    """Every single change that changes who leads: those alike on one line, the cheapest first."""
    number = len(found.sensitivity.flips) + len(found.sensitivity.steps)
    note = f"{_ways(number)}, the cheapest first" if number else "no single cell, grade or relevance does"
    draft.heading("What flips the order", note)
    entries.write(draft, [*_row_steps(found), *_cells(found, 1), *_group_steps(found), *_cells(found, 2, 3, 4)])


def _ways(number: int) -> str:
    """How many changes do."""
    return "1 single change does" if number == 1 else f"{number} single changes do"


def _row_steps(found: Found) -> Iterator[Entry]:
    """Steps of the relevance or the grade of one row."""
    alike: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for step in found.sensitivity.steps:
        if step.was and step.now:
            alike[f"{step.what} {step.was.value}→{step.now.value}", step.leading].append(step.id)
    for (what, leading), addresses in alike.items():
        yield _any(found, what, addresses, leading)


def _group_steps(found: Found) -> Iterator[Entry]:
    """All grades of a source or an origin, one step up or down."""
    for step in found.sensitivity.steps:
        if not (step.was and step.now):
            what = f"{step.what} one step {'up' if step.up else 'down'}"
            _, goal = rows(found.standing, step.items, f"{step.what} {step.id}")
            yield Entry(what, f"{step.id}, {counted(len(step.items))}", found.then(step.leading), goal)


def _cells(found: Found, *steps: int) -> Iterator[Entry]:
    """One cell rated otherwise, by so many steps."""
    alike: dict[tuple[int, str, str, tuple[str, ...]], list[str]] = defaultdict(list)
    for flip in found.sensitivity.flips:
        if flip.steps in steps:
            change = f"{flip.was.value}→{flip.now.value}"
            alike[flip.steps, flip.hypothesis, change, flip.leading].append(flip.address)
    for (number, hypothesis, change, leading), addresses in sorted(alike.items(), key=lambda same: same[0][0]):
        far = f", {number} steps" if number > 1 else ""
        entry = _any(found, f"{names(found.standing, [hypothesis])} {change}{far}", addresses, leading)
        yield entry._replace(goal=entry.goal._replace(hypothesis=hypothesis))


def _any(found: Found, what: str, addresses: list[str], leading: tuple[str, ...]) -> Entry:
    text, goal = rows(found.standing, addresses, what)
    return Entry(what, text if len(addresses) == 1 else f"any of {len(addresses)}", found.then(leading), goal)


# ---- several at once


def _fewest(draft: Draft, found: Found) -> None:
    """The smallest sets: of rows lost, and of cells that move one step."""
    known, case = found.sensitivity, found.standing.case
    draft.heading("The fewest that change who leads")
    if known.smallest_set:
        draft.prose(
            f"Without {counted(len(known.smallest_set))}: {found.then(known.smallest_set_leading)}.", Tone.MUTED
        )
        entries.write(draft, [Entry("without", case.items[a].text, "", Goal(a)) for a in known.smallest_set])
    else:
        draft.prose("No loss of rows changes who leads.", Tone.MUTED)
    if known.smallest_steps:
        cells = "1 cell" if len(known.smallest_steps) == 1 else f"{len(known.smallest_steps)} cells"
        draft.prose(f"With {cells} one step off: {found.then(known.smallest_steps_leading)}.", Tone.MUTED)
        made = [
            (f"{names(found.standing, [f.hypothesis])} {f.was.value}→{f.now.value}", f) for f in known.smallest_steps
        ]
        entries.write(
            draft, [Entry(what, case.items[f.address].text, "", Goal(f.address, f.hypothesis)) for what, f in made]
        )
    else:
        draft.prose("No steps of cells change who leads.", Tone.MUTED)


def _losses(draft: Draft, found: Found) -> None:
    """Sources, origins and kinds whose loss changes who leads; rows that change the adjusted lead alone."""
    known = found.sensitivity
    changing = [loss for loss in known.losses if _changes(found, loss)]
    note = "whose loss changes who leads" if changing else "no single loss changes who leads, plain or adjusted"
    draft.heading("Sources, origins and kinds", note)
    entries.write(draft, [_loss(found, loss) for loss in changing])


def _changes(found: Found, loss: Loss) -> bool:
    """Whether who leads changes; a row that changes it plain is a linchpin and stands there."""
    known = found.sensitivity
    plain, adjusted = loss.leading != known.leading, loss.leading_adjusted != known.leading_adjusted
    return adjusted and not plain if loss.what == "item" else plain or adjusted


def _loss(found: Found, loss: Loss) -> Entry:
    case = found.standing.case
    text, goal = rows(found.standing, loss.items, f"{loss.what} {loss.id}")
    about = {
        "source": case.sources[loss.id].title if loss.id in case.sources else "",
        "origin": case.origins[loss.id].who if loss.id in case.origins else "",
    }
    told = text if loss.what == "item" else ", ".join(filter(None, (counted(len(loss.items)), about.get(loss.what))))
    what = "row" if loss.what == "item" else f"{loss.what.removesuffix('s')} {loss.id}"
    return Entry(what, told, found.then(loss.leading, loss.leading_adjusted), goal)


# ---- what cannot be judged, and who may deceive


def _judged(draft: Draft, found: Found) -> None:
    """Rows without a grade one could count on, and suspects whose rows are rated a second time."""
    unjudged = found.sensitivity.ungraded
    if unjudged.items:
        draft.heading(
            "Grades that cannot be judged", "F, 6 or missing: counted as medium, here low or as high as may be"
        )
        draft.prose(_swept(found), Tone.MUTED)
        made = [
            _any(found, f"grade {s.was.value if s.was else ''}→{s.now.value if s.now else ''}", [s.id], s.leading)
            for s in unjudged.rows
        ]
        if len(unjudged.levels) > 1:
            made += [_any(found, f"grade → {level.value}", [a], unjudged.leading) for a, level in unjudged.levels]
        entries.write(draft, made)
    suspects = [suspect for suspect in found.sensitivity.deceptions if suspect.items]
    if suspects:
        draft.heading("Should they deceive", "their rows rated again as if they wanted us to believe them")
        entries.write(draft, [_deceiving(found, suspect) for suspect in suspects])


def _deceiving(found: Found, suspect: Deception) -> Entry:
    _, goal = rows(found.standing, suspect.items, f"rated again for {suspect.suspect}")
    return Entry(suspect.suspect, counted(len(suspect.items)), found.then(suspect.leading), goal)


def _swept(found: Found) -> str:
    unjudged = found.sensitivity.ungraded
    these = counted(len(unjudged.items))
    if not unjudged.changes:
        return f"Of {these}, none changes who leads, nor do several together."
    alone = f"Of {these}, {len(unjudged.rows)} by itself:" if unjudged.rows else f"Of {these}, none by itself;"
    together = f" the fewest that do together are {len(unjudged.levels)}:" if len(unjudged.levels) > 1 else ""
    return alone + together
