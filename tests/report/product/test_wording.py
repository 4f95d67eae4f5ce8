"""What the report says of sources, of dates and of who leads, so that it can be read without knowing the files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.report.product.test_report import part
from workbench.analysis.dating import EVENT, REPORTED, written
from workbench.analysis.heuer.suspects import Suspect
from workbench.analysis.standing import standing
from workbench.model import Case, Note
from workbench.report.document import Document, Entry
from workbench.report.product import report_content
from workbench.report.product.sources import PARKED, one_row

Report = Callable[..., Document]


def test_a_source_without_rows_shares_a_line_with_its_like(report: Report, judged: Case) -> None:
    off = {address: Note(parked="Off the point.") for address in judged.items if address.startswith("embassy/")}
    document = report(replace(judged, matrix=replace(judged.matrix, notes={**judged.matrix.notes, **off})))

    told = f"{PARKED}: embassy {judged.sources['embassy'].reliability}."
    assert told in part(document, "Sources")
    assert "embassy" not in {block.name for block in document.blocks if isinstance(block, Entry)}


def test_origins_that_told_the_same_row_are_told_to_have(judged: Case) -> None:
    content = report_content(standing(judged), program="ach-workbench 0.1.0")
    row, other = "monitors/radio-traffic", "embassy/precautions"
    found = [suspect("origin", "ann", row), suspect("origin", "bob", row, other), suspect("source", "embassy", other)]

    assert one_row(content, found) == f" ann and bob stand for the same row, {content.row(row)}."
    assert one_row(content, found[1:]) == ""


def suspect(what: str, id_: str, *items: str) -> Suspect:
    return Suspect(id_, what, items, key=True, leading=("none",), rated_again=False, answers={})


def test_f_is_explained_once_for_all_origins(report: Report, judged: Case) -> None:
    origins = {id_: one._replace(reliability="F") for id_, one in judged.origins.items()}

    assert part(report(replace(judged, origins=origins)), "Sources").count("nothing to go by") == 1


def test_a_date_is_that_of_the_item_or_else_of_its_source(heuer: Case) -> None:
    item = heuer.items["embassy/precautions"]

    assert written(heuer, item, EVENT) == "1993-07"
    assert written(heuer, replace(item, when="1993-06/1993-07~"), EVENT) == "1993-07~"
    assert written(heuer, replace(item, when=""), EVENT) == ""
    assert written(heuer, replace(item, when="1993-06/..", reported="1993-08-01"), EVENT) == "1993-08-01"
    assert written(heuer, replace(item, reported=""), REPORTED) == "1993-07"
