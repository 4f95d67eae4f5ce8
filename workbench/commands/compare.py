"""`ach compare`: several analysts of a question, and the contested cells that matter."""

from __future__ import annotations

import argparse
from dataclasses import replace

from workbench.analysis.agreement import not_done
from workbench.analysis.standing import Standing
from workbench.commands import output, pages, where, who
from workbench.commands.refusal import FINE, Refusal, meant
from workbench.model import Look
from workbench.printing import PROGRAM, parts
from workbench.report.comparecontent import Compared, blindness, compare_content
from workbench.workspace import Workspace


def run(args: argparse.Namespace) -> int:
    """Print it: blind while my own matrix is not done, unless an early look is asked for, which is recorded first.

    Raises:
        Refusal: the question or the analyst named is not there, the look cannot be recorded, or there is no matrix.
    """
    found = where.read(args)
    asked = where.question(found, args.question).id
    reader = _reader(args, found, asked)
    case = found.case(asked, reader or next(iter(found.analysts(asked)), who.NOBODY))
    unrated = not_done(case) if reader else ()
    if args.look and unrated:
        _record(found, asked, reader, unrated)
    compared = compare_content(case, PROGRAM, reader, early=args.look)
    if not found.analysts(asked):
        compared = compared._replace(found=replace(compared.found, idle=()))  # the empty matrix of the case is nobody's
    if args.matrix:
        for sentence in blindness(compared) if compared.looked else ():
            output.words(sentence)  # the page of a matrix has no place for it
        pages.show(args, parts.matrix(_team(compared)))
    else:
        pages.show(args, parts.compare(compared))
    return FINE


def _reader(args: argparse.Namespace, found: Workspace, asked: str) -> str:
    """The id of the analyst who reads, where that analyst has a matrix; who has none rates nothing and may see all.

    Raises:
        Refusal: the analyst was named with --analyst and has no matrix of this question.
    """
    me, there = who.analyst(args, found.root), found.analysts(asked)
    if me in there:
        return me
    if args.analyst and there:
        raise Refusal(f'"{me}" has no matrix for {asked}' + (meant(me, there) or f"; there are: {', '.join(there)}"))
    if there:
        output.note(
            args, f"you are {me} and have no matrix for {asked}, so nothing is hidden; if you will rate, rate first"
        )
    return ""


def _record(found: Workspace, asked: str, analyst: str, addresses: tuple[str, ...]) -> None:
    """Write into the analyst's matrix what is seen before it is rated; what is on record already is not written again.

    Raises:
        Refusal: it cannot be written, and so nothing is shown.
    """
    from workbench.workspace.keeping import Keeper  # noqa: PLC0415 - only a look writes
    from workbench.workspace.outcomes import Saved  # noqa: PLC0415 - only a look writes

    keeper = Keeper(found, asked, analyst)
    keeper.apply(Look(addresses))
    saved = keeper.save()
    if not isinstance(saved, Saved):
        why = getattr(saved, "message", "the file was changed meanwhile")
        raise Refusal(f"the early look cannot be recorded, and so is not given: {why}")


def _team(compared: Compared) -> Standing:
    """The standing of the team matrix.

    Raises:
        Refusal: there is none, or it may not be shown yet.
    """
    if compared.hidden:
        raise Refusal(
            f"{compared.reader} has not rated every row yet, and the median gives away what others say; rate first, "
            "or use --look, which is recorded"
        )
    if compared.found.orders is None:
        raise Refusal("nobody has rated anything yet, so that there is no median")
    return compared.found.orders.team
