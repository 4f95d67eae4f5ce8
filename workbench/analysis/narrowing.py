"""Narrowing: a case with some of its rows only: those of a slice, or those reported by some date.

    slice   the item has the value: of `source`, `origin`, `kind` or any tag; for `period` the time it
            speaks of overlaps the one asked for
    as of   it had been reported by the end of the day, month or year (see `dating`)

What is left out is in no score. Whose voice a row speaks with is found with all items in view: what
retells something outside, or has it from the same origin, is still one voice. A first teller outside
is not in the matrix, so that its retellings inside speak for it, once.

Our own assumptions and arguments without a date stay in every case as of a date: we hold them now, and
the question is what today's thinking would have made of the evidence there was. They may know what
came later, and a remark says so. Reports without a date are left out and named. All of this ignores
that hypotheses, ratings and grades were made with hindsight too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from workbench import edtf
from workbench.analysis import dating
from workbench.model import Case, Condition, Item, Narrowed, Narrowing

SOURCE, ORIGIN, KIND, PERIOD = "source", "origin", "kind", "period"

FIELDS = (PERIOD, SOURCE, ORIGIN, KIND)
"""What every item can be sliced by beside its tags; these words go before a tag of the same name."""

NAMED = 40
"""Rows that a sentence names at most; JSON has all of them."""

Test = Callable[[Item], bool | None]
"""Whether an item meets a condition; `None` where it has no date to tell by."""


def values(item: Item, by: str) -> tuple[str, ...]:
    """What an item has of `source`, `origin`, `kind` or a tag, each value once."""
    match by:
        case "source":
            return (item.source,)
        case "origin":
            return tuple(dict.fromkeys(item.origins))
        case "kind":
            return (item.kind.value,)
    return tuple(dict.fromkeys(item.tags.get(by, ())))


def narrowed(case: Case, to: Narrowing) -> Case:
    """The case with only the items that meet every condition; the very case where there is none.

    Raises:
        ValueError: a date or a period in `to` is none; the message is a sentence.
    """
    if not (to.conditions or to.as_of):
        return case
    tests = list(_tests(case, to))
    found = {address: [meets(item) for meets in tests] for address, item in case.items.items()}
    items = {address: case.items[address] for address, met in found.items() if all(met)}
    undated = tuple(address for address, met in found.items() if None in met and False not in met)
    return _within(case, items, to, undated)


def _tests(case: Case, to: Narrowing) -> Iterator[Test]:
    for condition in to.conditions:
        if condition.by == PERIOD:
            yield partial(_overlaps, case, edtf.parse(condition.value))
        else:
            yield partial(_has, condition)
    if to.as_of:
        yield partial(_was_reported, case, edtf.parse(to.as_of).end)


def _has(condition: Condition, item: Item) -> bool:
    return condition.value in values(item, condition.by)


def _overlaps(case: Case, wanted: edtf.Period, item: Item) -> bool | None:
    happened = dating.happened(case, item)
    return happened.overlaps(wanted) if happened else None


def _was_reported(case: Case, by: date | None, item: Item) -> bool | None:
    reported = dating.reported(case, item)
    if reported is None:
        return True if dating.timeless(item, reported) else None
    return by is None or reported <= by


def _within(case: Case, items: dict[str, Item], to: Narrowing, undated: tuple[str, ...]) -> Case:
    """The case with these items; where it was narrowed before, both hold."""
    outside = {address: item for address, item in case.items.items() if address not in items}
    if before := case.narrowed:
        to = Narrowing((*before.to.conditions, *to.conditions), to.as_of or before.to.as_of)
        outside |= before.outside
        undated = (*before.undated, *undated)
    timeless = tuple(a for a, i in items.items() if to.as_of and dating.timeless(i, dating.reported(case, i)))
    return replace(case, items=items, narrowed=Narrowed(to, outside, undated, timeless))


def title(to: Narrowing, as_of: str = "as of") -> str:
    """What a case is narrowed to, in a few words: 'only contingent=guards, as of 2019-06'."""
    slices = f"only {' and '.join(map(str, to.conditions))}" if to.conditions else ""
    return ", ".join(filter(None, (slices, f"{as_of} {to.as_of}" if to.as_of else "")))


def sentences(case: Case, rows: int) -> Iterator[str]:
    """What the reader of a narrowed case must know before all else; none where it is whole.

    Args:
        case: the case.
        rows: how many rows it has that are not parked.
    """
    if case.narrowed is None:
        return
    to, outside, undated, timeless = case.narrowed
    parked = sum(1 for address, note in case.matrix.notes.items() if note.parked and address in outside)
    left = len(outside) - parked
    words = title(to, "as reported by the end of")
    yield f"{words[0].upper()}{words[1:]}: {rows} of {counted(rows + left)}; {left} {_are(left)} left out."
    if unplaced := unparked(case, undated):
        yield f"{_without_date(unplaced)} and {_are(len(unplaced))} left out: {named(unplaced)}."
    if kept := unparked(case, timeless):
        yield f"{_without_date(kept)} and {_are(len(kept))} kept, as our own thinking that may know what came later."


def unparked(case: Case, addresses: Iterable[str]) -> tuple[str, ...]:
    """Those of these rows that are not parked."""
    return tuple(address for address in addresses if not case.parked(address))


def counted(rows: int) -> str:
    """'1 row', '2 rows'."""
    return "1 row" if rows == 1 else f"{rows} rows"


def named(rows: Sequence[str]) -> str:
    """Their addresses in a row, as many as a sentence bears."""
    more = f" and {len(rows) - NAMED} more" if len(rows) > NAMED else ""
    return ", ".join(rows[:NAMED]) + more


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _without_date(rows: Sequence[str]) -> str:
    return f"{counted(len(rows))} {'has' if len(rows) == 1 else 'have'} no date"
