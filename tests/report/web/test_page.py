"""A page is one file that loads nothing, says what it is, and can be read without its script."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from justhtml import Node

from tests.report.test_formats import content
from tests.report.web.everything import document
from tests.report.web.test_attacks import attributes, children, of, parsed, said
from workbench.model import Case
from workbench.printing import PROGRAM, place, seal
from workbench.report import palette, web
from workbench.report.document import Band, Cell, Column, Document, Heading, Imprint, Line, Paragraph, Table, Tone
from workbench.report.matrixpage import matrix_document


def every(node: Node, name: str) -> list[Node]:
    return ([node] if node.name == name else []) + [n for child in children(node) for n in every(child, name)]


def one(node: Node, name: str) -> Node:
    (found,) = every(node, name)
    return found


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def between(page: str, name: str) -> str:
    found = re.search(f"<{name}>(.*?)</{name}>", page, re.S)
    assert found
    return found[1]


def test_the_policy_names_this_style_and_this_script_and_nothing_else() -> None:
    page = web.render(document())
    policy = unescape(re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', page)[0])
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["style-src"] == hashed(between(page, "style"))
    assert rules["script-src"] == hashed(between(page, "script"))
    assert "unsafe" not in policy


def test_nothing_is_asked_for_from_outside() -> None:
    page = web.render(document())

    assert not re.search(r"url\(|@import|https?://|fetch\(|XMLHttp|import\(|sendBeacon|innerHTML|eval\(", page)


def test_a_page_without_a_matrix_has_no_script() -> None:
    page = web.render(Document("Q", "TLP:CLEAR", (Paragraph("p"),)))

    assert "<script" not in page
    assert "script-src 'none'" in page


def test_the_marking_stands_at_the_top_and_the_bottom_in_the_colours_of_its_label() -> None:
    page = web.render(replace(document(), marking="TLP:AMBER+STRICT"))
    root = parsed(replace(document(), marking="TLP:AMBER+STRICT"))

    assert said(one(root, "header")).strip() == "TLP:AMBER+STRICT"
    assert said(one(root, "footer")).strip().endswith("TLP:AMBER+STRICT")
    assert ".tlp-amber-strict { background: #000000; color: #ffc000 }" in page


def test_a_banner_of_another_kind_has_no_colours() -> None:
    root = parsed(replace(document(), marking="TLP:AMBER / RESTRICTED"))

    assert "label" not in " ".join(attributes(root, "class"))


def test_a_page_says_what_it_is_about() -> None:
    imprint = Imprint("ach-workbench 1", "Q?", "who; when", "jane", "2026-01-02", "abc1234", "by points")
    root = parsed(Document("Q?", "", (Paragraph("p"),), imprint))

    facts = {said(n): said(d) for n, d in zip(every(root, "dt"), every(root, "dd"), strict=True)}
    assert facts == {
        "question": "Q?", "scope": "who; when", "analyst": "jane", "date": "2026-01-02", "revision": "abc1234",
        "method": "by points", "printed by": "ach-workbench 1",
    }  # fmt: skip


def test_headings_go_down_one_step_at_a_time() -> None:
    root = parsed(document())
    levels = [int(tag[1]) for tag in re.findall(r"<(h\d)[ >]", web.render(document()))]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert attributes(one(root, "html"), "lang") == ["en"]


def test_tables_say_what_their_headings_are() -> None:
    root = parsed(document())
    for table in every(root, "table"):
        assert every(table, "caption")
        assert all(of(th).get("scope") for th in every(table, "th"))
        rows = [r for r in every(table, "tr") if not of(r).get("class") and len(children(r)) > 1]
        assert all("row" in attributes(row, "scope") or "col" in attributes(row, "scope") for row in rows)


def test_a_matrix_that_goes_on_overleaf_is_one_table() -> None:
    tables = every(parsed(document()), "table")

    matrices = [t for t in tables if "matrix" in (of(t).get("class") or "")]
    assert len(matrices) == 1
    turned = [b for b in every(matrices[0], "tbody") if of(b).get("class") == "turned"]
    assert len(turned) == 1


def test_a_row_leads_to_the_entry_that_says_more_of_it(heuer: Case) -> None:
    root = parsed(matrix_document(content(heuer)))
    entries = {of(li).get("id"): said(li) for li in every(root, "li")}

    matrix = next(t for t in every(root, "table") if "matrix" in (of(t).get("class") or ""))
    links = [(said(a), of(a).get("href") or "") for a in every(matrix, "a")]
    assert len(links) == 6
    assert all(entries[href.removeprefix("#")].startswith(number) for number, href in links)


def test_what_stands_behind_a_cell_is_in_it_and_below(heuer: Case) -> None:
    root = parsed(matrix_document(content(heuer)))
    notes = attributes(root, "data-note")

    assert "He would have to swallow an insult in front of his generals." in notes
    assert all(note in said(root) for note in notes)


def test_what_is_folded_is_details_and_can_be_read_without_a_script() -> None:
    details = one(parsed(document("some text")), "details")

    assert said(one(details, "summary")) == "some text"
    assert said(details).count("some text") == 5


def test_controls_are_hidden_until_a_script_shows_them() -> None:
    form = one(parsed(document()), "form")

    assert "hidden" in of(form)
    letters = [said(option) for option in every(form, "option")]
    assert letters[:3] == ["any", "II", "·"]


def test_a_long_page_has_a_list_of_its_parts() -> None:
    parts = tuple(Heading(f"part {n}") for n in range(4))

    assert [said(a) for a in every(one(parsed(Document("Q", "", parts)), "nav"), "a")] == [h.text for h in parts]
    assert not every(parsed(Document("Q", "", parts[:3])), "nav")


def test_a_broad_matrix_turns_the_paper_and_a_long_one_is_laid_out_by_rows() -> None:
    assert "size: landscape" not in web.render(document())
    assert "size: landscape" in web.render(Document("Q", "", (broad(8),)))
    assert 'class="matrix long"' in web.render(document(rows=400))
    assert 'class="matrix long"' not in web.render(document(rows=20))


def broad(columns: int) -> Table:
    cells = (Cell("1"), *[Cell("N", Tone.NEUTRAL)] * columns)
    return Table("matrix", (Column("row", stub=True), *[Column("h")] * columns), (Band("", (Line(cells),)),))


def test_the_same_document_gives_the_same_bytes(tangled: Case) -> None:
    assert web.render(matrix_document(content(tangled))) == web.render(matrix_document(content(tangled)))


def test_a_page_says_who_printed_it_and_may_be_printed_again(tmp_path: Path, heuer: Case) -> None:
    target = tmp_path / "matrix.html"
    long = replace(matrix_document(content(heuer)), title="x" * 20_000, imprint=Imprint(PROGRAM))
    page = seal.sealed(web.render(long).encode())
    for _ in range(2):
        place.write(str(target), page, root=tmp_path, force=False)

    target.write_bytes(b"<!DOCTYPE html><title>mine</title>")
    with pytest.raises(place.AlreadyThere):
        place.write(str(target), page, root=tmp_path, force=False)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, brighter = sorted((luminance(one), luminance(other)))
    return (brighter + 0.05) / (darker + 0.05)


def shades() -> dict[str, palette.Shade]:
    found = {"paper": palette.PAPER, "night": palette.NIGHT}
    found["quiet"] = palette.Shade(palette.PAPER.ground, palette.QUIET)
    found["night quiet"] = palette.Shade(palette.NIGHT.ground, palette.NIGHT_QUIET)
    found |= {f"{tone}": shade for tone, shade in palette.CELLS.items()}
    found |= {f"night {tone}": shade for tone, shade in palette.NIGHT_CELLS.items()}
    return found | {label: palette.Shade("#000000", colour) for label, colour in palette.LABELS.items()}


@pytest.mark.parametrize("name", shades())
def test_every_letter_is_read_on_its_ground(name: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1."""
    shade = shades()[name]

    assert contrast(shade.ground, shade.ink) >= 4.5


def test_printed_in_grey_what_weighs_more_is_darker() -> None:
    grey = {tone: luminance(shade.ground) for tone, shade in palette.CELLS.items()}

    assert grey[Tone("II")] < grey[Tone("I")] < grey[Tone("CC")] < grey[Tone("C")] < grey[Tone("N")]
