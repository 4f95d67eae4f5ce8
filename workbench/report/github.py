"""Findings as annotations of a pull request: the workflow commands that GitHub's runner reads from a step's output.

Source of the escaping: `escapeData` and `escapeProperty` of actions/toolkit, packages/core/src/command.ts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.model import Finding
from workbench.report.visible import line


def render(found: Iterable[Finding], titles: Mapping[str, str]) -> str:
    """One workflow command a finding: an error, or a notice where it is a note.

    Args:
        found: the findings, with paths from the repository's top.
        titles: what each code stands for.
    """
    return "".join(_command(finding, titles.get(finding.code, "")) for finding in found)


def _command(finding: Finding, title: str) -> str:
    named = f"{finding.code} {title}".strip()
    where = {"file": finding.path, "line": str(finding.line) if finding.line else "", "title": named}
    given = ",".join(f"{name}={_property(value)}" for name, value in where.items() if value)
    kind = "notice" if finding.note else "error"
    return f"::{kind} {given}::{_data(line(f'{finding.message}; {finding.remedy}'))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(line(text)).replace(":", "%3A").replace(",", "%2C")
