"""Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020): for code scanning and for editors."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from typing import Any, Protocol
from urllib.parse import quote

from workbench import __version__
from workbench.model import Finding
from workbench.report.visible import line

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


class Rule(Protocol):
    """What a code stands for: see `checks.catalogue.Entry`."""

    @property
    def code(self) -> str:
        """The code."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def why(self) -> str:
        """Why there is such a rule, in Markdown."""

    @property
    def note(self) -> bool:
        """Whether it informs only."""


def render(found: Sequence[Finding], rules: Sequence[Rule]) -> str:
    """The findings as one SARIF log, in ASCII.

    Args:
        found: the findings, with paths from the repository's top.
        rules: every code there is.
    """
    index = {rule.code: number for number, rule in enumerate(rules)}
    driver = {"name": "ach", "semanticVersion": __version__, "rules": [_rule(rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The top of the repository."}}},
        "results": [_result(finding, index) for finding in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    why = _LINK.sub(r"\1", rule.why)
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": why},
        "help": {"text": why},
        "defaultConfiguration": {"level": "note" if rule.note else "error"},
    }


def _result(finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(os.fsencode(finding.path)), "uriBaseId": "SRCROOT"},
        "region": {"startLine": max(finding.line, 1)},
    }
    known = {"ruleIndex": index[finding.code]} if finding.code in index else {}
    return {
        "ruleId": finding.code,
        **known,
        "level": "note" if finding.note else "error",
        "message": {"text": _plain(f"{finding.message}; {finding.remedy}")},
        "locations": [{"physicalLocation": place}],
    }


def _plain(text: str) -> str:
    """A text that means itself: what would be a link or a placeholder (3.11.5 and 3.11.6) is escaped."""
    escaped = re.sub(r"([\\\[\]])", r"\\\1", line(text))
    return escaped.replace("{", "{{").replace("}", "}}")
