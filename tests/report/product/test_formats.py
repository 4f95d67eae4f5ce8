"""The report's numbers are those of the commands, its record fits its schema, and no text acts in it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from markdown_it import MarkdownIt

from tests.report.product.conftest import PROGRAM, Made
from tests.report.test_formats import ATTACKS
from tests.report.test_golden import compare
from workbench.analysis.dating import CLOCKS
from workbench.analysis.slices import slices
from workbench.analysis.standing import standing
from workbench.analysis.timeline import timeline
from workbench.model import Case, Gap, Indicator, Judgement, Overlap
from workbench.report import jsontext, markdown, svg, text
from workbench.report.comparejson import compare_record
from workbench.report.content import matrix_content
from workbench.report.document import Document, Drawn, Table
from workbench.report.product import ReportContent, report_content, report_document
from workbench.report.product.drawn import pictures
from workbench.report.product.record import report_record
from workbench.report.sensitivitycontent import sensitivity_content
from workbench.report.sensitivityjson import sensitivity_record
from workbench.report.slicerecords import slices_record, timeline_record

SCHEMAS = Path(__file__).parents[3] / "schemas/output"

Report = Callable[..., Document]
Hostile = Callable[[str], Case]


def schema(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")))


def written(content: ReportContent) -> dict[str, Any]:
    """The record as a program reads it, held against the schemas."""
    found: dict[str, Any] = json.loads(jsontext.written(report_record(content)))
    schema("report").validate(found)
    schema("sensitivity").validate(found["sensitivity"])
    if found["compare"]:
        schema("compare").validate(found["compare"])
    return found


def test_heuers_example_is_reported_as_it_should_be(made: Made, judged: Case) -> None:
    content = made(judged)
    compare("report.txt", text.render(report_document(content)))
    compare("report.md", markdown.render(report_document(content)))
    compare("report.json", jsontext.written(report_record(content)))


@pytest.mark.parametrize("name", ["heuer", "tangled", "judged", "team"])
def test_its_record_is_made_of_those_of_the_commands(made: Made, name: str, request: pytest.FixtureRequest) -> None:
    case = request.getfixturevalue(name)
    now, content = standing(case), made(case)
    found = written(content)
    expected = {
        "matrix": jsontext.matrix_record(matrix_content(now, program=PROGRAM)),
        "sensitivity": sensitivity_record(sensitivity_content(now)),
        "slices": [slices_record(slices(now, one.by)) for one in content.slices],
        "timeline": timeline_record(case, [timeline(now, clock) for clock in CLOCKS]),
        "compare": compare_record(content.compared) if content.compared else None,
    }

    assert {key: found[key] for key in expected} == json.loads(jsontext.written(expected))


def rows(document: Document, name: str) -> dict[str, list[str]]:
    """A table's cells by the name of the line."""
    blocks = [b for block in document.blocks for b in (block.instead if isinstance(block, Drawn) else (block,))]
    found = next(block for block in blocks if isinstance(block, Table) and block.name == name)
    return {line.name: [cell.text for cell in line.cells] for band in found.bands for line in band.lines}


def test_its_tables_have_the_numbers_of_the_record(made: Made, report: Report, team: Case) -> None:
    found, document = written(made(team)), report(team)
    printed = {h["short"]: h for h in found["matrix"]["hypotheses"]}
    names = ("points, 0 is best", "judgement and computed order", "answers")
    scores, both, answers = (rows(document, name) for name in names)

    for name, hypothesis in printed.items():
        held = found["judgement"]["likelihood"][hypothesis["id"]]
        rank, points = hypothesis["ranks"]["parc-weighted"], hypothesis["points"]
        likelihood = [f"{held['per_cent']:g} %", held["word"]]
        assert scores[name][2:5] == [rank, points["parc-weighted"], points["inconsistency-count"]]
        assert both[name][1:3] == answers[name][1:3] == likelihood
        assert both[name][4:] == [rank, points["parc-weighted"], points["inconsistency-count"]]
        assert answers[name][3] == rank
    first = found["sensitivity"]["noise"]["first"]
    assert [row[0] for row in rows(document, "perturbed copies").values()] == sorted(first, key=lambda h: -first[h])


def test_the_analysts_text_is_kept_whole(made: Made, judged: Case) -> None:
    found = written(made(judged))

    assert found["judgement"]["differs_because"] == judged.matrix.judgement.differs_because  # type: ignore[union-attr]
    assert found["gaps"] == [gap._asdict() for gap in judged.question.gaps.values()]
    assert [one["overdue"] for one in found["indicators"]] == [None, None]
    assert [cell["weighed"] for cell in found["hypotheses"][1]["inconsistencies"]] == [None, "special-case", None]


def attacked(case: Case, attack: str) -> Case:
    """The hostile case with the attack in what only a report shows."""
    question = replace(
        case.question,
        gaps={"gap": Gap("gap", attack, attack)},
        indicators={"one": Indicator("one", attack, attack, attack, {"one": attack})},
        overlap=(Overlap(("one", "two"), attack),),
    )
    judgement = Judgement({"one": 60, "two": 40}, "low", attack, attack)
    matrix = replace(case.matrix, judgement=judgement, checks={"source": {"motive": attack}})
    return replace(case, question=question, matrix=matrix)


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_acts_in_any_format(made: Made, attack: str, hostile: Hostile) -> None:
    content = made(attacked(hostile(ATTACKS[attack]), ATTACKS[attack]))
    document = report_document(content)
    pages = [text.render(document), markdown.render(document), jsontext.written(report_record(content))]
    pages += [svg.render(picture) for picture in pictures(content)]

    for page in pages:
        suspect = {c for c in page if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
        assert suspect <= {"\n", "\u200e"}
    assert max(len(line.replace("\u200e", "")) for line in pages[0].splitlines()) <= 80


@pytest.mark.parametrize("attack", ATTACKS)
def test_markdown_has_only_our_own_tags(report: Report, attack: str, hostile: Hostile) -> None:
    page = markdown.render(report(attacked(hostile(ATTACKS[attack]), ATTACKS[attack])))
    shown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(page)

    assert set(re.findall(r"<(\w+)", shown)) <= {
        "p", "h1", "h2", "h3", "ul", "li", "strong", "table", "thead", "tbody", "tr", "th", "td", "br", "small"
    }  # fmt: skip
    assert shown.count("<h1>") == 1


@pytest.mark.parametrize("width", [40, 80, 120])
def test_text_fits_its_width(report: Report, team: Case, width: int) -> None:
    assert max(map(len, text.render(report(team), width=width).splitlines())) <= width


def test_what_it_does_is_told_and_each_thing_is_done_once(judged: Case) -> None:
    told: list[str] = []
    report_content(standing(judged), program=PROGRAM, tell=told.append)

    assert told[:2] == ["matrix", "sensitivity"]
    assert len(told) == len(set(told))


def test_a_large_case_is_reported_whole(made: Made, large: Case) -> None:
    """20 x 2,000: every row is told, and no part grows with more than the rows."""
    document = report_document(made(large))
    page = text.render(document, width=120)

    assert len(page) < 8_000_000
    assert all(address in page for address in large.items)
    assert len(document.blocks) < 3 * len(large.items)
