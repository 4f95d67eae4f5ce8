"""`ach sensitivity`: what the order of the hypotheses rests on, and what would change it."""

from __future__ import annotations

import argparse

from workbench.analysis.standing import standing
from workbench.commands import pages, where
from workbench.commands.refusal import FINE
from workbench.printing import parts


def run(args: argparse.Namespace) -> int:
    """Print it, under one of the methods that add up."""
    pages.show(args, parts.sensitivity(standing(where.case(args)), args.method, args.error))
    return FINE
