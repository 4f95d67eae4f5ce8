"""`ach merge-file`: the merge driver that git calls for the files of a workspace; see `ach git-setup`."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench import yamltext
from workbench.commands import output
from workbench.commands.refusal import FINDINGS, FINE, Refusal
from workbench.drivers.merging import merged


def run(args: argparse.Namespace) -> int:
    """Write the merged file into OURS; exit code 1 says that conflicts are left in it.

    Raises:
        Refusal: one of the files is too large.
    """
    base, ours, theirs = (_content(path) for path in (args.base, args.ours, args.theirs))
    path = str(args.directory / args.path) if args.directory else args.path
    found = merged(path, base, ours, theirs, size=args.marker_size)
    args.ours.write_bytes(found.data)
    if found.clean:
        return FINE
    output.note(args, f"{args.path}: both sides changed the same place; both states stand between conflict markers")
    return FINDINGS


def _content(path: Path) -> bytes:
    if path.stat().st_size > yamltext.MAX_BYTES:
        raise Refusal(f"{path} is too large: at most {yamltext.MAX_BYTES:,} bytes are read")
    return path.read_bytes()
