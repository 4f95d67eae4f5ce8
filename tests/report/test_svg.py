"""A picture as SVG says what it shows in words, and nothing in its texts acts."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.test_formats import ATTACKS
from workbench.printing import PROGRAM, place, seal
from workbench.report import palette, svg
from workbench.report.document import Tone
from workbench.report.picture import Anchor, Box, Ink, Picture, Stroke, Words
from workbench.report.visible import line

SVG = "{http://www.w3.org/2000/svg}"

OF_SVG = [
    "</text><script>alert(1)</script>",
    '"/><foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="x()"/></foreignObject>',
    "]]><!-- x --><?xml-stylesheet href='x'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "</title></desc></svg><a xlink:href='javascript:x()'>x</a>",
    "\ud800 \uffff \x00 \x1b[0m",
]
"""What acts in SVG and in XML."""


def picture(text: str = "Minor") -> Picture:
    """Everything that can stand in a picture, with a text in every place for one."""
    shapes = (
        Box(0, 0, 40, 12.345, Ink.STRONGLY_INCONSISTENT),
        Box(40, 0, 40, 12, Ink.CONSISTENT, outlined=True),
        Box(80, 0, 40, 12, Ink.UNRATED, dotted=True),
        Stroke(((0, 20), (120, 20.5)), dashes=(2, 1)),
        Words(60, 10, text, anchor=Anchor.MIDDLE, on=Ink.STRONGLY_INCONSISTENT, bold=True),
        Words(120, 30, text, size=7, anchor=Anchor.END, ink=Ink.QUIET),
    )
    return Picture("bars", f"{text} leads", f"Points: {text} 0", 120, 40, shapes)


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.render(picture(text), "ach-workbench 1.0"))  # noqa: S314 - our own output


def test_a_picture_has_a_title_and_says_in_words_what_it_shows() -> None:
    root = parsed("Minor")

    said = [root.find(f"{SVG}{name}") for name in ("title", "desc", "metadata")]
    assert [e is not None and e.text for e in said] == ["Minor leads", "Points: Minor 0", "ach-workbench 1.0"]
    assert root.get("role") == "img"
    named = {e.get("id") for e in root.iter() if e.get("id")}
    assert named == set((root.get("aria-labelledby") or "").split())


def test_shapes_stand_where_they_were_put_in_the_colours_of_paper() -> None:
    boxes = [dict(e.attrib) for e in parsed("x").iter(f"{SVG}rect")]

    assert boxes[0]["fill"] == palette.PAPER.ground
    assert boxes[1] == {"x": "0", "y": "0", "width": "40", "height": "12.35", "fill": palette.shade(Ink("II"))}
    assert boxes[2]["stroke"] == palette.RULE
    assert boxes[3]["fill"] == "none"
    assert boxes[3]["stroke-dasharray"]


def test_words_on_a_rating_have_the_colour_that_is_read_on_it() -> None:
    first, second = parsed("x").iter(f"{SVG}text")

    assert first.get("fill") == palette.CELLS[Tone.STRONGLY_INCONSISTENT].ink
    assert second.get("fill") == palette.QUIET
    assert (first.get("text-anchor"), second.get("text-anchor")) == ("middle", "end")


@pytest.mark.parametrize("attack", [*ATTACKS.values(), *OF_SVG])
def test_no_element_or_attribute_comes_out_of_a_text(attack: str) -> None:
    plain, attacked = parsed("x"), parsed(attack)

    assert [(e.tag, sorted(e.attrib)) for e in attacked.iter()] == [(e.tag, sorted(e.attrib)) for e in plain.iter()]
    assert [e.text or "" for e in attacked.iter(f"{SVG}text")] == [line(attack)] * 2
    inline = svg.inline(picture(attack), "p1")
    assert re.findall(r"<(\w+)", inline) == re.findall(r"<(\w+)", svg.inline(picture("x"), "p1"))


@given(st.text())
def test_any_text_is_drawn_as_it_is(text: str) -> None:
    assert [e.text or "" for e in parsed(text).iter(f"{SVG}text")] == [line(text)] * 2


def test_on_a_page_colours_are_classes_and_ids_are_told_apart() -> None:
    drawn = svg.inline(picture(), "p7")

    assert "#" not in drawn
    assert 'id="p7-caption"' in drawn
    assert 'class="words-II"' in drawn
    assert "style=" not in drawn


def test_a_file_says_who_printed_it_and_may_be_printed_again(tmp_path: Path) -> None:
    target = tmp_path / "bars.svg"
    drawn = seal.sealed(svg.render(picture("x" * 10_000), PROGRAM).encode())
    for _ in range(2):
        place.write(str(target), drawn, root=tmp_path, force=False)

    assert target.read_bytes() == drawn
    target.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    with pytest.raises(place.AlreadyThere):
        place.write(str(target), drawn, root=tmp_path, force=False)
