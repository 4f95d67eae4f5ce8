"""The rules of the files, asked about pasted lines before anything is written: each fault goes to its line."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model import Finding
from workbench.model.case import normal
from workbench.pasting.lines import Pasted, RefusedLine, TakenLine
from workbench.workspace.authoring import Author
from workbench.workspace.authoring_outcomes import Done, Refused

TOLD_TWICE = "C044"
"""The finding that two items share a text: asked last, since the other of the two may be refused for itself."""

MARKED_HIGHER = "C022"
"""The finding that a source is marked lower than its items."""

MOST_ASKED = 60
"""So often the rules are asked at most to find the line that a fault comes from."""


def foreseen(author: Author, given: Pasted) -> tuple[Pasted, Done | Refused]:
    """What can be written of pasted lines, and what would come of it. Nothing is written.

    Returns:
        The lines, of which those are refused that the rules of the files (`ach check`) would find fault with, and the
        outcome of writing the others. That is a refusal where it is not a line that keeps them from being written: a
        file that cannot be read, for instance.
    """
    left = given
    while left.taken:
        outcome = author.foreseen(*left.changes)
        if isinstance(outcome, Done):
            faults = _said_twice(left.taken)
        else:
            alone = [finding for finding in outcome.found if finding.code != TOLD_TWICE]
            faults = _by_line(left.taken, alone) or _by_line(left.taken, outcome.found)
            faults = faults or _sought(author, left, outcome)
        if not faults:
            return left, outcome
        left = left.without(faults)
    return left, Done(())


def _said_twice(taken: Sequence[TakenLine]) -> list[RefusedLine]:
    """The lines whose text an earlier one of the same source has."""
    first: dict[tuple[str, str], int] = {}
    for one in taken:
        first.setdefault((one.item.source, normal(one.item.text)), one.line)
    earlier = ((one.line, first[one.item.source, normal(one.item.text)]) for one in taken)
    return [
        RefusedLine(line, f"line {there} has the same text", "leave the line out")
        for line, there in earlier
        if there < line
    ]


def _by_line(taken: Sequence[TakenLine], found: Sequence[Finding]) -> list[RefusedLine]:
    """The lines whose items these findings are about, each with the first of them."""
    lines = {(f"evidence/{one.item.source}.yaml", one.item.id): one.line for one in taken}
    refused: dict[int, RefusedLine] = {}
    for finding in found:
        of_item = finding.keys[:1] == ("items",) and len(finding.keys) > 1
        line = lines.get((finding.path, str(finding.keys[1]))) if of_item else None
        if line is not None and not finding.note:
            refused.setdefault(line, RefusedLine(line, finding.message, finding.remedy))
    return list(refused.values())


def _sought(author: Author, given: Pasted, refused: Refused) -> list[RefusedLine]:
    """The lines that a fault in another place comes from, found by halving; none where no line is at fault.

    A marking higher than that of the source is such a fault: it is found at the source. So lines are first told
    apart by their marking, and all of a marking are refused together.
    """
    asked = 0
    culprits: list[RefusedLine] = []
    good: tuple[TakenLine, ...] = ()
    marked: dict[str, list[TakenLine]] = {}
    for one in given.taken if refused.found else ():
        marked.setdefault(one.item.marking, []).append(one)
    halves = [tuple(lines) for _, lines in sorted(marked.items(), reverse=True)]
    while halves and asked < MOST_ASKED:
        some = halves.pop()
        asked += 1
        outcome = author.foreseen(*given._replace(taken=(*good, *some)).changes)
        if isinstance(outcome, Done):
            good = (*good, *some)
        elif len(some) == 1 or {finding.code for finding in outcome.found} == {MARKED_HIGHER}:
            culprits += [RefusedLine(one.line, outcome.sentence, outcome.remedy) for one in some]
        else:
            middle = len(some) // 2
            halves += [some[middle:], some[:middle]]
    if halves:  # the rest was not looked at: better refused in words than written by halves
        culprits += [RefusedLine(one.line, refused.sentence, refused.remedy) for some in halves for one in some]
    return culprits
