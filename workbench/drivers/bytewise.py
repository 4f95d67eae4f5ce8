"""Merging lines without knowing what they say: as git does it, and the last resort."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

from workbench.drivers.marking import between


class Lines(NamedTuple):
    """Merged bytes, and whether nothing in them is left as a conflict."""

    data: bytes
    clean: bool


def by_git(base: bytes, ours: bytes, theirs: bytes, size: int) -> Lines | None:
    """What git makes of three states by itself; nothing where it cannot be run or takes them for no text."""
    with tempfile.TemporaryDirectory(prefix="ach-merge-") as folder:
        names = ("ours", "base", "theirs")
        for name, held in zip(names, (ours, base, theirs), strict=True):
            (Path(folder) / name).write_bytes(held)
        labels = [word for name in names for word in ("-L", name)]
        words = ["git", "merge-file", "-p", "-q", f"--marker-size={size}", *labels, *names]
        try:
            done = subprocess.run(words, cwd=folder, capture_output=True, check=False)
        except OSError:
            return None
    # The exit code is the number of conflicts, at most 127; what is above says that git failed.
    return Lines(done.stdout, done.returncode == 0) if done.returncode < 128 else None


def side_by_side(ours: bytes, theirs: bytes, size: int) -> bytes:
    """Both states from the first line in which they differ to the last one, between conflict markers.

    All of both where they are the same: then something else is wrong, and both have it.
    """
    one, other = (side.split(b"\n") for side in (ours, theirs))
    if ours == theirs:
        before = after = 0
    else:
        shorter = min(len(one), len(other))
        before = next((i for i in range(shorter) if one[i] != other[i]), shorter)
        most = shorter - before
        after = next((i for i in range(most) if one[-1 - i] != other[-1 - i]), most)
    text = [line.decode("utf-8", "surrogateescape") for line in one]
    there = [line.decode("utf-8", "surrogateescape") for line in other[before : len(other) - after]]
    end = "\r" if text[0].endswith("\r") else ""
    text[before : len(text) - after] = between(text[before : len(text) - after], there, size, end)
    return "\n".join(text).encode("utf-8", "surrogateescape")
