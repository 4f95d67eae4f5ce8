"""Cases of all sizes with names in all scripts, and what must hold of every picture of them."""

from __future__ import annotations

import math
from typing import Any

from hypothesis import strategies as st

from workbench.model import (
    Case,
    Hypothesis,
    Indicator,
    Item,
    Kind,
    Level,
    Matrix,
    Note,
    Question,
    Rating,
    Row,
    Source,
)
from workbench.report.picture import Anchor, Box, Ink, Picture, Stroke, Words
from workbench.report.pictures.measure import width

NEAR = 0.02

SCRIPTS = [
    "Guarding regime assets", "x" * 40, "Donaudampfschifffahrtsgesellschaftskapitän",
    "漢字だけの仮説名称についての長い説明文章を書く",
    "Отвлекающий манёвр спецслужб Российской Ф", "حماية الرئيس والحكومة من الانقلاب العسكري", "e\u0301" * 20,
    "a\u202eb\u200bc <svg onload=x>", "W" * 12 + " " + "m" * 12, "", "WWW/WWW-WWW/" * 3, "👩‍👩‍👧‍👦🏳️‍🌈" * 3,
]  # fmt: skip

TEXTS = st.one_of(
    st.sampled_from(SCRIPTS),
    st.text(max_size=40),
    st.lists(st.sampled_from(SCRIPTS), max_size=6).map(" ".join),
)

DATES = st.sampled_from(["", "1991", "2017-12", "2018-12-14", "2018-12-15", "2019-03/2019-04", "2025", "unknown"])


@st.composite
def cases(draw: st.DrawFn, most: int = 20, rows: int = 12) -> Case:
    """A case with so many hypotheses at most, and a second analyst."""
    hypotheses = {f"h{n}": Hypothesis(f"h{n}", draw(TEXTS)[:40], "") for n in range(draw(st.integers(0, most)))}
    items = {f"s{n % 3}/i{n}": _item(draw, n) for n in range(draw(st.integers(0, rows)))}
    sources = {f"s{n}": Source(f"s{n}", f"Source {n}", published=draw(DATES), reliability="ABF"[n]) for n in range(3)}
    indicators = {f"n{n}": _indicator(draw, n, hypotheses) for n in range(draw(st.integers(0, 4)))}
    question = Question("q", "Which?", marking="TLP:RED", hypotheses=hypotheses, indicators=indicators)
    own, other = (_matrix(draw, analyst, hypotheses, items) for analyst in ("ann", "bob"))
    return Case(question, items, sources, {}, own, {"bob": other})


def _item(draw: st.DrawFn, number: int) -> Item:
    kind = draw(st.sampled_from([Kind.REPORT, Kind.REPORT, Kind.ARGUMENT]))
    tags = {"camp": (draw(st.sampled_from(["a", "漢字", "a long name of a camp in the mountains"])),)}
    return Item(
        f"s{number % 3}/i{number}",
        draw(TEXTS),
        kind,
        credibility=draw(st.sampled_from("1346")),
        when=draw(DATES),
        tags=tags,
    )


def _indicator(draw: st.DrawFn, number: int, hypotheses: dict[str, Hypothesis]) -> Indicator:
    given = draw(st.lists(st.sampled_from(list(hypotheses)), unique=True)) if hypotheses else []
    likely = {h: draw(st.sampled_from(["HL", "L", "C", "U", "HU"])) for h in given}
    status = draw(st.sampled_from(["open", "open", "seen", "not-seen", "dropped"]))
    return Indicator(f"n{number}", draw(TEXTS), draw(DATES), status, likely)


def _matrix(draw: st.DrawFn, analyst: str, hypotheses: dict[str, Hypothesis], items: dict[str, Any]) -> Matrix:
    ratings = st.sampled_from([None, *Rating, Rating.C, Rating.N, Rating.I])
    rows = {address: Row({h: rating for h in hypotheses if (rating := draw(ratings))}) for address in items}
    levels = st.sampled_from(list(Level))
    return Matrix("q", analyst, rows=rows, notes={address: Note(relevance=draw(levels)) for address in items})


def assert_sound(picture: Picture) -> None:
    """All of it lies in the picture; tiles and bars do not cover each other, and no words cover other words."""
    assert picture.caption
    assert picture.words
    for box in (_box(shape) for shape in picture.shapes):
        assert all(map(math.isfinite, box)), box
        left, top, right, bottom = box
        assert -NEAR <= left <= right <= picture.width + NEAR, (picture.name, box, picture.width)
        assert -NEAR <= top <= bottom <= picture.height + NEAR, (picture.name, box, picture.height)
    _assert_apart([_box(s) for s in picture.shapes if isinstance(s, Box) and s.ink is not Ink.GROUND])
    _assert_apart([_box(s) for s in picture.shapes if isinstance(s, Words)])


def _box(shape: Box | Stroke | Words) -> tuple[float, float, float, float]:
    """Left, top, right and bottom."""
    if isinstance(shape, Box):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    if isinstance(shape, Stroke):
        xs, ys = [x for x, _ in shape.points], [y for _, y in shape.points]
        return min(xs), min(ys), max(xs), max(ys)
    wide = width(shape.text, shape.size, bold=shape.bold)
    left = shape.x - {Anchor.START: 0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[shape.anchor]
    return left, shape.y - 0.76 * shape.size, left + wide, shape.y + 0.22 * shape.size


def _assert_apart(boxes: list[tuple[float, float, float, float]]) -> None:
    boxes.sort(key=lambda box: box[1])
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            if other[1] >= one[3] - NEAR:
                break
            assert other[0] >= one[2] - NEAR or other[2] <= one[0] + NEAR, (one, other)
