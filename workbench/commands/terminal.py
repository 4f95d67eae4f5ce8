"""The workbench itself, in a terminal."""

from __future__ import annotations

import argparse
import os
from functools import partial

from workbench import workspace
from workbench.analysis.narrowing import narrowed
from workbench.commands import narrowing, where, who
from workbench.commands.refusal import FINE
from workbench.tui.app import Workbench


def run(args: argparse.Namespace) -> int:
    """Open the workbench and stay in it until the user leaves.

    Raises:
        Refusal: no workspace, no question in it or none of that name, or no item in the slice asked for.
    """
    to = narrowing.asked(args)
    root = where.root(args)
    if args.no_color:
        os.environ["NO_COLOR"] = "1"
    found = workspace.read(root)
    named = where.question(found, args.question).id if args.question or len(found.questions) < 2 else None
    narrowing.check([found.case(question, "") for question in ([named] if named else found.questions)], to)
    narrow = partial(narrowed, to=to) if any(to) else None
    app = Workbench(found, named, who.analyst(args, root), narrow)
    app.run()
    return app.return_code or FINE
