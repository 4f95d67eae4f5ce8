"""A small sound workspace to break in one place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from workbench import checks
from workbench.model import Case, Finding, matrix_fingerprint
from workbench.workspace import read

Found = Callable[..., list[str]]

HYPOTHESES = """\
format: 1
question: Why did the barn burn?
{question}
hypotheses:
  storm: {{short: Storm, statement: Lightning did it., expect_not: [A clear night.]{storm}}}
  arson: {{short: Arson, statement: Somebody did it., expect_not: [A locked yard.]{arson}}}
  wiring: {{short: Wiring, statement: A fault did it., expect_not: [No power.]}}
"""

EVIDENCE = """\
format: 1
source: {{title: Report, reliability: B{source}}}
items:
  night: {{text: No cloud was seen., kind: report, credibility: 2{night}}}
  smell: {{text: It smelled of petrol., kind: report, credibility: 2{smell}}}
"""

MATRIX = """\
format: 1
rows:
  report/night: {{storm: N, arson: C, wiring: C, wording: {night_wording}}}
  report/smell: {{storm: C, arson: C, wiring: C, wording: {smell_wording}}}
{matrix}
"""


def write(root: Path, **parts: str) -> None:
    """The workspace with something written into its gaps."""
    gaps = dict.fromkeys(("question", "storm", "arson", "source", "night", "smell", "matrix"), "")
    wordings = {"night_wording": "w0", "smell_wording": "w0"}
    files = {"hypotheses/fire.yaml": HYPOTHESES, "evidence/report.yaml": EVIDENCE, "matrices/fire/ann.yaml": MATRIX}
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text.format_map({**gaps, **wordings, **parts}), encoding="utf-8")


def wordings(case: Case) -> dict[str, str]:
    return {f"{a.partition('/')[2]}_wording": case.fingerprint(a) for a in case.items if a in case.matrix.rows}


def judged(case: Case, matrix: str) -> dict[str, str]:
    """A judgement that says on which matrix it was made, unless it says something of that itself."""
    begins = "judgement: {"
    if begins not in matrix or "matrix:" in matrix:
        return {}
    return {"matrix": matrix.replace(begins, f"{begins}matrix: {matrix_fingerprint(case)}, ")}


def told(finding: Finding) -> str:
    return f"{finding.path.rpartition('/')[2]}:{finding.line} {finding.code}"


@pytest.fixture
def found(tmp_path: Path) -> Found:
    """`found(night="...", ...)`: what the rules find in the workspace with that written into it, as `file:line CODE`.

    `files` are further files, by path.
    """

    def found(*, files: dict[str, str] | None = None, **parts: str) -> list[str]:
        write(tmp_path, **parts)
        for path, text in (files or {}).items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        case = read(tmp_path).case("fire", "ann")
        write(tmp_path, **{**wordings(case), **parts, **judged(case, parts.get("matrix", ""))})
        workspace = read(tmp_path)
        assert workspace.findings == ()
        return [told(finding) for finding in workspace.located(checks.findings(workspace))]

    return found
