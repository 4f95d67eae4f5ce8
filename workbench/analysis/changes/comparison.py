"""The comparison of two sides: what changed, what that did to every answer, and which cells became contested."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.analysis.changes.contested import Contested, contested
from workbench.analysis.changes.effects import Effect, effect
from workbench.analysis.changes.leads import Unmoved, unmoved
from workbench.analysis.changes.matrices import matrices
from workbench.analysis.changes.side import NO_RENAMES, Renames, Side, Unread
from workbench.analysis.changes.things import things
from workbench.analysis.changes.values import MatrixChange, Thing


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two sides. Ids of `before` are those of `after`, renamed ones included."""

    before: Side
    after: Side
    things: tuple[Thing, ...]
    matrices: tuple[MatrixChange, ...]
    effects: tuple[Effect, ...]
    """One for each matrix whose case changed, by question and analyst."""
    contested: tuple[Contested, ...]
    """Cells that are contested now and were not."""
    settled: tuple[Contested, ...]
    """Cells that were contested and are not now, as they were."""
    unread: tuple[Unread, ...] = ()
    quiet: tuple[str, ...] = ()
    """Files that differ in nothing that is compared: comments, layout, order."""
    unmoved: tuple[Unmoved, ...] = ()
    """The matrices that nothing happened to, of the questions with an effect."""

    @property
    def asked(self) -> tuple[str, ...]:
        """The questions of which a matrix has an effect."""
        return tuple(dict.fromkeys(one.question for one in self.effects))

    @property
    def different(self) -> bool:
        """Whether anything is; a file that cannot be read on one side is not the same as on the other."""
        return bool(self.things or self.matrices or self.unread or self.quiet)


def compare(
    before: Side,
    after: Side,
    renames: Renames = NO_RENAMES,
    *,
    analyst: str = "",
    unread: tuple[Unread, ...] = (),
    quiet: tuple[str, ...] = (),
) -> Comparison:
    """Compare two sides.

    Args:
        before: one side, under the ids of the other.
        after: the other side.
        renames: which ids of `before` were others.
        analyst: whose matrices to look at; everybody's where none is named.
        unread: files that could be read on one side only.
        quiet: files that differ in bytes, of which those are kept that no change stands in.
    """
    changed = tuple(things(before, after, renames))
    rated = tuple(matrices(before, after))
    asked = sorted({*before.matrices, *after.matrices})
    each = (effect(before, after, q, who) for q, who in asked if analyst in {"", who})
    effects = tuple(found for found in each if found)
    now, was = _contested(after), _contested(before)
    spoken = {_path(thing) for thing in changed} | {f"matrices/{m.question}/{m.analyst}.yaml" for m in rated}
    return Comparison(
        before=before,
        after=after,
        things=changed,
        matrices=tuple(m for m in rated if analyst in {"", m.analyst}),
        effects=effects,
        contested=tuple(cell for key, cell in now.items() if key not in was),
        settled=tuple(cell for key, cell in was.items() if key not in now),
        unread=unread,
        quiet=tuple(path for path in quiet if path not in spoken),
        unmoved=unmoved(after, effects, analyst),
    )


def _contested(side: Side) -> dict[tuple[str, str, str], Contested]:
    return {(q, *cell): found for q in side.questions for cell, found in contested(side, q).items()}


def _path(thing: Thing) -> str:
    """The file that a thing stands in."""
    if thing.question:
        return f"hypotheses/{thing.question}.yaml"
    if thing.kind == "origin":
        return "evidence/origins.yaml"
    return f"evidence/{thing.id.partition('/')[0]}.yaml"
