"""Real repositories, away from the settings of whoever runs the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.revisions.repositories import Repo, isolated


@pytest.fixture(autouse=True)
def _away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolated(tmp_path, monkeypatch)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """The small workspace in a repository of its own, committed once."""
    return Repo.begun(tmp_path / "case")
