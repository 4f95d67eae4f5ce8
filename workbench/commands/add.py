"""`ach add`: a hypothesis, source, item, origin, indicator, gap or filled-in matrix, written where it belongs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from workbench import checks
from workbench.commands import output, where
from workbench.commands.refusal import FINE, Refusal
from workbench.model import Finding, Gap, Hypothesis, Indicator, Item, Kind, Origin, Source
from workbench.model.authoring import AddGap, AddHypothesis, AddIndicator, AddItem, AddOrigin, AddSource, Authored
from workbench.report.visible import line
from workbench.workspace import Workspace
from workbench.workspace.authoring import Author
from workbench.workspace.authoring_outcomes import Refused

MOST_TOLD = 5
"""So many findings that follow from an addition are told one by one."""


def run(args: argparse.Namespace) -> int:
    """Write it, and say on standard output what was added and where."""
    if args.what == "items":
        from workbench.commands import items  # noqa: PLC0415 - tables are read for this alone

        return items.run(args)
    if args.what == "matrix":
        from workbench.commands import ratings  # noqa: PLC0415 - sheets are read for this alone

        return ratings.run(args)
    found = where.read(args)
    base = (args.directory or where.here()).resolve()
    author = Author(found, checks.findings)
    done = author.do(_asked(args, _text(args.text)))
    if isinstance(done, Refused):
        shown = done._replace(path=shown_from(base, found.root, done.path)) if done.path else done
        raise Refusal(str(shown))
    place = done.places[-1]  # before it, the file it begins, if it does
    output.data(
        line(f"{shown_from(base, found.root, place.path)}:{place.line}: added {args.what} {_named(args)}") + "\n"
    )
    tell(args, done.found)
    if args.what == "item":
        tell_unasked(args, author.workspace, [_named(args)])
    return FINE


def _text(given: str) -> str:
    if given != "-":
        return given
    return sys.stdin.buffer.read().decode("utf-8", "surrogateescape") if sys.stdin else ""


def _named(args: argparse.Namespace) -> str:
    return f"{args.source}/{args.id}" if args.what == "item" else str(args.id)


def _asked(args: argparse.Namespace, text: str) -> Authored:
    """What the words of the command stand for."""
    match args.what:
        case "hypothesis":
            expect, expect_not = tuple(args.expect), tuple(args.expect_not)
            return AddHypothesis(
                args.question, Hypothesis(args.id, args.short, text, expect, expect_not, role=args.role)
            )
        case "source":
            fields = ("author", "publisher", "published", "accessed", "url", "archive", "sha256", "reliability")
            given = {name: getattr(args, name) for name in fields}
            return AddSource(Source(args.id, text, because=args.because, marking=args.marking, **given))
        case "item":
            return AddItem(_item(args, text), args.after)
        case "origin":
            same = tuple(args.maybe_same)
            return AddOrigin(Origin(args.id, text, args.access, args.reliability, args.because, same))
        case "indicator":
            likely = {name: values[-1] for name, values in _pairs(args.likely, "--likely").items()}
            return AddIndicator(args.question, Indicator(args.id, text, args.by, args.status, likely))
    return AddGap(args.question, Gap(args.id, text, args.matters))


def _item(args: argparse.Namespace, text: str) -> Item:
    fields = (
        "credibility", "because", "when", "reported", "at", "quote", "retells", "changed", "looked_in", "would_show",
        "marking", "standing", "if_wrong",
    )  # fmt: skip
    own = args.source == "own"
    return Item(
        f"{args.source}/{args.id}",
        text,
        Kind(args.kind or ("assumption" if own else "report")),
        origins=tuple(args.origin),
        tags=_pairs(args.tag, "--tag"),
        rests_on=tuple(args.rests_on),
        **{name: getattr(args, name) for name in fields},
    )


def _pairs(given: Iterable[str], option: str) -> Mapping[str, tuple[str, ...]]:
    """Names with their values, as `NAME=VALUE` gave them.

    Raises:
        Refusal: one has no equals sign, no name or no value.
    """
    made: dict[str, tuple[str, ...]] = {}
    for pair in given:
        name, _, value = pair.partition("=")
        if not (name.strip() and value.strip()):
            raise Refusal(f'{option} "{pair}" is not NAME=VALUE')
        made[name.strip()] = (*made.get(name.strip(), ()), value.strip())
    return made


def shown_from(base: Path, root: Path, path: str) -> str:
    """A path of the workspace from where the user stands."""
    return Path(os.path.relpath(root.resolve() / path, base)).as_posix()


def tell(args: argparse.Namespace, found: Iterable[Finding]) -> None:
    """What follows from an addition: new findings."""
    told = list(found)
    for finding in told[:MOST_TOLD]:
        output.note(args, f"now {finding}")
    if len(told) > MOST_TOLD:
        output.note(args, f"and {len(told) - MOST_TOLD} findings more; see `ach check`")


def tell_unasked(args: argparse.Namespace, now: Workspace, added: Sequence[str]) -> None:
    """Say which of the added items no question takes in."""
    asked = {address for question in now.questions for address in now.case(question, "").items}
    left = [address for address in added if address not in asked] if now.questions else []
    if left:
        named = left[0] if len(left) == 1 else f"{left[0]} and {len(left) - 1} more"
        output.note(args, f"no question takes {named} in: see `evidence` in the files of hypotheses")
