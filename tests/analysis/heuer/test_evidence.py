from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from workbench.analysis.heuer import tasks
from workbench.analysis.narrowing import narrowed
from workbench.model import Case, Condition, Kind, Narrowing, Note, OwnGrade, Source

Build = Callable[..., Case]
TODAY = date(2026, 11, 22)


def left(case: Case) -> list[tuple[str, str, str, bool]]:
    return [(t.kind.name, t.address or t.id, t.part, t.kind.must) for t in tasks(case, 2, TODAY)]


def test_without_evidence_there_is_some_to_add(build: Build) -> None:
    case = build({"s/a": "C C"})

    assert left(build({})) == [("no-evidence", "", "", True)]
    assert left(narrowed(case, Narrowing((Condition("source", "gone"),)))) == [("nothing-in-view", "", "", True)]


@pytest.mark.parametrize(
    "item, lacks",
    [
        ({"origins": ("ann",)}, []),
        ({"origins": ("ann",), "credibility": "6"}, []),
        ({"origins": ("ann",), "credibility": ""}, [("item-without-grade", "s/a", "credibility", True)]),
        ({"origins": ("ann",), "credibility": "9"}, [("item-without-grade", "s/a", "credibility", True)]),
        ({}, [("no-origin", "s/a", "origin", False)]),
        ({"kind": Kind.DENIAL}, [("no-origin", "s/a", "origin", False)]),
        ({"retells": "t/a"}, []),
        ({"kind": Kind.ABSENCE}, [("absence-without-search", "s/a", "looked_in", True)]),
        ({"kind": Kind.ABSENCE, "looked_in": "Here."}, [("absence-without-search", "s/a", "would_show", True)]),
        ({"kind": Kind.ABSENCE, "looked_in": "Here.", "would_show": "Yes."}, []),
        ({"kind": Kind.ASSESSMENT}, [("assessment-without-grounds", "s/a", "rests_on", True)]),
        ({"kind": Kind.ASSESSMENT, "rests_on": ("t/a",)}, []),
        ({"kind": Kind.ARGUMENT, "credibility": ""}, []),
        ({"kind": Kind.ASSUMPTION, "credibility": ""}, []),
    ],
)
def test_what_an_item_lacks_depends_on_its_kind(
    build: Build, item: dict[str, Any], lacks: list[tuple[str, str, str, bool]]
) -> None:
    assert left(build({"s/a": "C C"}, items={"s/a": item}, origins={"ann": "B"})) == lacks


def test_the_analysts_own_grade_is_a_grade(build: Build) -> None:
    items = {"s/a": {"credibility": "", "origins": ("ann",)}}

    assert left(build({"s/a": "C C"}, items=items, origins={"ann": "F"}, grades={"s/a": OwnGrade("4")})) == []


def test_sources_and_origins_without_a_grade_are_named_once(build: Build) -> None:
    items = {a: {"origins": ("ann", "eve")} for a in ("s/a", "s/b", "t/a")}
    case = build({"s/a": "C C", "s/b": "C C", "t/a": "C C"}, items, sources={"s": ""}, origins={"ann": "", "bob": ""})

    assert left(case) == [
        ("source-without-grade", "s", "reliability", True),
        ("origin-without-grade", "ann", "reliability", False),
        ("origin-without-grade", "eve", "reliability", False),
    ]


def test_our_own_analysis_and_what_is_parked_are_not_graded(build: Build) -> None:
    items = {"own/a": {"kind": Kind.ARGUMENT, "credibility": ""}, "s/a": {"credibility": ""}}
    case = build({"own/a": "C C", "s/a": "C C"}, items, notes={"s/a": Note(parked="so")})
    own = Source("own", "Own", kind="own-analysis")

    assert left(replace(case, sources={"own": own, "s": Source("s", "S")})) == []
