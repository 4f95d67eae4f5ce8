from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from workbench.analysis import standing
from workbench.analysis.heuer import tasks
from workbench.analysis.heuer.assumptions import assumptions, own_points
from workbench.analysis.points import ZERO
from workbench.model import CHECKLIST, Case, Kind, Note, Rating, Row

Build = Callable[..., Case]
TODAY = date(2026, 11, 22)
ALL = tuple(CHECKLIST)
OWN = {"kind": Kind.ASSUMPTION, "credibility": ""}


def left(case: Case) -> list[tuple[str, str, str, bool]]:
    return [(t.kind.name, t.address or t.id, t.part, t.kind.must) for t in tasks(case, 6, TODAY)]


@pytest.mark.parametrize(
    "fields, lacks",
    [
        ({"standing": "solid", "if_wrong": "Then not."}, []),
        ({"if_wrong": "Then not."}, [("assumption-without-standing", "own/a", "standing", True)]),
        ({"standing": "solid"}, [("assumption-without-consequence", "own/a", "if_wrong", True)]),
        ({"standing": "unsupported", "if_wrong": "Not."}, [("unsupported-assumption", "own/a", "", False)]),
        ({"kind": Kind.ARGUMENT}, []),
    ],
)
def test_what_an_assumption_lacks(
    build: Build, fields: dict[str, Any], lacks: list[tuple[str, str, str, bool]]
) -> None:
    case = build({"own/a": "C I"}, items={"own/a": OWN | fields}, checks={"x": dict.fromkeys(ALL, "No.")})

    assert left(case) == lacks


def test_a_suspect_has_its_open_questions(build: Build) -> None:
    answered = dict.fromkeys(ALL[:4], "No.")
    case = build({"s/a": "C I"}, checks={"s": answered}, deceptive={"eve": {"s/a": Row({"h1": Rating.I})}})

    assert [entry[1:] for entry in left(case)] == [
        *(("eve", key, True) for key in ALL),
        *(("s", key, True) for key in ALL[4:]),
    ]
    assert tasks(case, 6, TODAY)[-1].sentence == f"s: {CHECKLIST['evidence']}"


def test_whether_anybody_is_to_be_suspected_is_asked_once_all_is_rated(build: Build) -> None:
    assert left(build({"s/a": "C I"})) == [("nobody-suspected", "", "", False)]
    assert left(build({"s/a": "C -"})) == []


def test_points_that_rest_on_our_own_thinking(build: Build) -> None:
    items = {a: OWN | {"standing": s} for a, s in (("own/a", "solid"), ("own/b", ""), ("own/c", "unsupported"))}
    items["own/d"] = {"kind": Kind.ARGUMENT, "standing": "caveated"}
    rows = {"own/a": "I C", "own/b": "C II", "own/c": "II C", "own/d": "II NA", "s/a": "I I"}
    now = standing(build(rows, items, notes={"own/c": Note(parked="so")}))
    found = assumptions(now)

    assert [(row.address, row.standing, row.parked) for row in found] == [
        *(("own/b", "", False), ("own/c", "unsupported", True)),
        *(("own/d", "caveated", False), ("own/a", "solid", False)),
    ]
    assert [{h: str(points) for h, points in row.points.items()} for row in found] == [
        *({"h2": "2"}, {}, {"h1": "2"}, {"h1": "1"})
    ]
    assert {h: str(points) for h, points in own_points(now).items()} == {"h1": "3", "h2": "2"}
    assert set(own_points(standing(build({"s/a": "I I"}))).values()) == {ZERO}
