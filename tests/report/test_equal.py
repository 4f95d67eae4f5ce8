"""One document, and every format that is read or calculated with says the same cells, points and ranks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from justhtml import JustHTML, Node

from tests.report.test_formats import Printed, content, in_csv, in_json, in_markdown, in_text
from tests.report.web.test_attacks import children, of, said
from workbench import workspace
from workbench.model import Case
from workbench.report import web
from workbench.report.content import Content
from workbench.report.matrixpage import matrix_document

PROJECT = Path(__file__).parents[2]

SHIPPED = [
    ("specialists-2019", "baseline"),
    ("specialists-2019", "second"),
    ("specialists-2025", "baseline"),
    ("specialists-2025", "second"),
]


@cache
def shipped() -> workspace.Workspace:
    return workspace.read(PROJECT)


def rows(node: Node) -> list[Node]:
    return ([node] if node.name == "tr" else []) + [row for child in children(node) for row in rows(child)]


def in_html(found: Content) -> Printed:
    root = JustHTML(web.render(matrix_document(found)), sanitize=False, scripting_enabled=False).root
    printed = [[child for child in children(row) if child.name in {"td", "th"}] for row in rows(root)]
    ids = {score.hypothesis.id for score in found.scores}
    cells = {said(r[0]): [said(cell) for cell in r[4:]] for r in printed if said(r[0]).isdigit()}
    scores = {said(r[0]): [said(cell) for cell in r[2:]] for r in printed if said(r[0]) in ids}
    toned = [of(cell).get("class") for r in printed if said(r[0]).isdigit() for cell in r[4:]]
    letters = [letter for row in cells.values() for letter in row]
    assert [{"unrated": "·"}.get(tone or "", tone) for tone in toned] == letters
    return Printed(cells, scores)


def all_agree(found: Content) -> None:
    from_html = in_html(found)

    assert from_html.cells.keys() == {str(row.number) for row in found.rows}
    assert from_html.scores.keys() == {score.hypothesis.id for score in found.scores}
    assert from_html == in_text(found) == in_markdown(found) == in_csv(found) == in_json(found)


@pytest.mark.parametrize("name", ["heuer", "tangled"])
def test_small_cases_are_the_same_in_every_format(name: str, request: pytest.FixtureRequest) -> None:
    all_agree(content(request.getfixturevalue(name)))


@pytest.mark.parametrize(("question", "analyst"), SHIPPED)
def test_the_shipped_case_is_the_same_in_every_format(question: str, analyst: str) -> None:
    case: Case = shipped().case(question, analyst)

    all_agree(content(case))
