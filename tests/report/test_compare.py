"""The pages of several analysts: text, Markdown, CSV and JSON say the same, and nothing in a file acts."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.agreement.several import judged, random_teams, several
from tests.analysis.conftest import random_cases
from workbench.analysis.agreement import agreement, not_done
from workbench.model import Case, Judgement, Level, Note, OwnGrade, Rating, Row
from workbench.report import jsontext, markdown, text
from workbench.report.comparecontent import Compared
from workbench.report.comparejson import compare_record
from workbench.report.comparepage import SHOWN, compare_document
from workbench.report.comparesheet import render

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas/output/compare.schema.json").read_text(encoding="utf-8"))

PROGRAM = "ach-workbench 0"


def content(case: Case, reader: str = "") -> Compared:
    hidden = not_done(case) if reader else ()
    return Compared(agreement(case, case.items.keys() - set(hidden) if hidden else None), PROGRAM, reader, hidden)


def page(case: Case, reader: str = "", width: int = 80) -> str:
    return text.render(compare_document(content(case, reader)), width=width)


def team() -> Case:
    """Three analysts: h1 leads with two, h2 with one, and one cell decides."""
    rows = {"s/a": "I C", "s/b": "C I"}
    return several(
        {"ann": {**rows, "s/a": "C C"}, "bob": {**rows, "s/b": "C C"}, "cy": {"s/a": "C C", "s/b": "C II"}},
        {
            "ann": {"notes": {"s/a": Note(because={"h1": "As ever."})}, **judged(h1=60, h2=40)},
            "bob": {"grades": {"s/b": OwnGrade("1", "Seen on film.")}, **judged(h1=20, h2=20)},
            "cy": judged(h1=50, h2=30, other=20),
        },
    )


def flat(case: Case) -> str:
    """The page with its lines joined."""
    return " ".join(page(case, width=200).split())


def test_the_answer_comes_first() -> None:
    assert flat(team()).startswith(
        "? By weighted points the analysts do not lead with the same: ann and cy with H1; bob with H2; the median of "
        "their ratings with H1. 2 of 4 cells are contested; settling any one of 2 changes who leads by the median. "
        "compared: ann, bob and cy; 2 rows by 2 hypotheses HOW FAR THEY AGREE"
    )


def test_who_is_not_done_does_not_stand_as_if_done() -> None:
    rows = {"s/a": "C I", "s/b": "C C"}
    alike = flat(several({"ann": rows, "bob": {"s/a": "C I"}}))
    apart = flat(several({"ann": rows, "bob": {"s/a": "I C"}}))

    assert "? By weighted points both analysts, bob with 2 cells unrated, lead with H1" in alike
    assert (
        "By weighted points the analysts do not lead with the same: ann with H1; bob (2 cells unrated) with H2;"
        in apart
    )
    assert "Not complete: bob; what follows from all rows may change. The median counts what is rated so far." in apart


def test_a_line_of_csv_tells_parked_from_not_rated() -> None:
    rows = {"s/a": "C I", "s/b": "C -"}
    case = several(
        {"ann": rows, "bob": rows, "cy": {"s/a": "I C", "s/b": "C I"}},
        {"bob": {"notes": {"s/b": Note(parked="no")}}},
    )
    ratings = {
        (line["address"], line["hypothesis"]): line for line in csv.DictReader(io.StringIO(render(content(case))))
    }

    assert [ratings["s/b", "h2"][who] for who in ("ann", "bob", "cy")] == ["·", "parked", "I"]


def test_a_contested_cell_has_every_reason_and_what_settling_it_does() -> None:
    lines = page(team(), width=200).splitlines()
    start = lines.index("1. H2: Text of s/b (s/b)")
    assert lines[start + 1 : start + 8] == [
        "   1 consistent, 2 inconsistent; 3 steps apart; median I.",
        "   Settled as C, H1 and H2 tie for the lead by the median, not H1.",
        "   If ann and cy took C, H1 and H2 tie for the lead with them.",
        "   If bob took I, H1 and H2 tie for the lead with that analyst.",
        "   If bob took II, H1 leads with that analyst.",
        "   no reason given: ann I, bob C and cy II.",
        "",
    ]
    assert "   ann C: As ever." in lines


def test_who_is_little_tested_is_marked_wherever_it_leads() -> None:
    rows = {"s/a": "C I", "s/b": "N C", "s/c": "N C"}
    assert "By weighted points both analysts lead with H1 (little tested), and so does" in flat(
        several({"ann": rows, "bob": rows})
    )


def test_rows_parked_by_some_and_relevance_that_differs_are_named() -> None:
    rows, low = {"s/a": "C I", "s/b": "C I", "s/c": "C I"}, Note(Level.LOW)
    parts = {
        "ann": {"notes": {"s/a": Note(parked="no"), "s/b": Note(parked="no"), "s/c": low}},
        "bob": {"notes": {"s/b": Note(parked="no")}},
    }
    shown = flat(several({"ann": rows, "bob": rows}, parts))
    assert "parked by everyone: 1 row. parked by some and not by others, 1 row: s/a (ann)." in shown
    assert "relevance differs, 1 row: s/c." in shown


def test_likelihoods_are_pooled_and_who_is_left_out_is_said() -> None:
    shown = page(team(), width=200)
    assert re.search(r"mean +55\.0 +35\.0 +10\.0", shown)
    assert "left out: bob gives none of other, and the rest do not make 100." in shown


def test_who_judged_on_an_older_matrix_is_named_beside_the_pool() -> None:
    rows = {"s/a": "C I"}
    old = Judgement({"h1": 60, "h2": 40}, matrix="m0123456789abcdef")
    shown = flat(several({"ann": rows, "bob": rows}, {"ann": {"judgement": old}, "bob": judged(h1=70, h2=30)}))
    assert "judged on an older matrix: ann, not confirmed since." in shown
    assert "judged on an older matrix" not in flat(team())


def test_contested_grades_are_shown_with_their_reasons() -> None:
    assert "s/b: credibility 3 in its file No weight differs by it. bob 1: confirmed by other" in flat(team())
    assert "Seen on film." in flat(team())


def test_where_all_ratings_are_the_same_there_is_no_variation() -> None:
    shown = page(several({"ann": {"s/a": "C C"}, "bob": {"s/a": "C C"}}), width=200)
    assert "Krippendorff's alpha: no variation: all ratings are the same; 4 ratings of 2 cells, 0% of them N." in shown
    assert "Spearman's rho: no variation in the orders of 2 analysts over 2 hypotheses." in shown


def test_one_analyst_is_nothing_to_compare() -> None:
    shown = page(several({"ann": {"s/a": "C I"}}))
    assert "Only ann has rated: there is nothing to compare." in shown
    assert "HOW FAR" not in shown


def test_while_blind_nothing_is_said_that_gives_away_the_rest() -> None:
    case = several(
        {"ann": {"s/a": "C I", "s/b": "C -"}, "bob": {"s/a": "I C", "s/b": "CC CC"}},
        {"bob": {"notes": {"s/b": Note(because={"h1": "A secret."})}, **judged(h1=77, h2=23)}},
    )
    for shown in (
        page(case, "ann", 200),
        jsontext.written(compare_record(content(case, "ann"))),
        render(content(case, "ann")),
    ):
        assert "A secret." not in shown
        assert "s/b" not in render(content(case, "ann"))
        assert "77" not in shown
        assert "CC" not in re.sub("CC C N I II|CC or C", "", shown)
    assert "Blind: ann has not rated 1 row yet." in page(case, "ann", 200)
    assert "leads" not in page(case, "ann", 200).replace("who leads", "")
    assert compare_record(content(case, "ann"))["orders"] is None


def test_stale_and_parked_rows_are_named() -> None:
    case = several({"ann": {"s/a": "C I"}, "bob": {"s/a": "I C"}}, {"ann": {"notes": {"s/a": Note(parked="no")}}})
    bob = replace(case.colleagues["bob"], rows={"s/a": Row({"h1": Rating.I}, "w0000000000000000")})
    shown = page(replace(case, colleagues={"bob": bob}), width=200)
    assert "stale with bob, 1 row: s/a. They count in the order of bob and nowhere else here." in shown
    assert "parked by some and not by others, 1 row: s/a (ann)." in shown


def test_a_long_list_is_cut_and_says_so() -> None:
    rows = {f"s/r{n}": "C C" for n in range(30)}
    case = several({"ann": rows, "bob": dict.fromkeys(rows, "I C")})
    assert f"{30 - SHOWN} more are contested" in page(case, width=200)
    assert len(list(csv.reader(io.StringIO(render(content(case)))))) == 1 + 60 + 1


@settings(max_examples=40)
@given(st.data())
def test_all_formats_can_be_made_and_json_is_as_its_schema_has_it(data: st.DataObject) -> None:
    case = data.draw(random_teams(random_cases()))
    compared = content(case, data.draw(st.sampled_from(["", "ann"])))
    jsonschema.validate(record := compare_record(compared), SCHEMA)
    shown = page(case, compared.reader, data.draw(st.sampled_from([40, 80, 200])))
    assert record["headline"].split(" ")[0] in shown
    cells = list(csv.DictReader(io.StringIO(render(compared))))
    assert [(c["address"], c["hypothesis"]) for c in record["cells"]] == [
        (cell["address"], cell["hypothesis"]) for cell in cells if cell["address"] not in {"marking", "printed by"}
    ]
    markdown.render(compare_document(compared))


Hostile = Callable[[str], Case]


@pytest.mark.parametrize(
    "attack", ["\x1b[2J\x1b]0;x\x07", "\u202egnp.exe", "[bold]x[/bold]", "<script>x</script>", "=1+1"]
)
def test_texts_from_files_do_not_act(hostile: Hostile, attack: str) -> None:
    case = hostile(attack)
    turned = {
        a: Row({h: Rating.C if r in {"I", "II"} else Rating.II for h, r in row.ratings.items()})
        for a, row in case.matrix.rows.items()
    }
    mine = replace(case.matrix, rows={a: Row(row.ratings) for a, row in case.matrix.rows.items()})
    other = replace(mine, analyst="other", rows=turned, grades={"source/item": OwnGrade("1", attack)})
    compared = content(replace(case, matrix=mine, colleagues={"other": other}))
    record: Any = compare_record(compared)
    assert any(cell["contested"] for cell in record["cells"])
    document = compare_document(compared)
    for shown in (
        text.render(document, width=80),
        markdown.render(document),
        jsontext.written(record),
        render(compared),
    ):
        assert "\x1b" not in shown
        assert "\u202e" not in shown
    assert "<script>" not in markdown.render(document)
    assert not re.search(r'(^|,)"?=1', render(compared))
