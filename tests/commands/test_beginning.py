"""Beginning where there is no workspace: asked in the terminal, and nothing is made unasked."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from workbench import workspace
from workbench.commands import beginning
from workbench.commands.refusal import Refusal


def asked(folder: Path, answer: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("builtins.input", lambda _prompt: answer)
    return beginning.root(argparse.Namespace(directory=folder, question=None, quiet=True))


def test_a_workspace_without_anything_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(tmp_path, "s", monkeypatch) == tmp_path
    found = workspace.read(tmp_path)
    assert not found.findings
    assert not found.questions
    assert (tmp_path / "schemas" / "hypotheses.schema.json").is_file()


def test_the_shipped_case_is_copied_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(tmp_path, "d", monkeypatch) == tmp_path / "ach-demo"
    assert workspace.read(tmp_path / "ach-demo").questions
    assert asked(tmp_path, "d", monkeypatch) == tmp_path / "ach-demo"


@pytest.mark.parametrize("answer", ["q", "", "x"])
def test_nothing_is_made_unasked(tmp_path: Path, answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refusal, match="nothing is changed"):
        asked(tmp_path, answer, monkeypatch)
    assert not list(tmp_path.iterdir())
