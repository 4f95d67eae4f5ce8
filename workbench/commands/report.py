"""`ach report`: the whole product: judgement, hypotheses, matrix, what would change it, sources, method."""

from __future__ import annotations

import argparse
from contextlib import suppress
from datetime import date

from workbench.analysis.changes import Comparison
from workbench.analysis.standing import standing
from workbench.commands import output, pages, progress, rereading, where, who
from workbench.commands.refusal import FINE, Refusal
from workbench.model import Case
from workbench.printing import PROGRAM, parts
from workbench.printing.edition import edition
from workbench.report.comparecontent import Compared, compare_content

MATRIX_ALONE = (".xlsx", ".svg", ".csv")
"""Endings of formats that have no room for sentences."""


def run(args: argparse.Namespace) -> int:
    """Print it, or write it to a file."""
    tell = progress.teller(args)
    case, root = where.case(args), where.root(args)
    since, compared = _since(args, case), _compared(args, case)
    with progress.told(tell, "points"):
        made = parts.report(
            standing(case),
            compared=compared,
            since=since,
            words=args.words,
            day=_day(edition(root).date),
            history=rereading.history(root),
            rated_since=rereading.rated_since(root)(case),
            tell=tell,
        )
    pages.show(args, made, tell)
    if (args.output or "").endswith(MATRIX_ALONE) or f".{args.format}" in MATRIX_ALONE:
        output.note(args, "in this format the report is its matrix alone; pdf, html, md and text have all of it")
    return FINE


def _compared(args: argparse.Namespace, case: Case) -> Compared | None:
    """Several analysts where there are: blind while the matrix is mine and not done, as `ach compare` is."""
    if not case.colleagues:
        return None
    mine = case.matrix.analyst == who.analyst(args, where.root(args))
    if not mine:
        output.note(args, "you have no matrix of this question, so nothing is hidden; if you will rate, rate first")
    return compare_content(case, PROGRAM, case.matrix.analyst if mine else "")


def _since(args: argparse.Namespace, case: Case) -> Comparison | None:
    """What changed since the revision that was named.

    Raises:
        Refusal: git cannot tell, or a span was named.
    """
    if args.since is None:
        return None
    from workbench.revisions import CannotTell, Repository, between  # noqa: PLC0415 - only where it is asked for
    from workbench.revisions.span import span  # noqa: PLC0415

    if ".." in args.since or not args.since.strip():
        raise Refusal(f'--since "{args.since}": name one revision; it is compared with the files as they are')
    try:
        root = where.root(args)
        repository = Repository.around(root)
        wanted = between.Compared(span(repository, args.since))
        return between.compared(repository, root, repository.prefix, wanted, case.matrix.analyst)
    except CannotTell as reason:
        raise Refusal(str(reason)) from None


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None
