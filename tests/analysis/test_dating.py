"""One day for what is known to the month, lasted, or has no end: nothing is used before it surely was there."""

from datetime import date

import pytest

from workbench.analysis import dating
from workbench.analysis.dating import EVENT, REPORTED, Window
from workbench.model import Case, Item, Kind, Matrix, Question, Source


def case(published: str = "2019-07~") -> Case:
    return Case(Question("q", "?"), {}, {"s": Source("s", "S", published=published)}, {}, Matrix("q", "me"))


def day(clock: str, published: str = "2019-07~", **said: str) -> str:
    found = dating.day(case(published), Item("s/a", "Text.", **said), clock)  # type: ignore[arg-type]
    return found.isoformat() if found else ""


@pytest.mark.parametrize(
    "when, expected",
    [
        ("2019", "2019-12-31"),
        ("2019-02", "2019-02-28"),
        ("2019-02-03?", "2019-02-03"),
        ("2018-12/2019-04~", "2019-04-30"),
        ("../2018", "2018-12-31"),
        ("2018-10/..", "2019-07-31"),  # to the day it was reported: nobody reports what is still to come
        ("2020/", "2020-01-01"),  # foretold: not before it begins
        ("unknown", ""),
        ("", ""),
        ("last summer", ""),
    ],
)
def test_what_happened_counts_from_its_last_day(when: str, expected: str) -> None:
    assert day(EVENT, when=when) == expected


def test_what_never_ends_and_was_never_reported_has_no_day() -> None:
    assert day(EVENT, published="unknown", when="2018/..") == ""


@pytest.mark.parametrize(
    "reported, published, expected",
    [
        ("2018", "2019-07~", "2018-12-31"),
        ("", "2019-07~", "2019-07-31"),
        ("unknown", "2019-07~", "2019-07-31"),
        ("2018/..", "2019-07~", "2019-07-31"),
        ("", "unknown", ""),
        ("", "", ""),
    ],
)
def test_reported_by_its_origin_else_by_its_source(reported: str, published: str, expected: str) -> None:
    assert day(REPORTED, published, reported=reported) == expected


def test_an_item_without_its_source_has_no_day_of_publication() -> None:
    assert dating.reported(case(), Item("gone/a", "Text.")) is None


@pytest.mark.parametrize("kind", Kind)
def test_only_our_own_thinking_is_timeless_and_only_without_a_date(kind: Kind) -> None:
    item = Item("s/a", "Text.", kind)

    assert dating.timeless(item, None) == (kind in {Kind.ASSUMPTION, Kind.ARGUMENT})
    assert not dating.timeless(item, date(2019, 1, 1))


@pytest.mark.parametrize(
    "window, expected",
    [
        (Window.YEAR, ("2019", date(2019, 1, 1), date(2019, 12, 31))),
        (Window.QUARTER, ("2019-Q4", date(2019, 10, 1), date(2019, 12, 31))),
        (Window.MONTH, ("2019-11", date(2019, 11, 1), date(2019, 11, 30))),
    ],
)
def test_windows(window: Window, expected: tuple[str, date, date]) -> None:
    assert dating.window(date(2019, 11, 30), window) == expected


def test_windows_of_early_years_keep_their_order() -> None:
    assert dating.window(date(987, 2, 1), Window.MONTH) == ("0987-02", date(987, 2, 1), date(987, 2, 28))
