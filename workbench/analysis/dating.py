"""Dating: when what an item says happened, when it was reported, and in which window of time a day lies.

    event     the item's `when`; an open end reaches to the day it was reported, for nobody reports what
              is still to come
    reported  the item's `reported`, else the `published` of its source

What is known to the month or the year only, and what lasted, has a first and a last day. Whatever asks
for one day takes the last: nothing is used before it surely was there. `~`, `?` and `%` are shown to
the reader and widen nothing here, since EDTF does not say by how much.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from workbench import edtf
from workbench.edtf import Period
from workbench.model import OWN_KINDS, Case, Item

EVENT, REPORTED = "event", "reported"

CLOCKS = (EVENT, REPORTED)
"""By which dates a timeline runs."""


class Window(StrEnum):
    """How long the windows are that time is cut into."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


def period(text: str) -> Period | None:
    """The period a text stands for; `None` where it is empty, `unknown` or no date."""
    try:
        return edtf.parse(text)
    except ValueError:
        return None


def reported(case: Case, item: Item) -> date | None:
    """The day by which an item surely had been reported; `None` where nothing says so.

    Where the day its origin said it is not known, or not to its end, that of the source's publication stands.
    """
    source = case.sources.get(item.source)
    ends = (found.end for text in (item.reported, source.published if source else "") if (found := period(text)))
    return next((end for end in ends if end), None)


def happened(case: Case, item: Item) -> Period | None:
    """The time an item speaks of; `None` where it gives none."""
    found = period(item.when)
    if found is None or found.end:
        return found
    last = reported(case, item)
    return found._replace(end=max(last, found.start)) if last and found.start else found


def day(case: Case, item: Item, clock: str) -> date | None:
    """The day on which an item counts from then on, by the clock `event` or `reported`; `None` without one."""
    if clock == REPORTED:
        return reported(case, item)
    found = happened(case, item)
    return found.end if found else None


def written(case: Case, item: Item, clock: str) -> str:
    """The date that `day` takes an item's day from, as it is written; an interval's last one. Empty without one."""
    source = case.sources.get(item.source)
    texts = [item.reported, source.published if source else ""]
    if clock == EVENT:
        texts = [item.when, *texts] if period(item.when) else []
    ends = (text.rpartition("/")[2] for text in texts if (found := period(text)) and found.end)
    return next(ends, "")


def timeless(item: Item, found: object) -> bool:
    """Whether an item is our own thinking and no date was found: it is held now, and so stands from the start."""
    return item.kind in OWN_KINDS and found is None


def window(day: date, window: Window) -> tuple[str, date, date]:
    """The window a day lies in: its name (`2019`, `2019-Q2`, `2019-04`), its first and its last day."""
    months = {Window.YEAR: 12, Window.QUARTER: 3, Window.MONTH: 1}[window]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    within = {Window.YEAR: "", Window.QUARTER: f"-Q{(first.month + 2) // 3}", Window.MONTH: f"-{first.month:02}"}
    return f"{first.year:04}{within[window]}", first, _last_day(first, months)


def _last_day(first: date, months: int) -> date:
    """The last day of so many months, which do not lead into another year."""
    month = first.month + months
    return date(first.year, 12, 31) if month > 12 else date(first.year, month, 1) - timedelta(days=1)
