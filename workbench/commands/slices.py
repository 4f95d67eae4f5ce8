"""`ach slices`: every hypothesis within each tag, period, source, origin or kind."""

from __future__ import annotations

import argparse

from workbench.analysis.narrowing import PERIOD
from workbench.analysis.slices import known
from workbench.analysis.standing import standing
from workbench.commands import pages, where
from workbench.commands.refusal import FINE, Refusal, meant
from workbench.model import Case
from workbench.printing import parts


def run(args: argparse.Namespace) -> int:
    """Print the slices.

    Raises:
        Refusal: it is not said by what, no row carries it, or there are windows of something other than time.
    """
    case = where.case(args)
    _check(case, args.by, args.window)
    pages.show(args, parts.slices(standing(case), args.by, args.window or ""))
    return FINE


def _check(case: Case, by: str | None, window: str | None) -> None:
    there = known(case)
    if not there:
        raise Refusal("there is no row to slice: every item is parked, or there is none yet")
    if by is None:
        raise Refusal(f"slice by what? `--by` one of {', '.join(there)}")
    if by not in there:
        raise Refusal(f'no row carries "{by}"' + (meant(by, there) or f"; there are: {', '.join(there)}"))
    if window and by != PERIOD:
        raise Refusal(f"--window is the length of slices by period; leave it out, or slice `--by {PERIOD}`")
