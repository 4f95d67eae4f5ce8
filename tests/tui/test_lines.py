"""The lines of the screen, made without a terminal: they fit, and they say what they must."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tui.hosting import heuer
from workbench.model import Case, Hypothesis, Matrix, Rating, Row
from workbench.tui import banner, cells, detail, guide, head
from workbench.tui.desk import Desk
from workbench.tui.shape import Shape, columns, shape
from workbench.tui.trial import Trial

SIZES = st.tuples(st.integers(12, 300), st.integers(3, 100))
ROOMY = Shape(top=4, detail=8, keys=1, header=3, figures=5, rule=True)


def sheet(desk: Desk, width: int, found: Shape = ROOMY) -> list[str]:
    """The head's lines as text."""
    names = [h.short for h in desk.hypotheses]
    made = columns(width, names, 0)
    return [line.text for line in (*head.names(desk, made, found), *head.figures(desk, made, found))]


def narrow(count: int) -> Case:
    case = heuer()
    hypotheses = {f"h{i}": Hypothesis(f"h{i}", f"Hypothesis {i}", "A statement.") for i in range(count)}
    ratings = dict(zip(hypotheses, [Rating.I, Rating.C, Rating.II] * count, strict=False))
    rows = {address: Row(ratings) for address in case.items}
    question = replace(case.question, hypotheses=hypotheses)
    return replace(case, question=question, matrix=Matrix("iraq", "baseline", rows=rows))


@settings(max_examples=50, deadline=None)
@given(SIZES, st.booleans(), st.integers(1, 12))
def test_every_line_fits_the_screen(size: tuple[int, int], rated: bool, count: int) -> None:
    width, height = size
    case = narrow(count)
    desk = Desk(case if rated else case.with_matrix(Matrix("iraq", "baseline")), "baseline")
    found, made = shape(height), columns(width, [h.short for h in desk.hypotheses], 0)
    lines = [
        *head.names(desk, made, found),
        *head.figures(desk, made, found),
        *(cells.row(desk, item, made, current=0) for item in case.items.values()),
        *(cells.heading(entry, made) for entry in desk.rows.entries if entry.heading),
        *detail.pane(desk, width, found.detail),
        banner.rule(desk, width),
        banner.key_line(desk, width),
        *banner.top(desk, width, found.top),
    ]
    assert all(line.width <= width for line in lines)
    assert len(detail.pane(desk, width, found.detail)) == found.detail
    assert len(banner.top(desk, width, found.top)) == found.top


def test_every_figure_has_its_line_where_there_is_room() -> None:
    shown = "\n".join(sheet(Desk(heuer(), "baseline"), 120))
    for text in ("points weighted, 0 is best", "points at equal weights", "rank", "0/6", "100%", "◆Minor action"):
        assert text in shown


def test_both_counts_and_coverage_fit_beside_each_other() -> None:
    found = ROOMY._replace(figures=2)
    shown = sheet(Desk(heuer(), "baseline"), 80, found)
    assert [line.strip()[:6] for line in shown[-3:-1]] == ["points", "rank  "]
    assert "│ 4" in shown[-3]


def test_narrow_columns_keep_whole_figures() -> None:
    shown = "\n".join(sheet(Desk(narrow(9), "baseline"), 80, ROOMY._replace(figures=3)))
    assert "points weighted|equal" in shown
    assert "…" not in shown.replace("Hypothesi…", "")


def test_a_tie_leads_together() -> None:
    shown = "\n".join(sheet(Desk(narrow(6), "baseline"), 200))
    assert shown.count("◆") == 2
    assert "1=" in shown


def test_what_is_little_tested_is_marked() -> None:
    case = heuer()
    rows = {a: Row({**r.ratings, "minor": Rating.NA}) for a, r in case.matrix.rows.items()}
    first = next(iter(rows))
    rows[first] = Row({**rows[first].ratings, "minor": Rating.C})
    desk = Desk(case.with_matrix(replace(case.matrix, rows=rows)), "baseline")
    assert "little tested" in "\n".join(sheet(desk, 200))
    assert "little" not in "\n".join(sheet(desk, 120))
    assert "17%!" in "\n".join(sheet(desk, 80, ROOMY._replace(figures=2)))


def test_help_stands_first_on_every_width() -> None:
    desk = Desk(heuer(), "baseline")
    for width in (6, 10, 20, 40, 80, 200):
        assert banner.key_line(desk, width).text.startswith(" ? help"[:width].rstrip()[:5])


def test_the_help_names_every_key_and_method() -> None:
    shown = " ".join(line.text for line in guide.guide(100).lines)
    for text in ("strongly expected", "ctrl r", "Weighted inconsistency", "equal weights", "blind", "no probabilities"):
        assert text in shown


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(["C", "CC", "N", "I", "II", "NA", ""]), min_size=1, max_size=30))
def test_counting_one_cell_comes_to_the_same_as_counting_all(given_ratings: list[str]) -> None:
    from workbench.model import edited

    desk = Desk(heuer(), "baseline")
    for value in given_ratings:
        edit = desk.rate(Rating(value) if value else None)
        assert edit is not None
        desk.take(edited(desk.case, edit), edit)
        desk.onward()
    fresh = Desk(desk.case, "baseline")
    assert (desk.unrated, desk.cells, desk.stale, desk.unconfirmed) == (
        fresh.unrated,
        fresh.cells,
        fresh.stale,
        fresh.unconfirmed,
    )
    assert desk.standing == fresh.standing


def test_the_pane_says_what_the_row_does() -> None:
    case = heuer()
    rows = {
        a: r.rate("minor", Rating.II if a == "embassy/public-statement" else Rating.C)
        for a, r in case.matrix.rows.items()
    }
    desk = Desk(case.with_matrix(replace(case.matrix, rows=rows)), "baseline")
    assert desk.standing is not None
    for address, said in (
        ("embassy/public-statement", "Without this row Minor action leads."),
        ("monitors/radio-traffic", "Without this row the order stands."),
        ("own/another-attack", "Without this row the order stands."),
    ):
        desk.go(address)
        for width in (80, 120, 200):
            assert said in " ".join(line.text for line in detail.pane(desk, width, 6)), (address, width)
    desk.take(case.with_matrix(replace(case.matrix, rows={})))
    assert "Without" not in " ".join(line.text for line in detail.pane(desk, 120, 8))


@settings(max_examples=60, deadline=None)
@given(st.integers(20, 200), st.integers(1, 12), st.lists(st.sampled_from([*Rating]), min_size=1, max_size=6))
def test_figures_before_and_after_are_never_cut(width: int, count: int, ratings: list[Rating]) -> None:
    desk = Desk(narrow(count), "baseline")
    assert desk.standing is not None
    desk.trial = Trial(desk.case, desk.standing)
    desk.looking = True
    for rating in ratings:
        edit = desk.rate(rating)
        assert edit is not None
        desk.take(desk.trial.apply(edit), edit)
        desk.onward()
    found = columns(width, [h.short for h in desk.hypotheses], 0)
    for made in head.figures(desk, found, ROOMY):
        assert "…" not in made.text[found.evidence :]
        assert made.width <= width


def test_a_large_case_is_shown_before_it_is_sorted() -> None:
    case = heuer()
    items = {f"s/i{n}": replace(next(iter(case.items.values())), address=f"s/i{n}") for n in range(7000)}
    same = Row(dict.fromkeys(("none", "minor", "major"), Rating.C))
    rows = {a: same.rate("major", Rating.I) if a == "s/i6999" else same for a in items}
    desk = Desk(replace(case, items=items, matrix=Matrix("iraq", "baseline", rows=rows)), "baseline")
    assert desk.waiting
    assert desk.standing is None
    assert desk.address == "s/i0"
    desk.settle()
    assert desk.address == "s/i6999"
    assert desk.standing is not None


def test_a_long_answer_is_not_cut_where_nothing_waits() -> None:
    case = heuer()
    rows = {a: r.rate("minor", Rating.I if a.startswith("own") else Rating.C) for a, r in case.matrix.rows.items()}
    desk = Desk(case.with_matrix(replace(case.matrix, rows=rows)), "baseline")
    assert desk.standing is not None
    short, long = (" ".join(made.text.strip() for made in banner.top(desk, width, 3)[1:]) for width in (80, 300))
    assert short == desk.standing.headline
    assert "Matrix 100%" in long
