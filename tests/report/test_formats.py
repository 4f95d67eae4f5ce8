"""All formats say the same, and none lets a text act."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
from markdown_it import MarkdownIt

from workbench.analysis.standing import standing
from workbench.model import Case
from workbench.report import jsontext, markdown, sheet, text
from workbench.report.content import Content, matrix_content
from workbench.report.matrixpage import matrix_document
from workbench.report.scorepage import score_document

ATTACKS = {
    "markup": "see [sic] x[/y [b",
    "escapes": "\x1b[2J\x1b]0;title\x07\x9b31m red",
    "bidi": "safe\u202egpj.exe \u2066x\u2069 \u200f",
    "hidden": "zero\u200bwidth\ufeff \u00ad \u2060",
    "ends": "one\ntwo\r\nthree\x85four\u2028five\x0bsix",
    "long": "x" * 10_000,
    "wide": "日本語のとても長い文 🙂🙂🙂 ｗｉｄｅ" * 5,
    "right to left": "نص عربي 12 עברית 34",
    "formula": "=cmd|' /C calc'!A0",
    "formula after blanks": " \t=1+1",
    "minus": "-2+3",
    "at": "@SUM(1)",
    "html": "<img src=x onerror=alert(1)> & </td></table>",
    "markdown": "| `x` | **b** @octocat #1 \n\n# h",
    "quotes": '"; DROP "", \'x\'',
    "nul": "a\0b",
    "empty": "",
}


Hostile = Callable[[str], Case]


class Printed(NamedTuple):
    """What a format says of the cells and the scores, as text."""

    cells: dict[str, list[str]]
    scores: dict[str, list[str]]


def content(case: Case) -> Content:
    return matrix_content(standing(case), program="ach-workbench")


def in_text(found: Content) -> Printed:
    page = text.render(matrix_document(found), width=220)
    rows = [line.split() for line in page.splitlines() if re.match(r" +\d+  ", line)]
    ids = {score.hypothesis.id for score in found.scores}
    scores = [line.split() for line in page.splitlines() if line.split(" ")[0] in ids]
    return Printed({row[0]: row[-len(ids) :] for row in rows}, {row[0]: row[-7:] for row in scores})


def in_markdown(found: Content) -> Printed:
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown.render(matrix_document(found)))
    rows: list[list[str]] = []
    for before, token in pairwise(tokens):
        if before.type == "tr_open":
            rows.append([])
        if before.type in {"td_open", "th_open"}:
            rows[-1].append(token.content)
    numbered = [row for row in rows if row[0].isdigit()]
    ids = {score.hypothesis.id for score in found.scores}
    return Printed({r[0]: r[4:] for r in numbered}, {r[0]: r[2:] for r in rows if r[0] in ids})


def in_csv(found: Content) -> Printed:
    head, *records = csv.reader(io.StringIO(sheet.render(found), newline=""))
    ids = [score.hypothesis.id for score in found.scores]
    by_part = {r[0]: dict(zip(head, r, strict=True)) for r in records}
    parts = ("rank parc-weighted", "points parc-weighted", "points inconsistency-count", "adjusted parc-weighted")
    counts = ("bears on", "contradicts", "coverage")
    rows = [dict(zip(head, r, strict=True)) for r in records if r[1]]
    return Printed(
        {row["row"]: [row[h] for h in ids] for row in rows},
        {h: [by_part[part][h] for part in (*parts, *counts)] for h in ids},
    )


def in_json(found: Content) -> Printed:
    data = json.loads(jsontext.render(found))
    return Printed(
        {str(row["row"]): [letter or "·" for letter in row["ratings"].values()] for row in data["rows"]},
        {h["id"]: list(_of_json(h)) for h in data["hypotheses"]},
    )


def _of_json(hypothesis: dict[str, Any]) -> tuple[str, ...]:
    points = hypothesis["points"]
    return (
        hypothesis["ranks"]["parc-weighted"],
        points["parc-weighted"],
        points["inconsistency-count"],
        hypothesis["adjusted"]["parc-weighted"],
        str(hypothesis["bears_on"]),
        str(hypothesis["contradicts"]),
        hypothesis["coverage"],
    )


@pytest.mark.parametrize("name", ["heuer", "tangled"])
def test_all_formats_agree_cell_for_cell(name: str, request: pytest.FixtureRequest) -> None:
    found = content(request.getfixturevalue(name))
    from_text = in_text(found)

    assert from_text.cells.keys() == {str(row.number) for row in found.rows}
    assert from_text.scores.keys() == {score.hypothesis.id for score in found.scores}
    assert from_text == in_markdown(found) == in_csv(found) == in_json(found)


def test_numbers_in_json_are_those_that_are_printed(tangled: Case) -> None:
    found = content(tangled)
    data = json.loads(jsontext.render(found))

    for name, method in data["scores"]["methods"].items():
        for hypothesis in data["hypotheses"]:
            printed = hypothesis["points"][name]
            assert f"{method['scores'][hypothesis['id']]:.{len(printed.partition('.')[2])}f}" == printed


def test_points_of_the_cells_add_up_to_the_scores(tangled: Case) -> None:
    data = json.loads(jsontext.render(content(tangled)))

    for name, method in data["scores"]["methods"].items():
        sums = {h: sum(row["points"][name].get(h, 0) for row in data["rows"]) for h in method["scores"]}
        least = min(sums.values()) if name == "log-likelihood" else 0
        assert {h: total - least for h, total in sums.items()} == pytest.approx(method["scores"])


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_acts_in_any_format(attack: str, hostile: Hostile) -> None:
    found = content(hostile(ATTACKS[attack]))
    pages = [
        render(matrix_document(found, transpose=t)) for render in (text.render, markdown.render) for t in (False, True)
    ]
    pages += [text.render(score_document(found, [])), sheet.render(found).replace("\r\n", "\n"), jsontext.render(found)]

    for page in pages:
        suspect = {c for c in page if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
        assert suspect <= {"\n", "\u200e"}


@pytest.mark.parametrize("attack", ATTACKS)
def test_json_keeps_every_character(attack: str, hostile: Hostile) -> None:
    data = json.loads(jsontext.render(content(hostile(ATTACKS[attack]))))

    assert data["question"]["text"] == data["rows"][0]["text"] == data["sources"][0]["title"] == ATTACKS[attack]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_cell_of_a_spreadsheet_runs(attack: str, hostile: Hostile) -> None:
    page = sheet.render(content(hostile(ATTACKS[attack])))
    records = list(csv.reader(io.StringIO(page, newline="")))

    assert {len(record) for record in records} == {len(records[0])}
    assert not [cell for record in records for cell in record if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}]
    assert page.endswith("\r\n")


@pytest.mark.parametrize("attack", ATTACKS)
def test_markdown_has_only_our_own_tags(attack: str, hostile: Hostile) -> None:
    page = markdown.render(matrix_document(content(hostile(ATTACKS[attack]))))
    made = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(page)

    assert set(re.findall(r"<(\w+)", made)) <= {
        "p", "h1", "h2", "h3", "ul", "li", "strong", "table", "thead", "tbody", "tr", "th", "td", "br", "small"
    }  # fmt: skip
    assert made.count("<h1>") == 1


def test_a_10_kb_line_is_printed_whole(hostile: Hostile) -> None:
    page = text.render(matrix_document(content(hostile("x" * 10_000))))

    assert page.count("x") > 10 * 10_000
    assert max(map(len, page.splitlines())) <= 80


def test_no_number_has_the_digits_in_which_computers_differ(tangled: Case) -> None:
    """Points are roots of 2 in closed form; what logarithms went into is cut to twelve digits."""
    written = json.loads(jsontext.render(content(tangled)))
    likely = [written["scores"]["methods"]["log-likelihood"][key] for key in ("scores", "adjusted")]
    numbers = [n for scores in likely for n in scores.values()]
    numbers += [n for row in written["rows"] for n in row["points"]["log-likelihood"].values()]

    assert any(n % 1 for n in numbers)
    assert all(n == float(f"{n:.12g}") for n in numbers)
