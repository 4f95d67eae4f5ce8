"""What is said of slices: whether they name different leaders, and the points of a hypothesis with its signs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.analysis import points, ranking
from workbench.analysis.coverage import Coverage
from workbench.analysis.names import names as called
from workbench.analysis.narrowing import counted
from workbench.analysis.points import Points
from workbench.analysis.slices import Slice, Slices
from workbench.analysis.standing import Standing
from workbench.report.document import Cell, Tone

LEADS, LITTLE = "◆", "!"
"""Stand before the points of a hypothesis that leads, and of one that is little tested."""

SIGNS = (
    f"{LEADS} leads; {LITTLE} little tested: fewer than half as many rows bear on it as on the best-covered; "
    f"{ranking.NO_RANK} not tested: nothing bears on it"
)

DIFFER = "Slices name different leaders: does the question need splitting?"

TAUTOLOGY = "A slice drawn by what a hypothesis claims gives that hypothesis back: that is a tautology, not a finding."

FEW = (
    "Each slice is scored as if its rows were all there is. Few rows mean few points, and one row may make a leader: "
    "read the number of rows first."
)


def verdict(found: Slices) -> str:
    """Whether slices name different leaders, in a sentence."""
    naming = [one for one in found.slices if one.leaders]
    if found.differ:
        least = min(naming, key=lambda one: len(one.rows))
        return f"{DIFFER} The smallest that names any, {least.value}, has {counted(len(least.rows))}."
    if not naming:
        return "No slice names a leader."
    leaders = names(found.standing, found.agreed)
    if len(naming) == 1:
        return _only(naming[0], found)
    among = agreeing(found)
    return f"By weighted points {leaders} {among} in each of the {len(naming)} slices that name a leader."


def agreeing(found: Slices) -> str:
    """What those do who are among the leaders of every slice that names any."""
    if len(found.agreed) > 1:
        return "are among those who lead"
    alone = [one for one in found.slices if one.leaders and len(one.leading) == 1]
    if not alone:
        return "ties for the lead, never alone,"
    return "leads" if len(alone) == sum(bool(one.leaders) for one in found.slices) else "leads or ties for the lead"


def _only(one: Slice, found: Slices) -> str:
    """The one slice that names a leader, with its size, and with those little tested who are level there."""
    rows = f"{len(one.rows)} of {counted(found.standing.rows)}"
    little = [h for h in one.leading if h not in one.leaders]
    level = f", level with {names(found.standing, little, little)}" if little else ""
    return f"Only one slice names a leader, {one.value} ({rows}): {names(found.standing, one.leaders)}{level}."


def names(standing: Standing, hypotheses: Sequence[str], little: Sequence[str] = ()) -> str:
    """The names of some hypotheses, one at least, as a list in words; those little tested are marked."""
    known = called(standing.case)
    *most, last = [known[h] + (" (little tested)" if h in little else "") for h in hypotheses]
    return f"{', '.join(most)} and {last}" if most else last


def points_cells(scores: Mapping[str, Points], coverage: Coverage, leading: Sequence[str]) -> Iterator[Cell]:
    """The points of each hypothesis with its signs; a dash for one that is not tested."""
    shown, untested, little = points.texts(scores), set(coverage.not_tested), set(coverage.little_tested)
    for hypothesis, text in shown.items():
        signs = LEADS * (hypothesis in leading) + LITTLE * (hypothesis in little)
        tone = Tone.LEADING if hypothesis in leading else Tone.PLAIN
        yield Cell(ranking.NO_RANK if hypothesis in untested else f"{signs} {text}".strip(), tone)
