"""A repository made with the git of this machine, and the small workspace in it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.commands.conftest import EMBASSY, MATRIX, QUESTION

FILES = {
    "hypotheses/retaliation.yaml": QUESTION,
    "evidence/embassy.yaml": EMBASSY,
    "matrices/retaliation/ann.yaml": MATRIX,
}

DATE = "2026-01-01T12:00:00+00:00"


def isolated(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let git know no settings but ours, and nobody's repository but the one around a folder."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    settings = {
        "HOME": str(home),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": str(home / "gitconfig"),
        "GIT_CEILING_DIRECTORIES": str(home),
        "GIT_AUTHOR_NAME": "Ann",
        "GIT_AUTHOR_EMAIL": "ann@example.org",
        "GIT_COMMITTER_NAME": "Ann",
        "GIT_COMMITTER_EMAIL": "ann@example.org",
        "GIT_AUTHOR_DATE": DATE,
        "GIT_COMMITTER_DATE": DATE,
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    (home / "gitconfig").write_text('[init]\n\tdefaultBranch = main\n[protocol "file"]\n\tallow = always\n')


class Repo(NamedTuple):
    """A repository whose working tree, or part of it, is a workspace."""

    root: Path

    @classmethod
    def begun(cls, root: Path, within: str = "") -> Repo:
        """A new one, with the small workspace in the folder `within` it, committed."""
        root.mkdir(parents=True)
        made = cls(root)
        made.git("init", "-q")
        for name, content in FILES.items():
            made.write(f"{within}{name}", content)
        made.commit("begin")
        return made

    def git(self, *words: str) -> str:
        done = subprocess.run(["git", *words], cwd=self.root, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def write(self, name: str, content: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())

    def change(self, name: str, old: str, new: str) -> None:
        content = (self.root / name).read_bytes().decode()
        assert old in content
        self.write(name, content.replace(old, new, 1))

    def commit(self, message: str) -> str:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")
