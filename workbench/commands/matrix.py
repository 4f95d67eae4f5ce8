"""`ach matrix`: the consistency matrix, in every format there is."""

from __future__ import annotations

import argparse

from workbench.analysis.standing import standing
from workbench.commands import pages, where
from workbench.commands.refusal import FINE
from workbench.printing import parts


def run(args: argparse.Namespace) -> int:
    """Print the matrix, or write it to a file."""
    pages.show(args, parts.matrix(standing(where.case(args)), args.sort, transpose=args.transpose))
    return FINE
