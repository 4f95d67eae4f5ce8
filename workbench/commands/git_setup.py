"""`ach git-setup`: let git in this clone show and merge the files of a workspace by cell, item and field."""

from __future__ import annotations

import argparse

from workbench.commands import output, where
from workbench.commands.refusal import FINE, Refusal
from workbench.drivers import setup
from workbench.revisions import CannotTell, Repository


def run(args: argparse.Namespace) -> int:
    """Write or take back, and say what was done.

    Raises:
        Refusal: there is no repository, or git or the file system refuses.
    """
    root = where.root(args)
    try:
        repository = Repository.around(root.resolve())
        changed = setup.write_attributes(root, undo=args.undo)
        setup.write_settings(repository, undo=args.undo)
    except CannotTell as reason:
        raise Refusal(str(reason)) from None
    for sentence in _undone(changed=changed) if args.undo else _done(changed=changed):
        output.data(f"{sentence}\n")
    return FINE


def _done(*, changed: bool) -> list[str]:
    written = "written; commit it, so that every clone knows which files are meant" if changed else "is as it should be"
    return [
        f"{setup.ATTRIBUTES}: {written}",
        "settings of this clone: git diff and git log -p show cells; git merge and rebase merge cells, items, fields",
        "each clone needs `ach git-setup` once; the merge button of a server does not run it: merge the base locally",
        "`ach git-setup --undo` takes it back",
    ]


def _undone(*, changed: bool) -> list[str]:
    taken = "our lines are taken out; commit that" if changed else "had no lines of ours"
    return [f"{setup.ATTRIBUTES}: {taken}", "settings of this clone: taken out"]
