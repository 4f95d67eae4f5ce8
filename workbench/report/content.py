"""What the matrix document says: every number, word and order settled once, before any format.

Formats differ in how they show it, never in what: they all take it from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from workbench.analysis import points, ranking
from workbench.analysis.answer import Answer, answer
from workbench.analysis.arrangement import DEFAULT_SORT, arranged
from workbench.analysis.blocks import Block
from workbench.analysis.diagnosticity import INDICES, Index
from workbench.analysis.marks import Mark, MarkKind, marks
from workbench.analysis.methods import SIDE_BY_SIDE
from workbench.analysis.older import History, Rewording, rewordings
from workbench.analysis.standing import RowStanding, Standing
from workbench.model import Case, Hypothesis, Item, Origin, Rating, Source, Status
from workbench.report import wording


@dataclass(frozen=True, slots=True)
class Score:
    """A hypothesis with all that is computed for it; points by method name, as text.

    `ranks` are labels: `1`, `1=` where shared, `–` where not tested.
    """

    hypothesis: Hypothesis
    points: Mapping[str, str]
    adjusted: Mapping[str, str]
    ranks: Mapping[str, str]
    bears_on: int
    contradicts: int
    coverage: float
    leads: frozenset[str]
    """The methods under which it leads, alone or with others."""
    tested: str
    """`not tested`, `little tested`, or nothing."""

    def remark(self, method: str) -> str:
        """What to know of it beside its points under a method: whether it leads, and whether it was tested."""
        return ", ".join(filter(None, ("leads" if method in self.leads else "", self.tested)))

    @property
    def share(self) -> str:
        """Coverage in whole per cent."""
        return f"{self.coverage:.0%}"


@dataclass(frozen=True, slots=True)
class Row:
    """An item in the matrix. `number` counts the rows as they are printed, from 1."""

    number: int
    item: Item
    standing: RowStanding
    marks: tuple[Mark, ...]
    """All but the one that the grade shows by its star."""
    ratings: Mapping[str, Rating]
    reasons: Mapping[str, str]
    told: str
    """By how much it tells hypotheses apart, where rows are sorted by such an index: '0.256 bits'."""
    reworded: tuple[Rewording, ...] = ()
    """Of a stale row, what read otherwise when it was rated, where that is known."""

    @property
    def grade(self) -> str:
        """The Admiralty grade the row stands on; `own` for our own thinking.

        A star says that it cannot be judged, an exclamation mark that it is contested.
        """
        return f"{self.standing.grade}{'*' if self.standing.grade.marked else ''}{'!' if self.contested else ''}"

    @property
    def contested(self) -> bool:
        """Whether an analyst grades the item otherwise than its file does."""
        return any(mark.kind is MarkKind.CONTESTED for mark in self.marks)

    @property
    def weight(self) -> str:
        """How often an inconsistency in this row counts: 0.5, 0.71, 1, 1.41 or 2."""
        return points.weighted(1, self.standing.weight.exponent).text(2)


@dataclass(frozen=True, slots=True)
class Content:
    """Everything in the document of one matrix. `bands` are the three blocks; empty ones are left out."""

    case: Case
    standing: Standing
    program: str
    sort: str
    """The order of the rows within their blocks: `decides`, or a name in `arrangement.SORTS`."""
    scores: tuple[Score, ...]
    others: tuple[Hypothesis, ...]
    """Hypotheses that are no columns: parked, merged, rejected."""
    bands: Mapping[Block, tuple[Row, ...]]
    parked: tuple[tuple[Item, str], ...]
    """Items out of the matrix, each with the reason."""
    sources: tuple[Source, ...]
    origins: tuple[Origin, ...]
    numbers: Mapping[str, int]
    """The number of each row, by address."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they are printed."""
        return tuple(row for band in self.bands.values() for row in band)

    answer: Answer
    """The answer in words, with what it rests on, and what its reader needs to know besides."""

    @property
    def stale(self) -> tuple[str, ...]:
        """The addresses of the rows that were rated against another wording."""
        return tuple(row.item.address for row in self.rows if any(m.kind is MarkKind.STALE for m in row.marks))

    def reread(self, history: History) -> Content:
        """With what its stale rows were rated against, which is asked only where there are some."""
        if not self.stale:
            return self
        older = history(self.case, self.stale)
        bands = {
            block: tuple(replace(row, reworded=rewordings(self.case, row.item.address, older)) for row in rows)
            for block, rows in self.bands.items()
        }
        return replace(self, bands=bands)

    @property
    def headline(self) -> str:
        """The answer in a sentence or two; first of all, whether the matrix is complete."""
        return wording.answered(self.standing, self.answer.headline)


def matrix_content(standing: Standing, *, program: str, sort: str = DEFAULT_SORT) -> Content:
    """Settle what the document of a matrix says.

    Args:
        standing: of the case that is printed.
        sort: the order of the rows within their blocks, one of `arrangement.SORTS`.
        program: name and version of this program.
    """
    case = standing.case
    bands = _bands(standing, sort)
    used = list(case.items.values())
    return Content(
        case=case,
        standing=standing,
        program=program,
        sort=sort,
        scores=_scores(standing),
        others=tuple(h for h in case.question.hypotheses.values() if h.status is not Status.ACTIVE),
        bands=bands,
        parked=tuple((i, case.matrix.note(i.address).parked) for i in used if case.parked(i.address)),
        sources=tuple(case.sources[s] for s in dict.fromkeys(i.source for i in used) if s in case.sources),
        origins=tuple(case.origins[o] for o in dict.fromkeys(o for i in used for o in i.origins) if o in case.origins),
        numbers={row.item.address: row.number for rows in bands.values() for row in rows},
        answer=answer(standing),
    )


def _scores(standing: Standing) -> tuple[Score, ...]:
    shown = _texts(standing)
    return tuple(
        Score(
            hypothesis=h,
            points={m: shown[m, "plain"][h.id] for m in SIDE_BY_SIDE},
            adjusted={m: shown[m, "adjusted"][h.id] for m in SIDE_BY_SIDE},
            ranks={m: ranking.label(standing.methods[m].ranks, h.id) for m in SIDE_BY_SIDE},
            bears_on=standing.bears_on[h.id],
            contradicts=standing.contradicts[h.id],
            coverage=standing.coverage[h.id],
            leads=frozenset(m for m, result in standing.methods.items() if h.id in result.leading),
            tested=_tested(standing, h.id),
        )
        for h in standing.case.hypotheses
    )


def _texts(standing: Standing) -> dict[tuple[str, str], dict[str, str]]:
    """Points as they are printed, with as many decimals as keep unequal ones of a column apart."""
    totals = {
        (name, kind): of
        for name, result in standing.methods.items()
        for kind, of in (("plain", result.scores), ("adjusted", result.adjusted))
    }
    return {key: points.texts(of) for key, of in totals.items()}


def _tested(standing: Standing, hypothesis: str) -> str:
    if hypothesis in standing.not_tested:
        return "not tested"
    return "little tested" if hypothesis in standing.little_tested else ""


def _bands(standing: Standing, sort: str) -> dict[Block, tuple[Row, ...]]:
    bands: dict[Block, tuple[Row, ...]] = {}
    number = 1
    for block, addresses in arranged(standing, sort).items():
        if addresses:
            rows = enumerate(addresses, start=number)
            bands[block] = tuple(_row(standing, address, n, INDICES.get(sort)) for n, address in rows)
            number += len(addresses)
    return bands


def _row(standing: Standing, address: str, number: int, index: Index | None) -> Row:
    case = standing.case
    active = [h.id for h in case.hypotheses]
    ratings, because = case.matrix.row(address).ratings, case.matrix.note(address).because
    return Row(
        number=number,
        item=case.items[address],
        standing=standing.row(address),
        marks=tuple(mark for mark in marks(standing, address) if mark.kind is not MarkKind.UNJUDGED),
        ratings={h: ratings[h] for h in active if h in ratings},
        reasons={h: because[h] for h in active if h in because},
        told=_told(index, ratings.values()) if index else "",
    )


def _told(index: Index, ratings: Iterable[Rating]) -> str:
    number = f"{index.of(ratings):.3g}"
    return f"{number} {index.unit.removesuffix('s') if number == '1' else index.unit}"
