from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.coverage import Coverage
from workbench.analysis.points import Points
from workbench.analysis.ranking import foremost, label, leading, ranks

scores = st.dictionaries(st.sampled_from("abcdef"), st.builds(Points, st.integers(0, 4), st.integers(0, 2)))


def test_ties_share_the_better_rank_and_the_untested_have_none() -> None:
    points = {"a": Points(2), "b": Points(0), "c": Points(2), "d": Points(0), "e": Points(4)}
    found = ranks(points, {"a", "c", "d", "e"})
    assert found == {"a": 2, "b": None, "c": 2, "d": 1, "e": 4}
    assert [label(found, h) for h in found] == ["2=", "–", "2=", "1", "4"]
    assert leading(points, {"a", "c", "e"}) == ("a", "c")
    assert leading(points, ()) == ()


@given(scores, st.sets(st.sampled_from("abcdef")))
def test_rank_is_one_more_than_how_many_tested_have_fewer(points: dict[str, Points], tested: set[str]) -> None:
    for h, rank in ranks(points, tested).items():
        fewer = sum(points[other] < points[h] for other in points if other in tested)
        assert rank == (fewer + 1 if h in tested else None)


@given(scores, st.sets(st.sampled_from("abcdef")), st.sets(st.sampled_from("abcdef")))
def test_the_foremost_by_rank_have_the_fewest_points(
    points: dict[str, Points], tested: set[str], some: set[str]
) -> None:
    assert foremost(ranks(points, tested), some & tested) == leading(points, some & tested)


def coverage(rows: int = 20, **bears_on: int) -> Coverage:
    return Coverage(rows, bears_on, dict.fromkeys(bears_on, 0))


def test_little_tested_is_strictly_fewer_than_half_of_the_best_covered() -> None:
    found = coverage(a=10, b=5, c=4, d=0)
    assert (found.little_tested, found.not_tested) == (("c",), ("d",))
    assert (found.tested, found.well_tested) == (("a", "b", "c"), ("a", "b"))
    assert found.shares == {"a": 0.5, "b": 0.25, "c": 0.2, "d": 0.0}


def test_without_rows_or_hypotheses_nothing_is_tested() -> None:
    assert coverage(0, a=0).shares == {"a": 0.0}
    assert coverage(0, a=0).not_tested == ("a",)
    assert coverage(0).tested == coverage(0).little_tested == coverage(0).well_tested == ()
