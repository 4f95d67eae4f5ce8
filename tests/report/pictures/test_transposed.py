"""The matrix transposed: every cell under the number of its row, in as many bands as it takes, with the texts below."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from tests.report.pictures.drawing import assert_sound
from tests.report.pictures.test_numbers import content, texts
from workbench.model import Case, Hypothesis, Item, Matrix, Question, Rating, Row
from workbench.printing import parts
from workbench.report.content import Content
from workbench.report.imprint import imprint
from workbench.report.picture import Anchor, Ink, Picture, Words
from workbench.report.pictures.alone import alone
from workbench.report.pictures.heatmap import heat_map
from workbench.report.pictures.transposed import transposed_map

LETTERS = {rating.value for rating in Rating} | {"·"}

SCALE = [Rating.C, Rating.N, Rating.I, Rating.II, Rating.CC, Rating.NA]


def large(hypotheses: int, rows: int, deciding: int) -> Case:
    """So many rows, of which so many decide."""
    names = [f"h{n}" for n in range(hypotheses)]
    items = {
        f"s/i{n}": Item(f"s/i{n}", f"What was seen on day {n}, told in a sentence of some length.") for n in range(rows)
    }
    rated = {
        address: Row({h: SCALE[(n + k) % 4] if n < deciding else Rating.N for k, h in enumerate(names)})
        for n, address in enumerate(items)
    }
    question = Question("q", "Which?", hypotheses={h: Hypothesis(h, f"Name {h}", "") for h in names})
    return Case(question, items, {}, {}, Matrix("q", "ann", rows=rated), {})


def cells(drawn: Picture, found: Content) -> list[tuple[str, str, str]]:
    """The letters of each tile with what stands above and beside it: number, name, letter."""
    words = [shape for shape in drawn.shapes if isinstance(shape, Words)]
    numbers = {str(row.number) for row in found.rows}
    names = {score.hypothesis.short for score in found.scores}
    over = [word for word in words if word.text in numbers and word.anchor is Anchor.MIDDLE and word.ink is Ink.TEXT]
    beside = [word for word in words if word.text in names]
    tiles = [word for word in words if word.text in LETTERS and word.size > 7]
    return [
        (
            max((w for w in over if abs(w.x - tile.x) < 1 and w.y < tile.y), key=lambda w: w.y).text,
            min(beside, key=lambda w: abs(w.y - tile.y)).text,
            tile.text,
        )
        for tile in tiles
    ]


@pytest.mark.parametrize(("hypotheses", "rows", "deciding"), [(3, 3, 2), (8, 47, 22), (5, 100, 40), (2, 200, 200)])
def test_every_cell_stands_under_its_number_beside_its_name(hypotheses: int, rows: int, deciding: int) -> None:
    found = content(large(hypotheses, rows, deciding))
    drawn = transposed_map(found)
    expected = [
        (str(row.number), score.hypothesis.short, row.ratings[score.hypothesis.id].value)
        for row in found.rows
        for score in found.scores
    ]

    assert_sound(drawn)
    assert Counter(cells(drawn, found)) == Counter(expected)


def test_it_says_what_the_upright_one_says(tangled: Case) -> None:
    """The same caption and text alternative, and every total, grade and weight that stands there."""
    upright, drawn = heat_map(content(tangled)), transposed_map(content(tangled))
    found = content(tangled)

    assert (drawn.name, drawn.caption, drawn.words) == (upright.name, upright.caption, upright.words)
    for score in found.scores:
        assert {score.points["parc-weighted"], score.adjusted["parc-weighted"]} <= set(texts(drawn))
    assert Counter(t for t in texts(drawn) if t in {r.grade for r in found.rows}) == Counter(
        row.grade for row in found.rows
    )


def test_leaders_are_bold(heuer: Case) -> None:
    found = content(heuer)
    bold = {shape.text for shape in transposed_map(found).shapes if isinstance(shape, Words) and shape.bold}
    leaders = {score.hypothesis.short for score in found.scores if "parc-weighted" in score.leads}

    assert leaders == {score.hypothesis.short for score in found.scores} & bold


def test_the_picture_of_a_usual_matrix_is_a_slide() -> None:
    found = content(large(8, 47, 22))
    drawn = alone(transposed_map(found), imprint(found.standing, "ach"), "TLP:CLEAR")

    assert drawn.width / drawn.height >= 16 / 9


def test_many_rows_go_on_in_bands_of_one_width() -> None:
    found = content(large(4, 300, 10))
    drawn = transposed_map(found)

    assert drawn.width < 2000
    assert sum(text.endswith("continued") for text in texts(drawn)) == 3
    assert texts(drawn).count("Name h1") == 4


def test_texts_that_do_not_stand_below_are_named() -> None:
    """Those that decide always stand there; the others where the picture stays a slide."""
    few, many = (transposed_map(content(large(hypotheses, 30, 5))) for hypotheses in (4, 16))

    assert not any("printed matrix" in text for text in texts(few))
    assert "The texts of rows 6 to 30 stand in the printed matrix, under the same numbers." in texts(many)
    assert sum("told in a" in text for text in texts(many)) == 5


def test_a_matrix_that_is_printed_transposed_is_drawn_so(heuer: Case) -> None:
    found = content(heuer)
    upright, turned = (parts.matrix(found.standing, transpose=transpose) for transpose in (False, True))

    assert upright.rendered("svg") != turned.rendered("svg")
    assert "All rows" in turned.rendered("svg")


def test_nothing_rated_is_not_said_to_separate_nothing(heuer: Case) -> None:
    empty = content(replace(heuer, matrix=replace(heuer.matrix, rows={})))

    for drawn in (heat_map(empty), transposed_map(empty)):
        assert "Not rated yet" in " ".join(texts(drawn))
        assert "Separates nothing" not in " ".join(texts(drawn))
