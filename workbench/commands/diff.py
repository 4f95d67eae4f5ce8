"""`ach diff`: what changed between git revisions, and what it did to the answers."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench import yamltext
from workbench.analysis.changes import Comparison
from workbench.commands import output, pages, where
from workbench.commands.refusal import FINDINGS, FINE, Refusal
from workbench.model.ids import is_id
from workbench.printing import parts
from workbench.revisions import CannotTell, Repository, between, places


def run(args: argparse.Namespace) -> int:
    """Print it; with --exit-code the exit code says whether there is a difference.

    Raises:
        Refusal: git cannot tell, or what was named is not there.
    """
    if args.analyst and not is_id(args.analyst):
        raise Refusal(f'--analyst "{args.analyst}" is not an analyst\'s id')
    with yamltext.collector_paused():  # two large cases are built and none is let go: looking for garbage takes a third
        try:
            found = _compared(args)
        except CannotTell as reason:
            raise Refusal(str(reason)) from None
        pages.show(args, parts.diff(found))
    if found.unread:
        output.note(args, "not every file could be compared; `ach check` says what is wrong")
    return FINDINGS if args.exit_code and found.different else FINE


def _compared(args: argparse.Namespace) -> Comparison:
    repository = Repository.around(args.directory or where.here())
    wanted = between.asked(repository, args.words)
    root = _root(args, both=bool(wanted.span.after))
    if root is not None:
        prefix = (repository if root == repository.folder else Repository.around(root)).prefix
    else:
        prefix = places.prefix(repository, wanted.span.after, wanted.paths)
        paths = tuple(word for word in wanted.paths if word.strip("/") != prefix.strip("/"))
        wanted = wanted._replace(paths=paths)
    return between.compared(repository, root, prefix, wanted, args.analyst or "")


def _root(args: argparse.Namespace, *, both: bool) -> Path | None:
    """The workspace's folder; nothing where there is none and two revisions were named, which need none."""
    try:
        return where.root(args)
    except Refusal:
        if both:
            return None
        raise
