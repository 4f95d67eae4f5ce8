"""The tables of several analysts: points, ranks and likelihoods, a row for each analyst and one for all together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from workbench.analysis import ranking
from workbench.analysis.agreement import Orders
from workbench.analysis.coverage import Coverage
from workbench.analysis.methods import DEFAULT
from workbench.analysis.standing import Standing
from workbench.model import OTHER
from workbench.report.document import Align, Band, Cell, Column, Line, Table, Tone
from workbench.report.slicepage import hypothesis_columns
from workbench.report.slicewords import points_cells

MEDIAN = "median"
"""Stands where an analyst's id stands: nobody rated so."""

_WHO = Column("analyst", stub=True)


def points(orders: Orders) -> Table:
    """Weighted points of every hypothesis, with how many cells are unrated."""
    columns = (_WHO, Column("unrated", align=Align.RIGHT), *hypothesis_columns(orders.team.case.hypotheses))
    lines = tuple(_points(analyst, own) for analyst, own in orders.each.items())
    return Table("points by analyst", columns, (Band("", lines), Band("", (_points(MEDIAN, orders.team),))))


def _points(who: str, standing: Standing) -> Line:
    result = standing.methods[DEFAULT]
    coverage = Coverage(standing.rows, standing.bears_on, standing.contradicts)
    unrated = Cell(str(standing.unrated) if standing.unrated else "")
    return Line((Cell(who), unrated, *points_cells(result.scores, coverage, result.leading)), name=who)


def ranks(orders: Orders) -> Table:
    """The rank of every hypothesis by these points."""
    columns = (_WHO, *hypothesis_columns(orders.team.case.hypotheses))
    lines = tuple(_ranks(analyst, own) for analyst, own in orders.each.items())
    return Table("ranks by analyst", columns, (Band("", lines), Band("", (_ranks(MEDIAN, orders.team),))))


def _ranks(who: str, standing: Standing) -> Line:
    result = standing.methods[DEFAULT]
    cells = (
        Cell(ranking.label(result.ranks, h), Tone.LEADING if h in result.leading else Tone.PLAIN) for h in result.ranks
    )
    return Line((Cell(who), *cells), name=who)


def likelihoods(orders: Orders) -> Table:
    """Each set as it is pooled, in per cent, and the mean of them."""
    pooled = orders.pooled
    columns = (_WHO, *hypothesis_columns(orders.team.case.hypotheses), Column(OTHER, align=Align.RIGHT))
    lines = tuple(Line((Cell(who), *_shares(shares)), name=who) for who, shares in pooled.each.items())
    mean = (Band("", (Line((Cell("mean"), *_shares(pooled.shares)), name="mean"),)),) if pooled.shares else ()
    return Table("likelihoods by analyst", columns, (Band("", lines), *mean))


def _shares(shares: Mapping[str, Fraction]) -> Iterator[Cell]:
    return (Cell(f"{float(100 * share):.1f}") for share in shares.values())
