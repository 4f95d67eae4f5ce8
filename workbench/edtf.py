"""Dates as evidence gives them: a day, a month or a year, roughly, perhaps, or from one to another.

A small part of EDTF (Extended Date/Time Format, ISO 8601-2:2019): level 0 dates without a time of day,
each with `?` (uncertain), `~` (approximate) or `%` (both), and intervals, open at either end.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")

_OPEN = {"", ".."}

_MARKED = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}
"""What stands before a date in words."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_FORMS = "write 2019, 2019-07 or 2019-07-29, each with ? ~ or % after it, or two of them as 2019-07/2019-09"


class Period(NamedTuple):
    """A stretch of days. `start` and `end` are its first and last day; `None` is open or unknown.

    `text` is what the author wrote. `approximate` (`~`, `%`) and `uncertain` (`?`, `%`) hold where either end says so.
    """

    start: date | None
    end: date | None
    text: str
    approximate: bool = False
    uncertain: bool = False

    def overlaps(self, other: Period) -> bool:
        """Whether the two have a day in common; an open end reaches any day."""
        return _reaches(self.start, other.end) and _reaches(other.start, self.end)


def _reaches(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start <= end


def parse(text: str) -> Period:
    """The period a text stands for: `2019`, `2019-07~`, `2019-07-29?`, `2019/2020-03`, `../2019`, `2019/..`, `2019/`.

    An end that is missing or `..` is open. The word `unknown` is no date: what it means is up to the field.

    Raises:
        ValueError: the text is none of these; the message is a sentence that quotes it and says what to write.
    """
    first, slash, last = text.partition("/")
    if not slash:
        return _single(text, text)
    if "/" in last:
        raise ValueError(f"'{text}' is not a date: it has more than one slash; {_FORMS}")
    if {first, last} <= _OPEN:
        raise ValueError(f"'{text}' is not a date: it is open at both ends; {_FORMS}")
    return _interval(first, last, text)


def worded(text: str) -> str:
    """A date as a sentence says it, no finer than it is known; a text that is none stays as it is.

    '29 July 2019', 'about December 2022' (`~`), 'perhaps 2019' (`?`), '2017 to 2019', 'from 2019 on', 'until 2019'.
    """
    try:
        parse(text)
    except ValueError:
        return text
    first, slash, last = text.partition("/")
    if first in _OPEN and slash:
        return f"until {_said(last)}"
    if last in _OPEN and slash:
        return f"from {_said(first)} on"
    return f"{_said(first)} to {_said(last)}" if slash and last != first else _said(first)


def _said(part: str) -> str:
    """A date in words, the day before the month before the year."""
    mark = part[-1] if part[-1] in _MARKED else ""
    year, *rest = part.removesuffix(mark).split("-")
    parts = [year.lstrip("0"), *(_MONTHS[int(month) - 1] for month in rest[:1]), *(f"{int(day)}" for day in rest[1:])]
    return _MARKED.get(mark, "") + " ".join(reversed(parts))


def _interval(first: str, last: str, text: str) -> Period:
    given = {end: _single(end, text) for end in (first, last) if end not in _OPEN}
    start = given[first].start if first in given else None
    end = given[last].end if last in given else None
    if not _reaches(start, end):
        raise ValueError(f"'{text}' is not a period: it ends before it begins; put the earlier date first")
    approximate = any(part.approximate for part in given.values())
    return Period(start, end, text, approximate, uncertain=any(part.uncertain for part in given.values()))


def _single(part: str, text: str) -> Period:
    found = _DATE.fullmatch(part)
    if found is None:
        raise ValueError(f"'{text}' is not a date; {_FORMS}")
    year, month, day, mark = found.groups()
    first, last = _days(int(year), int(month) if month else None, int(day) if day else None, text)
    return Period(first, last, text, approximate=mark in {"~", "%"}, uncertain=mark in {"?", "%"})


def _days(year: int, month: int | None, day: int | None, text: str) -> tuple[date, date]:
    """First and last day of a year, a month of it or a day of that."""
    if year == 0:
        raise ValueError(f"'{text}' is not a date: there is no year 0; {_FORMS}")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise ValueError(f"'{text}' is not a date: there is no month {month:02}; {_FORMS}")
    last = _last_day(year, month)
    if day is None:
        return date(year, month, 1), last
    if not 1 <= day <= last.day:
        raise ValueError(f"'{text}' is not a date: {year:04}-{month:02} has no day {day:02}; {_FORMS}")
    return date(year, month, day), date(year, month, day)


def _last_day(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)
