"""Slices: the same scores within a tag, a period, a source, an origin or a kind.

Each slice is scored as if its rows were the whole matrix: points, ranks, coverage and who counts as
tested come from them alone. An item with several values is in several slices, one with none in none;
both are named. By period there is a slice for each window of time in which some row begins or ends,
and a row is in every one that it overlaps.

    named leaders  those of a slice's leading set that are not little tested in it, where the slice puts
                   some tested hypothesis behind
    leaders differ there are slices that name leaders, and no hypothesis is among the leaders of all of them

Source: this workbench's rule. It ignores how few rows a slice has beyond calling what hardly anything
bears on little tested, and that slices share rows. A slice drawn by what a hypothesis claims gives that
hypothesis back, which is a tautology and no finding.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from workbench.analysis import dating
from workbench.analysis.dating import Window
from workbench.analysis.methods import DEFAULT
from workbench.analysis.narrowing import FIELDS, KIND, PERIOD, values
from workbench.analysis.setting import part
from workbench.analysis.standing import Standing, standing
from workbench.model import Case, Kind

Groups = Mapping[str, tuple[str, ...]]
"""Addresses of rows by what they have in common."""


class Slice(NamedTuple):
    """Some of the rows, with where the hypotheses stand by them alone. `rows` are unparked, in file order."""

    value: str
    rows: tuple[str, ...]
    standing: Standing

    @property
    def leading(self) -> tuple[str, ...]:
        """Who leads in it by weighted points; empty where nothing is tested."""
        return self.standing.methods[DEFAULT].leading

    @property
    def leaders(self) -> tuple[str, ...]:
        """Whom it names: who leads and is not little tested, where some tested hypothesis is behind."""
        found = self.standing
        if len(self.leading) == len(found.bears_on) - len(found.not_tested):
            return ()
        return tuple(h for h in self.leading if h not in found.little_tested)


@dataclass(frozen=True, slots=True)
class Slices:
    """A matrix cut into slices.

    `standing` is that of all its rows, `by` what they were cut by, `window` how long the windows are
    where they were cut by time, else empty. `without` are unparked rows that are in no slice,
    `several` those in more than one.
    """

    standing: Standing
    by: str
    slices: tuple[Slice, ...]
    without: tuple[str, ...]
    several: tuple[str, ...]
    window: str = ""

    @property
    def agreed(self) -> tuple[str, ...]:
        """Those among the leaders of every slice that names leaders; empty where none does."""
        named = [set(one.leaders) for one in self.slices if one.leaders]
        common = set.intersection(*named) if named else set()
        return tuple(h for h in self.standing.bears_on if h in common)

    @property
    def differ(self) -> bool:
        """Whether slices name different leaders."""
        return any(one.leaders for one in self.slices) and not self.agreed


def known(case: Case) -> tuple[str, ...]:
    """What the rows of a case can be sliced by: the tags they carry, and the fields that tell some of them apart."""
    items = [item for item, _ in case.rows]
    tags = sorted({tag for item in items for tag, given in item.tags.items() if given} - {*FIELDS})
    carried = {by for by in FIELDS if by != PERIOD and any(values(item, by) for item in items)}
    if any(dating.happened(case, item) for item in items):
        carried.add(PERIOD)
    return (*tags, *(by for by in FIELDS if by in carried))


def slices(standing: Standing, by: str, window: Window = Window.YEAR) -> Slices:
    """The slices of a matrix by one of `known`; none where no row carries it.

    Args:
        standing: of the case to cut.
        by: the name of a tag, or `source`, `origin`, `kind` or `period`.
        window: how long the slices by period are; says nothing for the others.
    """
    if by == PERIOD:
        return sliced(standing, by, by_period(standing.case, window), window)
    return sliced(standing, by, _by_value(standing.case, by))


def sliced(standing: Standing, by: str, groups: Groups, window: str = "") -> Slices:
    """A matrix cut into these groups of its unparked rows, in their order."""
    times = dict.fromkeys((item.address for item, _ in standing.case.rows), 0)
    for rows in groups.values():
        for address in rows:
            times[address] += 1
    return Slices(
        standing=standing,
        by=by,
        slices=tuple(Slice(value, rows, _within(standing, rows)) for value, rows in groups.items()),
        without=tuple(address for address, n in times.items() if not n),
        several=tuple(address for address, n in times.items() if n > 1),
        window=window,
    )


def _within(whole: Standing, rows: Iterable[str]) -> Standing:
    """Where the hypotheses stand by these rows alone; who speaks in them is known from the whole."""
    items = {address: whole.case.items[address] for address in rows}
    return standing(replace(whole.case, items=items, narrowed=None), part(whole.setting, items))


def _by_value(case: Case, by: str) -> Groups:
    """By what the items have of a field or tag: kinds in their order, all else by code points."""
    groups: dict[str, list[str]] = {}
    for item, _ in case.rows:
        for value in values(item, by):
            groups.setdefault(value, []).append(item.address)
    order = [kind.value for kind in Kind] if by == KIND else sorted(groups)
    return {value: tuple(groups[value]) for value in order if value in groups}


def by_period(case: Case, window: Window) -> Groups:
    """By the time the items speak of, in windows, earliest first.

    A window in which nothing begins or ends holds only rows that run on through it, and is left out.
    """
    found = [(item.address, dating.happened(case, item)) for item, _ in case.rows]
    dated = [(address, period) for address, period in found if period]
    windows = sorted({dating.window(day, window)[1:] for _, p in dated for day in (p.start, p.end) if day})
    first, last = [start for start, _ in windows], [end for _, end in windows]
    groups: list[list[str]] = [[] for _ in windows]
    for address, period in dated:
        begins = bisect_left(last, period.start) if period.start else 0
        ends = bisect_right(first, period.end) if period.end else len(windows)
        for rows in groups[begins:ends]:
            rows.append(address)
    return {dating.window(start, window)[0]: tuple(rows) for start, rows in zip(first, groups, strict=True)}
