"""How a pair that reads alike can be settled."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from workbench.analysis.heuer.duplicates import Duplicate
from workbench.analysis.heuer.settling import Means, Way, ways
from workbench.model import Case, Kind, Park, Source
from workbench.model.authoring import MergeItems, SetItem

Build = Callable[..., Case]


def settled(build: Build, items: dict[str, dict[str, Any]], sources: dict[str, str] | None = None) -> tuple[Way, ...]:
    case = build(dict.fromkeys(items, "C I"))
    case = replace(
        case,
        items={a: replace(case.items[a], **fields) for a, fields in items.items()},
        sources={s: Source(s, s, published=day) for s, day in (sources or {}).items()},
    )
    one, other = items
    return ways(case, Duplicate(one, other, 0.5, same_origin=False, same_date=False))


def test_two_of_one_source_are_merged_either_way(build: Build) -> None:
    found = settled(build, {"s/a": {}, "s/b": {}})

    assert [way.means for way in found] == [Means.MERGE, Means.MERGE, Means.PARK, Means.PARK, Means.APART]
    assert [way.change for way in found[:2]] == [MergeItems("s/a", "s/b"), MergeItems("s/b", "s/a")]
    assert found[2].edit == Park("s/b", "Says the same as s/a.")
    assert (found[-1].change, found[-1].edit) == (None, None)


def test_two_sources_stay_two_and_the_later_one_retells_the_earlier(build: Build) -> None:
    found = settled(build, {"s/a": {}, "t/b": {}}, {"s": "2019-08", "t": "2019-07"})

    assert [way.means for way in found] == [Means.RETELLS, Means.RETELLS, Means.PARK, Means.PARK, Means.APART]
    assert found[0].change == SetItem("s/a", {"retells": "t/b"})
    undated = settled(build, {"s/a": {}, "t/b": {"reported": "2019"}}, {"s": "unknown"})
    assert undated[0].change == SetItem("s/a", {"retells": "t/b"})


def test_the_origin_of_one_can_be_that_of_both(build: Build) -> None:
    found = settled(build, {"s/a": {"origins": ("eve",)}, "t/b": {}})
    alike = settled(build, {"s/a": {"origins": ("eve",)}, "t/b": {"origins": ("eve",)}})

    assert [way.change for way in found if way.means is Means.ORIGIN] == [SetItem("t/b", {"origin": ("eve",)})]
    assert Means.ORIGIN not in {way.means for way in alike}


def test_our_own_thinking_retells_nothing(build: Build) -> None:
    found = settled(build, {"own/a": {"kind": Kind.ASSUMPTION}, "t/b": {"origins": ("eve",)}})

    assert [way.means for way in found] == [Means.PARK, Means.PARK, Means.APART]
