from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from workbench.analysis.heuer import Action, Task, tasks
from workbench.analysis.heuer.indicators import Watched, watched
from workbench.model import Case, Indicator

Build = Callable[..., Case]
TODAY = date(2026, 11, 22)
TELLING = {"h1": "HL", "h2": "U"}


def of(build: Build, *, by: str = "2027", status: str = "open", likely: Mapping[str, str] = TELLING) -> Case:
    case = build({"s/a": "C I"})
    indicator = Indicator("sign", "A sign.", by, status, likely)
    return replace(case, question=replace(case.question, indicators={"sign": indicator}))


def seen(case: Case) -> Watched:
    (found,) = watched(case, TODAY)
    return found


def left(case: Case) -> list[Task]:
    return list(tasks(case, 8, TODAY))


@pytest.mark.parametrize(
    "by, overdue",
    [
        *(("2026-11-21", True), ("2026-11-22", False), ("2026-11", False), ("2026-10", True), ("2025", True)),
        *(("2026", False), ("2024/2026-06", True), ("2024/..", False), ("../2025", True)),
        *(("unknown", False), ("", False), ("soon", False), ("2025~", True)),
    ],
)
def test_overdue_is_what_is_open_after_its_last_day(build: Build, by: str, overdue: bool) -> None:
    assert seen(of(build, by=by)).overdue == overdue
    assert not any(seen(of(build, by=by, status=status)).overdue for status in ("seen", "not-seen", "dropped"))


def test_what_is_overdue_may_be_an_absence(build: Build) -> None:
    (found,) = left(of(build, by="2025"))

    assert found.sentence == "It should have been seen by 2025. Was it? If not, that may be evidence: an absence."
    assert Action.ABSENCE in found.kind.can
    assert (found.id, found.kind.must) == ("sign", True)


@pytest.mark.parametrize(
    "likely, spread, separates, asked",
    [
        ({"h1": "HL", "h2": "HU"}, 4, True, []),
        ({"h1": "L", "h2": "C"}, 1, True, []),
        ({"h1": "L", "h2": "L"}, 0, False, ["indicator-separates-nothing"]),
        ({"h1": "L", "h2": "L", "gone": "HU"}, 0, False, ["indicator-separates-nothing"]),
        ({"h1": "L"}, 0, True, ["indicator-without-likelihoods"]),
        ({"h1": "L", "h2": "?"}, 0, True, ["indicator-without-likelihoods"]),
        ({}, 0, True, ["indicator-without-likelihoods"]),
    ],
)
def test_how_far_an_indicator_tells_hypotheses_apart(
    build: Build,
    likely: Mapping[str, str],
    spread: int,
    separates: bool,
    asked: list[str],
) -> None:
    case = of(build, likely=likely)

    assert (seen(case).spread, seen(case).separates) == (spread, separates)
    assert [task.kind.name for task in left(case)] == asked


def test_the_hypotheses_without_a_likelihood_are_named(build: Build) -> None:
    assert [t.sentence for t in left(of(build, likely={"h1": "L"}))] == ["How likely is it under H2?"]
    assert [t.sentence for t in left(of(build, likely={}))] == ["How likely is it under each hypothesis?"]


def test_without_a_date_nobody_can_say_when_it_is_overdue(build: Build) -> None:
    assert [(t.kind.name, t.kind.must) for t in left(of(build, by=""))] == [("indicator-without-date", False)]


def test_what_is_settled_lacks_nothing(build: Build) -> None:
    assert left(of(build, by="", status="seen", likely={})) == []


def test_without_any_there_is_one_to_name(build: Build) -> None:
    (found,) = left(build({"s/a": "C I"}))

    assert found.kind.one == "name what to watch for, and how likely it is under each hypothesis"
