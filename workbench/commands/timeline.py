"""`ach timeline`: every hypothesis as evidence came in, or within each window of time."""

from __future__ import annotations

import argparse

from workbench.analysis.dating import CLOCKS, Window
from workbench.analysis.standing import standing
from workbench.analysis.timeline import timeline, windows
from workbench.commands import pages, where
from workbench.commands.refusal import FINE
from workbench.report.slicerecords import timeline_record, windows_record
from workbench.report.timelinepage import timeline_document, windows_document


def run(args: argparse.Namespace) -> int:
    """Print the timeline, by both clocks where none is named."""
    whole = standing(where.case(args))
    clocks = [args.by] if args.by else CLOCKS
    if args.window:
        alone = [windows(whole, clock, Window(args.window)) for clock in clocks]
        pages.show(args, lambda: windows_record(whole.case, alone), lambda: windows_document(whole, alone))
    else:
        found = [timeline(whole, clock) for clock in clocks]
        pages.show(args, lambda: timeline_record(whole.case, found), lambda: timeline_document(whole, found))
    return FINE
