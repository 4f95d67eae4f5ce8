"""What the report says: every analysis made once, before any of its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from workbench.analysis.changes import Comparison
from workbench.analysis.dating import CLOCKS, Window
from workbench.analysis.heuer.assumptions import OwnRow, assumptions
from workbench.analysis.heuer.columns import Column, column
from workbench.analysis.heuer.estimative import ICD_203, YARDSTICKS, Yardstick
from workbench.analysis.heuer.indicators import Watched, watched
from workbench.analysis.heuer.suspects import Suspect, suspects
from workbench.analysis.older import History
from workbench.analysis.slices import Slices, known, slices
from workbench.analysis.sourcebase import SourceBase, source_base
from workbench.analysis.standing import Standing
from workbench.analysis.timeline import Timeline, timeline
from workbench.model import OTHER, Case, Hypothesis, Judgement
from workbench.report.comparecontent import Compared
from workbench.report.content import Content, matrix_content
from workbench.report.sensitivitycontent import SensitivityContent, sensitivity_content

NO_JUDGEMENT = Judgement()

Tell = Callable[[str], None]
"""Is told what is done next, in a word or two, and nothing at the end."""


@dataclass(frozen=True, slots=True)
class ReportContent:
    """Everything in the report of one matrix. `words` is the standard that gives likelihoods their words."""

    standing: Standing = field(repr=False)
    program: str
    words: Yardstick
    matrix: Content = field(repr=False)
    sensitivity: SensitivityContent = field(repr=False)
    columns: Mapping[str, Column]
    """Each hypothesis with what contradicts it, in the order in which they are told: see `_told`."""
    suspects: tuple[Suspect, ...]
    """The sources and origins that are suspected, and those without whom others lead."""
    slices: tuple[Slices, ...]
    """By everything that cuts the rows into several slices."""
    timelines: tuple[Timeline, ...]
    assumptions: tuple[OwnRow, ...]
    watched: tuple[Watched, ...]
    base: SourceBase
    compared: Compared | None
    """Several analysts, where there are, as the reader may see them."""
    since: Comparison | None
    """What changed since a revision, where that was asked for."""
    day: date | None
    """The day of the files, by which an indicator is overdue; none where it is not known."""
    rated_since: int | None = None
    """Of a stale judgement: how many ratings changed since it was written, where that is known."""

    @property
    def case(self) -> Case:
        """The case that is reported."""
        return self.standing.case

    @property
    def judged(self) -> Judgement:
        """The analyst's judgement; an empty one where none is written."""
        return self.case.matrix.judgement or NO_JUDGEMENT

    @property
    def likelihood(self) -> dict[str, float]:
        """Shares in per cent of the active hypotheses and of `other`, in the order in which they are told."""
        given = self.judged.likelihood
        return {h: given[h] for h in (*self.columns, OTHER) if h in given}

    @property
    def hypotheses(self) -> tuple[Hypothesis, ...]:
        """The active hypotheses in the order in which they are told."""
        return tuple(self.case.question.hypotheses[h] for h in self.columns)

    def name(self, hypothesis: str) -> str:
        """What a hypothesis is called; `other` in words."""
        return "any other answer" if hypothesis == OTHER else self.standing.setting.names[hypothesis]

    def row(self, address: str) -> str:
        """'row 3', as the matrix numbers it; the address where it is not in the matrix."""
        number = self.matrix.numbers.get(address)
        return f"row {number}" if number else address

    def rows(self, addresses: Iterable[str]) -> str:
        """'row 3', 'rows 3, 4 and 9 more'; see `row`."""
        numbers = sorted(self.matrix.numbers[a] for a in addresses if a in self.matrix.numbers)
        shown = ", ".join(map(str, numbers[:ROWS]))
        more = f" and {len(numbers) - ROWS} more" if len(numbers) > ROWS else ""
        return f"{'row' if len(numbers) == 1 else 'rows'} {shown}{more}"


ROWS = 12
"""Numbers of rows that stand in a sentence at most."""


def report_content(
    standing: Standing,
    *,
    program: str,
    words: str = ICD_203.name,
    compared: Compared | None = None,
    since: Comparison | None = None,
    day: date | None = None,
    history: History | None = None,
    rated_since: int | None = None,
    tell: Tell = lambda _: None,
) -> ReportContent:
    """Make every analysis the report is written from. Loads numpy.

    Args:
        standing: of the case.
        program: name and version of this program.
        words: the name of a yardstick.
        compared: several analysts of the question as the reader may see them.
        since: what changed since a revision, of this question at least.
        day: of the files.
        history: is asked what stale rows were rated against, where there are some.
        rated_since: how many ratings changed since a stale judgement was written, where that is known.
        tell: is told what takes its time.

    Raises:
        KeyError: there is no such yardstick.
    """
    tell("matrix")
    matrix = matrix_content(standing, program=program)
    matrix = matrix.reread(history) if history else matrix
    tell("sensitivity")
    return ReportContent(
        standing=standing,
        program=program,
        words=YARDSTICKS[words],
        matrix=matrix,
        sensitivity=sensitivity_content(standing, named=True),
        columns={one.hypothesis: one for one in _told(standing)},
        suspects=suspects(standing),
        slices=tuple(_slices(standing, tell)),
        timelines=tuple(timeline(standing, clock) for clock in CLOCKS),
        assumptions=assumptions(standing),
        watched=watched(standing.case, day or date.min),
        base=source_base(standing),
        compared=compared,
        since=since,
        day=day,
        rated_since=rated_since,
    )


def _told(standing: Standing) -> list[Column]:
    """The hypotheses: the likeliest first where they are judged, else by computed rank, those without one last."""
    columns = [column(standing, h.id) for h in standing.case.hypotheses]
    return sorted(columns, key=lambda one: (-(one.likelihood or 0), one.rank is None, one.rank or 0))


def _slices(standing: Standing, tell: Tell) -> Iterable[Slices]:
    for by in known(standing.case):
        tell(f"slices by {by}")
        found = slices(standing, by, Window.YEAR)
        if len(found.slices) > 1:
            yield found
