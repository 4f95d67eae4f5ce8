"""The workbench itself, in a terminal."""

from __future__ import annotations

import argparse
import os

from workbench import workspace
from workbench.commands import where, who
from workbench.commands.refusal import FINE
from workbench.tui.app import Workbench


def run(args: argparse.Namespace) -> int:
    """Open the workbench and stay in it until the user leaves.

    Raises:
        Refusal: no workspace, no question in it, or none of that name.
    """
    root = where.root(args)
    if args.no_color:
        os.environ["NO_COLOR"] = "1"
    found = workspace.read(root)
    named = where.question(found, args.question).id if args.question or len(found.questions) < 2 else None
    app = Workbench(found, named, who.analyst(args, root))
    app.run()
    return app.return_code or FINE
