"""The numbers of a picture, drawn and in words, are those of the record of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tests.report.conftest import HYPOTHESES, rated
from workbench.analysis.methods import DEFAULT
from workbench.analysis.noise import how_often
from workbench.analysis.slices import slices
from workbench.analysis.standing import standing
from workbench.analysis.timeline import timeline
from workbench.model import Case, Indicator
from workbench.report import jsontext
from workbench.report.comparecontent import compare_content
from workbench.report.comparejson import compare_record
from workbench.report.content import Content, matrix_content
from workbench.report.picture import Box, Ink, Picture, Words
from workbench.report.pictures.disagreement import disagreement_map
from workbench.report.pictures.heatmap import heat_map
from workbench.report.pictures.indicators import indicator_board
from workbench.report.pictures.noise import first_bars
from workbench.report.pictures.scorebars import score_bars
from workbench.report.pictures.slices import slice_panels
from workbench.report.pictures.timeline import timeline_lines
from workbench.report.pictures.tornado import tornado_bars
from workbench.report.sensitivitycontent import sensitivity_content
from workbench.report.sensitivityjson import sensitivity_record
from workbench.report.slicerecords import slices_record, timeline_record

ACTIVE = [h for h in HYPOTHESES if h != "proxies"]
SHORT = {h: HYPOTHESES[h].short for h in ACTIVE}


def content(case: Case) -> Content:
    return matrix_content(standing(case), program="ach")


def texts(picture: Picture) -> list[str]:
    return [shape.text for shape in picture.shapes if isinstance(shape, Words)]


def near(text: str, number: float) -> bool:
    """Whether a text is the number as it is printed."""
    shown = float(text)
    return abs(shown - number) <= 0.5 / 10.0 ** len(text.partition(".")[2])


def after(words: str, name: str, pattern: str) -> str:
    """What a pattern finds first behind a name."""
    found = re.search(pattern, words[words.index(name) + len(name) :])
    assert found
    return found[1]


def test_the_matrix_has_every_cell_and_the_scores(tangled: Case) -> None:
    drawn, record = heat_map(content(tangled)), jsontext.matrix_record(content(tangled))
    cells = [cell for row in record["rows"] for cell in row["ratings"].values()]
    tiles = [
        shape
        for shape in drawn.shapes
        if isinstance(shape, Words) and shape.text in {"CC", "C", "N", "I", "II", "NA", "·"}
    ]
    rows, scores = len(record["rows"]), standing(tangled).methods[DEFAULT].scores

    assert len(tiles) == rows * len(ACTIVE) + 7
    assert sorted(tile.text for tile in tiles[: rows * len(ACTIVE)] if tile.text != "·") == sorted(filter(None, cells))
    for h in ACTIVE:
        points = after(drawn.words, SHORT[h], r", (\S+) weighted points")
        assert near(points, float(scores[h]))
        assert points in texts(drawn)


def test_rows_that_separate_nothing_are_grey_and_unrated_cells_dotted(tangled: Case) -> None:
    drawn = heat_map(content(tangled))
    dotted = [shape for shape in drawn.shapes if isinstance(shape, Box) and shape.dotted]
    grey = [shape for shape in drawn.shapes if isinstance(shape, Box) and shape.ink is Ink.NEUTRAL]

    assert len(dotted) == 1 + 1  # and the one of the legend
    assert len(grey) == 5 + 1


def test_score_bars_are_as_long_as_the_points(heuer: Case) -> None:
    drawn = score_bars(content(heuer))
    scores = standing(heuer).methods[DEFAULT].scores
    orange = [shape for shape in drawn.shapes if isinstance(shape, Box) and shape.ink is Ink.INCONSISTENT]
    bars = sorted(shape.width for shape in orange[:-1])  # the last is that of the legend
    expected = sorted(float(p) for p in scores.values() if p)

    assert [round(bar / bars[-1], 6) for bar in bars] == [round(n / expected[-1], 6) for n in expected]
    assert "0 is best" in texts(drawn)
    assert all(near(after(drawn.words, SHORT[h], r", (\S+) weighted points"), float(scores[h])) for h in ACTIVE)


def test_the_tornado_has_the_swings_of_the_record(heuer: Case) -> None:
    found = sensitivity_content(standing(heuer))
    drawn, record = tornado_bars(found), sensitivity_record(found)["tornado"]

    assert len(record["rows"]) == 2
    for row in record["rows"]:
        assert near(after(drawn.words, row["item"], r"\) ([+-]\S+?)[.;]?(?: |$)"), row["swing"])
    assert drawn.caption.startswith("Minor action has 2.4 points fewer than Major action, its nearest rival; no row ")


def test_first_bars_say_how_often(heuer: Case) -> None:
    found = sensitivity_content(standing(heuer))
    drawn, record = first_bars(found), sensitivity_record(found)["noise"]

    for h in ACTIVE:
        shown = after(drawn.words, f"{SHORT[h]}: ", r"^([^.]*)")
        assert shown == how_often(found.noise, h)
        assert shown.startswith(f"{record['first'][h]:.0f} of") or record["first"][h] < 1
        assert shown in texts(drawn)
    assert "exact" in drawn.words
    assert "not how likely a hypothesis is" in drawn.caption


def test_slices_and_timelines_have_the_points_of_their_records(tangled: Case) -> None:
    cut = slices(standing(tangled), "source")
    _same(
        slice_panels(cut).words,
        ((f"{one['value']} (", one["scores"], one["not_tested"]) for one in slices_record(cut)["slices"]),
    )
    for clock in ("event", "reported"):
        found = timeline(standing(tangled), clock)
        drawn = timeline_lines(found)
        assert drawn
        (record,) = timeline_record(tangled, [found])["timelines"]
        moments = [moment for moment in record["moments"] if moment["changed"]]
        _same(drawn.words, ((f"{m['day'] or 'start'}: ", m["scores"], m["not_tested"]) for m in moments))


def _same(words: str, expected: Iterable[tuple[str, dict[str, float], list[str]]]) -> None:
    for begins, scores, untested in expected:
        said = words[words.index(begins) :]
        for h, number in scores.items():
            shown = after(said, f"{h} ", r"^(?:[◆!]+ )?(\S+?)[,.](?: |$)")
            assert shown == "–" if h in untested else near(shown, number)


def test_the_disagreement_map_marks_what_is_contested(tangled: Case) -> None:
    other = replace(tangled.matrix, analyst="zoe", rows={**tangled.matrix.rows, "embassy/precautions": rated("C C II")})
    found = compare_content(replace(tangled, colleagues={"zoe": other}), "ach")
    drawn, record = disagreement_map(found.found), compare_record(found)
    assert drawn
    contested = [cell for cell in record["cells"] if cell["contested"]]

    assert len(contested) == 2
    for cell in contested:
        assert f"{cell['address']} under {cell['hypothesis']}" in drawn.words
        assert f"{cell['spread']} steps" in drawn.words
    assert ", ".join(f"{steps} in {n}" for steps, n in record["spreads"].items()) in drawn.words


def test_an_indicator_board_finds_what_is_overdue_on_a_day(heuer: Case) -> None:
    watched = {
        "visas": Indicator("visas", "Visas are sold.", "1993-08", likely={"none": "HU", "minor": "L", "major": "HL"}),
        "calls": Indicator("calls", "Reservists are called up.", "1994", likely={"none": "U"}),
    }
    case = replace(heuer, question=replace(heuer.question, indicators=watched))
    early, late = (indicator_board(case, day) for day in (date(1993, 8, 1), date(1993, 9, 1)))
    assert early
    assert late

    assert early.caption == "Of 2 indicators, on 1993-08-01: 2 open. Due next: 1993-08."
    assert late.caption == "Of 2 indicators, on 1993-09-01: 1 overdue and 1 open. Due next: 1994."
    assert "visas, by 1993-08, overdue: none HU, minor L, major HL." in late.words
    assert indicator_board(heuer, date(1993, 9, 1)) is None
