"""`ach sensitivity`: what the order of the hypotheses rests on, and what would change it."""

from __future__ import annotations

import argparse

from workbench.analysis.standing import standing
from workbench.commands import pages, where
from workbench.commands.refusal import FINE
from workbench.report.sensitivitycontent import sensitivity_content
from workbench.report.sensitivityjson import sensitivity_record
from workbench.report.sensitivitypage import sensitivity_document


def run(args: argparse.Namespace) -> int:
    """Print it, under one of the methods that add up."""
    content = sensitivity_content(standing(where.case(args)), args.method, args.error)
    pages.show(args, lambda: sensitivity_record(content), lambda: sensitivity_document(content))
    return FINE
