"""`ach score`: points, ranks and coverage of every hypothesis."""

from __future__ import annotations

import argparse

from workbench.analysis.methods import LOG_LIKELIHOOD, METHODS
from workbench.analysis.standing import standing
from workbench.commands import pages, where
from workbench.commands.refusal import FINE, Refusal
from workbench.printing import parts


def run(args: argparse.Namespace) -> int:
    """Print the scores; as JSON always those of every method.

    Raises:
        Refusal: kappa is given, and nothing that is printed depends on it.
    """
    methods = list(METHODS) if args.method == "all" else [args.method] if args.method else []
    if args.kappa and args.format != "json" and LOG_LIKELIHOOD not in methods:
        raise Refusal("--kappa is for log-likelihood alone; add --method log-likelihood, or all")
    pages.show(args, parts.score(standing(where.case(args)), methods, args.kappa))
    return FINE
