"""`--slice` and `--as-of`: what was asked for, and what to say where nothing is left of a case."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence

from workbench import edtf
from workbench.analysis.narrowing import FIELDS, PERIOD, narrowed, values
from workbench.commands.refusal import Refusal, meant
from workbench.model import Case, Condition, Narrowing

SHOWN = 12
"""Values that a refusal lists at most."""


def asked(args: argparse.Namespace) -> Narrowing:
    """What the command is to be narrowed to.

    Raises:
        Refusal: a slice is not written NAME=VALUE, or a date is none.
    """
    if args.as_of is not None:
        _date(args.as_of)
    return Narrowing(tuple(map(_condition, args.slice or ())), args.as_of or "")


def _condition(typed: str) -> Condition:
    by, sign, value = (part.strip() for part in typed.partition("="))
    if not (by and sign and value):
        raise Refusal(f'--slice "{typed}": write NAME=VALUE, such as source=annual-report or period=2019')
    if by == PERIOD:
        _period(f'--slice "{typed}"', value)
    return Condition(by, value)


def _period(where: str, text: str) -> None:
    try:
        edtf.parse(text)
    except ValueError as error:
        raise Refusal(f"{where}: {error}") from error


def _date(text: str) -> None:
    """Refuse what is no single day, month or year."""
    _period("--as-of", text)
    if "/" in text:
        raise Refusal(f'--as-of "{text}": name one day, month or year; what was reported by the end of it counts')


def applied(case: Case, to: Narrowing) -> Case:
    """The case narrowed.

    Raises:
        Refusal: no item of the question is in such a slice; nothing reported yet is an answer, and no refusal.
    """
    check([case], to)
    return narrowed(case, to)


def check(cases: Sequence[Case], to: Narrowing) -> None:
    """Refuse slices in which no item of any of these cases is, for what is wrong with them in the first."""
    refusals = [refusal for case in cases if (refusal := _refusal(case, to.conditions))]
    if refusals and len(refusals) == len(cases):
        raise refusals[0]


def _refusal(case: Case, conditions: Sequence[Condition]) -> Refusal | None:
    """Why a case has no item that meets all of the conditions; nothing where it has one."""
    if not conditions or narrowed(case, Narrowing(tuple(conditions))).items:
        return None
    reasons = filter(None, (_missing(case, condition) for condition in conditions))
    together = " and ".join(map(str, conditions))
    return Refusal(next(reasons, f"no item of {case.question.id} is in {together}"))


def _missing(case: Case, condition: Condition) -> str:
    """What is wrong with one condition, and what there is; empty where some item meets it."""
    if condition.by == PERIOD:
        return ""
    there = sorted({value for item in case.items.values() for value in values(item, condition.by)})
    if condition.value in there:
        return ""
    if there:
        known = f"there {'is' if len(there) == 1 else 'are'} {_listed(there)}"
        return f"no item of {case.question.id} is {condition}" + (meant(condition.value, there) or f"; {known}")
    tags = {tag for item in case.items.values() for tag, given in item.tags.items() if given}
    names = [*sorted(tags - {*FIELDS}), *FIELDS]
    return f'no item of {case.question.id} has a tag "{condition.by}"; slice by {_listed(names)}'


def _listed(names: Iterable[str]) -> str:
    found = list(names)
    return ", ".join(found[:SHOWN]) + (f" and {len(found) - SHOWN} more" if len(found) > SHOWN else "")
