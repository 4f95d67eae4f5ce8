"""Every picture of any case lies within its bounds, and nothing in it covers anything else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.report.pictures.drawing import SCRIPTS, TEXTS, assert_sound, cases
from workbench.analysis.methods import METHODS
from workbench.analysis.scoring import every_method
from workbench.analysis.slices import known, slices
from workbench.analysis.standing import standing
from workbench.analysis.timeline import timeline
from workbench.model import Case
from workbench.report.comparecontent import compare_content
from workbench.report.content import Content, matrix_content
from workbench.report.document import Imprint
from workbench.report.picture import Picture
from workbench.report.pictures.alone import alone
from workbench.report.pictures.apart import apart
from workbench.report.pictures.disagreement import disagreement_map
from workbench.report.pictures.heatmap import heat_map
from workbench.report.pictures.indicators import indicator_board
from workbench.report.pictures.measure import width, wrapped
from workbench.report.pictures.noise import first_bars
from workbench.report.pictures.scorebars import score_bars
from workbench.report.pictures.slices import slice_panels
from workbench.report.pictures.timeline import timeline_lines
from workbench.report.pictures.tornado import tornado_bars
from workbench.report.pictures.transposed import transposed_map
from workbench.report.sensitivitycontent import sensitivity_content

SOME = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@SOME
@given(cases(), st.sampled_from([heat_map, transposed_map]))
def test_the_matrix(case: Case, drawing: Callable[[Content], Picture]) -> None:
    drawn = drawing(matrix_content(standing(case), program="ach"))

    assert_sound(drawn)
    assert_sound(alone(drawn, Imprint("ach", "Which? " * 40, analyst="ann"), "TLP:AMBER+STRICT"))


@SOME
@given(cases())
def test_scores_under_every_method(case: Case) -> None:
    content = matrix_content(standing(case), program="ach")

    assert_sound(score_bars(content))
    for found in every_method(content.standing, None, METHODS).values():
        assert_sound(score_bars(content, found))


@SOME
@given(cases(most=8))
def test_sensitivity(case: Case) -> None:
    content = sensitivity_content(standing(case))

    assert_sound(first_bars(content))
    if content.tornado:
        assert_sound(tornado_bars(content))
    else:
        with pytest.raises(ValueError, match="no gap"):
            tornado_bars(content)


@SOME
@given(cases())
def test_slices_and_time(case: Case) -> None:
    whole = standing(case)

    for by in known(case):
        assert_sound(slice_panels(slices(whole, by)))
    for clock in ("event", "reported"):
        if drawn := timeline_lines(timeline(whole, clock)):
            assert_sound(drawn)


@SOME
@given(cases())
def test_analysts_and_indicators(case: Case) -> None:
    if drawn := disagreement_map(compare_content(case, "ach").found):
        assert_sound(drawn)
    if board := indicator_board(case, date(2019, 1, 1)):
        assert_sound(board)


@given(TEXTS, st.floats(1, 300), st.booleans())
def test_words_are_wrapped_and_never_cut(text: str, room: float, bold: bool) -> None:
    """Nothing but blanks is lost, and only a letter that is wider than the room stands out."""
    lines = wrapped(text, room, 8, bold=bold)
    whole = wrapped(text, 1e9, 8)

    assert "".join(lines).replace(" ", "") == "".join(whole).replace(" ", "")
    assert all(width(line, 8, bold=bold) <= room + 1e-6 or single(line) for line in lines)


def single(line: str) -> bool:
    """Whether a line is one letter, with whatever hangs on it."""
    return len(list(filter(lambda c: width(c, 8) > 0, line))) <= 1 or "\u200d" in line


@pytest.mark.parametrize("text", SCRIPTS)
def test_a_text_is_as_wide_as_its_letters(text: str) -> None:
    assert width(text, 8) == pytest.approx(sum(width(letter, 8) for letter in text))
    assert width(text, 16) == pytest.approx(2 * width(text, 8))


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(1, 30)), min_size=1, max_size=20))
def test_names_are_moved_apart_and_stay_in_order(found: list[tuple[float, float]]) -> None:
    found.sort()
    tall = [height for _, height in found]
    bottom = max(500.0, sum(tall))
    places = apart([y for y, _ in found], tall, 0, bottom)
    edges = [(y - height / 2, y + height / 2) for y, height in zip(places, tall, strict=True)]

    assert edges[0][0] >= -1e-6
    assert edges[-1][1] <= bottom + 1e-6
    assert all(one[1] <= other[0] + 1e-6 for one, other in pairwise(edges))


def test_names_that_have_room_stay_where_they_are() -> None:
    assert apart([10, 50, 90], [10, 10, 10], 0, 100) == [10, 50, 90]
