"""The sensitivity document and its JSON: both say the same, and the JSON is as its schema has it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.analysis.conftest import build_case, published_case, random_cases
from tests.report.test_golden import compare
from workbench.analysis.methods import ADDITIVE
from workbench.analysis.noise import Noise
from workbench.analysis.points import Points
from workbench.analysis.standing import standing
from workbench.model import Case, Kind, Rating, Row
from workbench.report import jsontext, markdown, text
from workbench.report.document import Block, Drawn, Line, Paragraph, Table
from workbench.report.sensitivitycontent import SensitivityContent, sensitivity_content
from workbench.report.sensitivityjson import sensitivity_record
from workbench.report.sensitivitypage import sensitivity_document
from workbench.report.sensitivitytables import MOST, NAMED, bar
from workbench.report.wording import TAKES

SCHEMA = Path(__file__).parents[2] / "schemas/output/sensitivity.schema.json"
PUBLISHED = ("heuer_iraq_1993", "notpetya_2017", "tokyo_sarin_1995")

Hostile = Callable[[str], Case]


def content(case: Case, method: str = "parc-weighted") -> SensitivityContent:
    return sensitivity_content(standing(case), method)


def record(found: SensitivityContent) -> dict[str, Any]:
    """The JSON as a reader of it has it."""
    data: dict[str, Any] = json.loads(jsontext.written(sensitivity_record(found)))
    return data


def schema() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return data


def fits(data: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schema()).validate(data)


def tables(found: SensitivityContent) -> dict[str, list[Line]]:
    """The lines of the tables by the name of each, in the order of the page; steps come twice at most."""
    lines: dict[str, list[Line]] = {}
    for block in blocks(found):
        if isinstance(block, Table):
            lines.setdefault(block.name, []).extend(line for band in block.bands for line in band.lines)
    return lines


def paragraphs(found: SensitivityContent) -> list[str]:
    return [f"{b.lead}: {b.text}" for b in blocks(found) if isinstance(b, Paragraph)]


def blocks(found: SensitivityContent) -> list[Block]:
    """The blocks of the page, as formats show them that cannot draw."""
    every = sensitivity_document(found).blocks
    return list(chain.from_iterable(b.instead if isinstance(b, Drawn) else (b,) for b in every))


def shown(lines: list[Line]) -> list[list[str]]:
    return [[cell.text for cell in line.cells[1:]] for line in lines]


def leaders(ids: list[str]) -> str:
    return ", ".join(ids) or "–"


# The schema


def test_the_schema_is_one_and_explains_every_property() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())

    assert [name for name, of in properties(schema()) if not of.get("description")] == []


def properties(of: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(of, dict):
        yield from of.get("properties", {}).items()
    for part in of.values() if isinstance(of, dict) else of if isinstance(of, list) else ():
        yield from properties(part)


def test_the_page_names_every_property() -> None:
    page = (SCHEMA.parents[2] / "docs/sensitivity.md").read_text(encoding="utf-8")

    assert sorted({name for name, _ in properties(schema()) if f"`{name}`" not in page}) == []


@pytest.mark.parametrize("method", ADDITIVE)
@pytest.mark.parametrize("name", PUBLISHED)
def test_published_matrices_fit_the_schema(name: str, method: str) -> None:
    fits(record(content(published_case(name)[0], method)))


def test_the_tests_own_cases_fit_the_schema(heuer: Case, tangled: Case) -> None:
    fits(record(content(heuer)))
    fits(record(content(tangled)))


@pytest.mark.parametrize("key", ["separated", "noise", "flips"])
def test_the_schema_refuses_what_is_not_there(heuer: Case, key: str) -> None:
    data = record(content(heuer))
    with pytest.raises(jsonschema.ValidationError):
        fits({**data, key: {}})
    with pytest.raises(jsonschema.ValidationError):
        fits({**data, "more": 1})


# What the page says is what the JSON says


@settings(max_examples=60, deadline=None)
@given(random_cases(), st.sampled_from(ADDITIVE))
def test_every_number_of_the_page_is_that_of_the_json(case: Case, method: str) -> None:
    found = content(case, method)
    data = record(found)
    fits(data)
    assert paragraphs(found)[0] == f": {data['headline']}"
    if found.tornado:
        of = tables(found)
        same_linchpins(of.get("linchpins", []), data)
        same_losses(of.get("losses", []), data)
        same_changes(of, data)
        same_noise(of["perturbed copies"], data, standing(case).not_tested)
        same_tornado(found, data)


def same_linchpins(lines: list[Line], data: dict[str, Any]) -> None:
    pins = data["linchpins"][:MOST]
    assert [line.name for line in lines] == [pin["item"] for pin in pins]
    for (takes, swing, then), pin in zip(shown(lines), pins, strict=True):
        assert (takes, then) == (TAKES[pin["takes"]], leaders(pin["leading"]))
        assert swing == rounded(pin["swing"], swing)


def rounded(number: float, like: str) -> str:
    """The number with as many decimals as another text has."""
    return f"{number:.{len(like.partition('.')[2])}f}"


def same_losses(lines: list[Line], data: dict[str, Any]) -> None:
    plain, adjusted = data["leave_one_out"], data["leave_one_out_adjusted"]
    changed = [
        (id_, then, once)
        for what in plain
        for (id_, then), once in zip(plain[what].items(), adjusted[what].values(), strict=True)
        if (then, once) != (data["leading"], data["leading_adjusted"])
        and not (what == "item" and then != data["leading"])
    ]
    assert [line.name for line in lines[1:]] == [id_ for id_, _, _ in changed]
    for line, (_, then, once) in zip(lines[1:], changed, strict=True):
        assert line.cells[2].text == leaders(then)
        assert line.cells[2].under == ("" if then == once else f"adjusted {leaders(once)}")


def same_changes(of: dict[str, list[Line]], data: dict[str, Any]) -> None:
    alike: dict[tuple[str, ...], list[str]] = {}
    for f in data["flips"]:
        of_one = (f["cell"]["hypothesis"], f["from"], f["to"], str(f["steps"]), leaders(f["leading"]))
        alike.setdefault(of_one, []).append(f["cell"]["item"])
    cells = of.get("changes of a single cell", [])
    assert len(cells) == min(len(alike), MOST)
    for line in cells:
        *of_all, number, rows = (cell.text for cell in line.cells)
        items = alike[tuple(of_all)]
        assert (number, rows.partition(" and ")[0]) == (str(len(items)), ", ".join(items[:NAMED]))
    assert [line.cells[3].text for line in cells] == sorted(line.cells[3].text for line in cells)
    steps = data["steps"][:MOST] + data["ungraded"]["rows"][:MOST]
    lines = of.get("changes by one step", [])
    assert [line.cells[-1].text for line in lines] == [leaders(step["leading"]) for step in steps]
    for line, step in zip(lines, steps, strict=True):
        moved = f"{step['from']} to {step['to']}" if step["from"] else f"one step {'up' if step['up'] else 'down'}"
        assert line.cells[1].under == moved


def same_noise(lines: list[Line], data: dict[str, Any], untested: tuple[str, ...]) -> None:
    first, copies = data["noise"]["first"], data["noise"]["copies"]
    assert sorted(line.cells[0].text for line in lines) == sorted(first)
    for line in lines:
        number, often = first[line.cells[0].text], line.cells[2].text
        if line.cells[0].text in untested:
            assert (often, number) == ("not tested", 0)
        elif often.startswith(("fewer", "more")):
            assert number < 1 or copies - 1 < number < copies
        else:
            assert often == f"{round(number):,} of {copies:,}"


def same_tornado(found: SensitivityContent, data: dict[str, Any]) -> None:
    lines, rows = tables(found).get("tornado", []), data["tornado"]["rows"]
    assert [line.name for line in lines] == [row["item"] for row in rows[:MOST]]
    assert math.fsum(row["swing"] for row in rows) == pytest.approx(-data["tornado"]["gap"])
    gap = re.compile(f"has {re.escape(rounded(data['tornado']['gap'], gap_shown(found)))} points? fewer than")
    assert not data["tornado"]["gap"] or any(gap.search(said) for said in paragraphs(found))
    lengths = []
    for (shrinks, swing, widens), row in zip(shown(lines), rows, strict=False):
        assert float(swing) == float(rounded(row["swing"], swing))
        assert (bool(shrinks), bool(widens)) == (row["swing"] < 0, row["swing"] > 0)
        lengths.append(2 * (shrinks + widens).count("█") + any(half in shrinks + widens for half in "▌▐"))
    assert lengths == sorted(lengths, reverse=True)


def gap_shown(found: SensitivityContent) -> str:
    """The gap as it is printed, or nothing where there is none."""
    said = re.search(r" has (\S+) points? fewer than", "\n".join(paragraphs(found)))
    return said[1] if said else ""


# The page


def test_heuers_example_prints_as_it_should(heuer: Case) -> None:
    compare("sensitivity.txt", text.render(sensitivity_document(content(heuer))))


def test_a_tangled_case_prints_as_it_should(tangled: Case) -> None:
    rows = {"press/unsigned": Row({"none": Rating.N, "minor": Rating.II})}
    case = tangled.with_matrix(replace(tangled.matrix, deceptive={"press": rows}))

    compare("sensitivity-tangled.md", markdown.render(sensitivity_document(content(case))))


def test_the_answer_comes_first_and_names_the_cheapest_change(tangled: Case) -> None:
    page = text.render(sensitivity_document(content(tangled)), width=200)

    assert "Not separated: " in page.partition("matrix:")[0]


def test_a_long_list_says_how_many_more_there_are() -> None:
    case = build_case({"s/a": "I C"} | {f"s/i{n:02}": "C C" for n in range(20)})
    found = content(case)
    lines = tables(found)

    assert len(found.found.flips) > NAMED >= len(lines["changes of a single cell"])
    assert ", s/i04 and 15 more" in " ".join(line.cells[-1].text for line in lines["changes of a single cell"])
    assert ": Not all are named here; --format json has all." in paragraphs(found)


def test_drawn_copies_are_said_to_be_drawn(heuer: Case) -> None:
    drawn = Noise(10_000, {"none": 0.0, "minor": 9_812.0, "major": 371.0}, exact=False, error=0.1, seed=1993)
    found = replace(content(heuer), noise=drawn)
    fits(record(found))

    assert [line.cells[2].text for line in tables(found)["perturbed copies"]] == [
        "9,812 of 10,000",
        "371 of 10,000",
        "fewer than 1 of 10,000",
    ]
    assert any("10,000 copies drawn, seed 1993" in said for said in paragraphs(found))


def test_what_nothing_changes_is_said_in_words() -> None:
    said = "\n".join(paragraphs(content(build_case({"s/a": "CC CC"}))))

    assert "None: no single item changes who leads by its loss." in said
    assert "No loss of a source, an origin or a kind changes who leads, plain or adjusted." in said
    assert "No such step changes who leads" in said
    assert "No loss of items changes who leads." in said
    assert "No changes of cells by one step change who leads." in said


def test_a_row_that_changes_it_at_both_ends_of_its_grade_is_one_row() -> None:
    """H1 and H2 tie: with the row up H2 leads alone, with the row down H1 does."""
    items = {"s/a": {"credibility": "6"}, "t/c": {"credibility": "6"}}
    found = content(build_case({"s/a": "I C", "t/b": "C I", "t/c": "C C"}, items, {"s": "A"}))

    assert [(step.id, step.leading) for step in found.found.ungraded.rows] == [("s/a", ("h1",)), ("s/a", ("h2",))]
    assert any("1 of them changes who leads by itself" in said for said in paragraphs(found))


def test_one_point_is_no_points() -> None:
    assert any("has 1 point fewer than" in said for said in paragraphs(content(build_case({"s/a": "C I"}))))


def test_a_step_of_a_whole_source_fits_the_schema() -> None:
    rows = {f"s/{n}": "I C" for n in range(10)} | {f"own/{n}": "C I" for n in range(13)}
    found = record(content(build_case(rows, {f"own/{n}": {"kind": Kind.ARGUMENT} for n in range(13)})))
    fits(found)

    assert (found["separated"]["what"], found["separated"]["id"], found["separated"]["up"]) == (
        "source-grade",
        "s",
        True,
    )
    assert found["headline"].endswith("one step up in grade of all that the source s says and H2 leads.")


@pytest.mark.parametrize("rows", [{}, {"s/a": "I N"}, {"s/a": "- -"}])
def test_with_fewer_than_two_tested_there_is_nothing_to_vary(rows: dict[str, str]) -> None:
    found = content(build_case(rows))
    fits(record(found))

    assert ": Fewer than two hypotheses are tested: there is nothing to vary." in paragraphs(found)
    assert record(found)["tornado"] is None


@pytest.mark.parametrize("attack", ["\x1b[2J", "\u202etxt", "a|b <b> `c`", "\n# h", "日本語" * 50, ""])
def test_texts_from_files_do_not_act(hostile: Hostile, attack: str) -> None:
    document = sensitivity_document(content(hostile(attack)))
    page = text.render(document)

    assert not {"\x1b", "\u202e"} & set(page + markdown.render(document))
    assert max(map(cell_len, page.splitlines())) <= 80


@settings(max_examples=30, deadline=None)
@given(random_cases(), st.integers(40, 160))
def test_no_line_is_wider_than_asked(case: Case, width: int) -> None:
    page = text.render(sensitivity_document(content(case)), width=width)

    assert max(map(cell_len, page.splitlines())) <= width


def test_bars_grow_by_halves_and_never_vanish() -> None:
    assert bar(Points(8), 4.0, right=True) == "█" * 10
    assert bar(Points(-3), 4.0, right=False) == "█" * 4
    assert bar(Points(-1), 4.0, right=False) == "█"
    assert bar(Points(0, 1), 8.0, right=False) == "█"
    assert bar(Points(1), 40.0, right=True) == "▌"
    assert bar(Points(3), 10.0, right=True) == "█▌"
    assert bar(Points(-3), 10.0, right=False) == "▐█"
