"""The workbench itself, in a terminal."""

from __future__ import annotations

import argparse
import os
from functools import partial

from workbench import workspace
from workbench.analysis.narrowing import narrowed
from workbench.commands import beginning, firsttime, narrowing, where, who
from workbench.commands.refusal import FINE
from workbench.tui.app import Workbench


def run(args: argparse.Namespace) -> int:
    """Open the workbench and stay in it until the user leaves.

    Raises:
        Refusal: no workspace, no question in it or none of that name, or no item in the slice asked for.
    """
    to = narrowing.asked(args)
    root = beginning.root(args)
    if args.no_color:
        os.environ["NO_COLOR"] = "1"
    found = workspace.read(root)
    named = where.question(found, args.question).id if args.question or _one_or_broken(found) else None
    narrowing.check([found.case(question, "") for question in ([named] if named else found.questions)], to)
    narrow = partial(narrowed, to=to) if any(to) else None
    app = Workbench(found, named, who.analyst(args, root), narrow, tour=firsttime.is_first(), named=bool(args.analyst))
    app.run()
    firsttime.remember()
    return app.return_code or FINE


def _one_or_broken(found: workspace.Workspace) -> bool:
    """Whether there is no choice of questions: one alone, or none because none can be read."""
    return len(found.questions) == 1 or (not found.questions and bool(found.findings))
