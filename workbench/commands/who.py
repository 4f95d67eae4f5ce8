"""Who is at work: `--analyst`, then ACH_ANALYST, then git's user name made into an id."""

from __future__ import annotations

import argparse
import getpass
import os
import re
import unicodedata
from pathlib import Path

from workbench.commands.refusal import Refusal
from workbench.model import ids

NOBODY = "analyst"
"""The id of an analyst of whom nothing is known."""


def analyst(args: argparse.Namespace, root: Path) -> str:
    """The id of the analyst at work.

    Raises:
        Refusal: the name given with --analyst or in ACH_ANALYST is not an id.
    """
    for said, where in ((args.analyst, "--analyst"), (os.environ.get("ACH_ANALYST"), "ACH_ANALYST")):
        if said:
            return _checked(said, where)
    return as_id(_git_name(root)) or as_id(_login()) or NOBODY


def _checked(said: str, where: str) -> str:
    if ids.is_id(said):
        return said
    nearest = as_id(said)
    remedy = f'write it as "{nearest}"' if nearest else "use a-z, 0-9 and single hyphens, beginning with a letter"
    raise Refusal(f'{where} "{said}" is not an analyst\'s id: {remedy}')


def as_id(name: str) -> str:
    """A person's name as an id: "Zoë O'Hara" is `zoe-o-hara`; empty where no letter of it can be kept."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).lstrip("-0123456789")[: ids.ID_LENGTH].rstrip("-")
    return made if ids.is_id(made) else f"{NOBODY}-{made}" if made else ""


def _git_name(root: Path) -> str:
    """The user name git knows in this folder; empty where git or the name is missing."""
    import subprocess  # noqa: PLC0415 - loaded where nobody says who they are

    try:
        asked = subprocess.run(
            ["git", "config", "user.name"], cwd=root, capture_output=True, timeout=5, check=False, text=True,
            encoding="utf-8", errors="replace",
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ""
    return asked.stdout.strip()


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
