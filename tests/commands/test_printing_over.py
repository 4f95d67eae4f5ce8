"""Every command prints over what it printed before, in every format, without being told to."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

Run = Any

ENDINGS = {
    "matrix": ("txt", "md", "html", "pdf", "svg", "csv", "xlsx", "json"),
    "matrix --blank": ("txt", "md", "html", "pdf", "csv", "xlsx"),
    "report": ("txt", "md", "html", "pdf", "svg", "csv", "xlsx", "json"),
    "score": ("txt", "md", "html", "pdf", "svg", "json"),
    "sensitivity": ("txt", "md", "html", "pdf", "svg", "json"),
    "slices --by kind": ("txt", "md", "html", "pdf", "svg", "json"),
    "timeline": ("txt", "md", "html", "pdf", "json"),
    "compare": ("txt", "md", "html", "pdf", "csv", "json"),
    "diff": ("txt", "md", "json"),
}


@pytest.mark.parametrize(("command", "ending"), [(one, end) for one, ends in ENDINGS.items() for end in ends])
def test_its_own_earlier_output_is_replaced_and_anything_else_is_not(
    ach: Run, folder: Path, command: str, ending: str
) -> None:
    rate_too(folder)
    target = folder / f"printed.{ending}"
    words = ("-C", folder, *command.split(), "-o", target)

    assert [ach(*words).code for _ in range(2)] == [0, 0]
    target.write_bytes(b"Ann: ask the embassy again.\n")
    refused = ach(*words)

    assert refused.code != 0
    assert str(target.name) in refused.err
    assert "--force" in refused.err
    assert target.read_bytes() == b"Ann: ask the embassy again.\n"


def rate_too(folder: Path) -> None:
    """Lets a second analyst rate the same, and git know the folder."""
    first = folder / "matrices/retaliation/ann.yaml"
    first.with_name("bob.yaml").write_bytes(first.read_bytes())
    for words in (
        ("init", "-q"), ("add", "-A"), ("-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-q", "-m", "1"),
    ):  # fmt: skip
        subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)
