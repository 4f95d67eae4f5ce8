"""A small workspace on disk, and `ach` run on it as a user would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from workbench.cli import main

QUESTION = """\
format: 1
question: Will Iraq retaliate?
marking: TLP:CLEAR
hypotheses:
  none: {short: No retaliation, statement: Iraq will not retaliate., expect_not: [An attack.]}
  minor: {short: Minor action, statement: It will sponsor minor actions., expect_not: [Calm.]}
  major: {short: Major action, statement: It is planning a major attack., expect_not: [Calm.]}
"""

EMBASSY = """\
format: 1
source: {title: Embassy cables, publisher: unknown, reliability: C, because: Seen before.}
items:
  statement: {text: Saddam says he will not retaliate., kind: statement, credibility: 3}
  precautions: {text: Embassies are told to be on guard., kind: report, credibility: 3}
  loss-of-face: {text: Doing nothing would cost Saddam his standing., kind: report, credibility: 3}
"""

MATRIX = """\
format: 1
rows:
  embassy/loss-of-face: {none: II, minor: C, major: C}
  embassy/precautions: {none: I, minor: C, major: C}
  embassy/statement: {none: C, minor: C, major: C}
notes:
  embassy/loss-of-face: {because: {none: He could not bear it.}}
  embassy/precautions: {because: {none: Nobody guards against nothing.}}
"""


class Ran(NamedTuple):
    """What a run of `ach` came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with one question and the matrix of `ann`."""
    root = tmp_path / "case"
    for name, content in {
        "hypotheses/retaliation.yaml": QUESTION,
        "evidence/embassy.yaml": EMBASSY,
        "matrices/retaliation/ann.yaml": MATRIX,
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return root


@pytest.fixture
def ach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run `ach` with these words, away from the settings of whoever runs the tests."""
    nobody = tmp_path / "home"
    nobody.mkdir()
    monkeypatch.setenv("HOME", str(nobody))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(nobody / "gitconfig"))
    monkeypatch.setenv("LOGNAME", "bob")
    for name in ("ACH_ANALYST", "NO_COLOR", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*words: str | Path) -> Ran:
        capfdbinary.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return run
