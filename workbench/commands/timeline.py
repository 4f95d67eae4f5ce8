"""`ach timeline`: every hypothesis as evidence came in, or within each window of time."""

from __future__ import annotations

import argparse

from workbench.analysis.dating import CLOCKS
from workbench.analysis.standing import standing
from workbench.commands import pages, where
from workbench.commands.refusal import FINE
from workbench.printing import parts


def run(args: argparse.Namespace) -> int:
    """Print the timeline, by both clocks where none is named."""
    clocks = [args.by] if args.by else CLOCKS
    pages.show(args, parts.timeline(standing(where.case(args)), clocks, args.window or ""))
    return FINE
