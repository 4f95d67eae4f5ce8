"""`ach textconv`: a file with one line a cell or field, as `git diff` shows it after `ach git-setup`."""

from __future__ import annotations

import argparse

from workbench import yamltext
from workbench.commands import output
from workbench.commands.refusal import FINE
from workbench.drivers.textconv import lines
from workbench.report.visible import line, visible


def run(args: argparse.Namespace) -> int:
    """Print the lines; a file that cannot be read comes as it is, so that its differences are seen all the same."""
    data = args.file.read_bytes()
    try:
        found = lines(data)
        text = "\n".join([*found, ""])
        if not (text.isascii() and text.replace("\n", "").isprintable()):
            text = "".join(f"{line(one)}\n" for one in found)
    except yamltext.YamlError:
        text = visible(data.decode("utf-8", "backslashreplace").replace("\r\n", "\n"))
    output.data(text, encoding="utf-8")
    return FINE
