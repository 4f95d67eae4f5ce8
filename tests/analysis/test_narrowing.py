"""A case narrowed to a slice or to a date: who is left, whose voice they speak with, and what is said of it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.dated import dated_cases, figures
from workbench.analysis.methods import DEFAULT
from workbench.analysis.narrowing import NAMED, narrowed, title
from workbench.analysis.standing import standing
from workbench.model import Case, Condition, Edit, Kind, Narrowing, Park, Rate, Rating, edited

Build = Callable[..., Case]


def to(*conditions: str, as_of: str = "") -> Narrowing:
    pairs = (text.partition("=") for text in conditions)
    return Narrowing(tuple(Condition(by, value) for by, _, value in pairs), as_of)


def left(case: Case, *conditions: str, as_of: str = "") -> list[str]:
    return [*narrowed(case, to(*conditions, as_of=as_of)).items]


@pytest.fixture
def case(build: Build) -> Case:
    items: dict[str, dict[str, Any]] = {
        "s/a": {"tags": {"camp": ("x", "y")}, "when": "2018/2019-03", "origins": ("ann", "bob")},
        "s/b": {"tags": {"camp": ("y",)}, "when": "2019-06", "reported": "2018"},
        "t/c": {"tags": {"topic": ("x",)}, "kind": Kind.DENIAL, "when": "unknown"},
        "own/d": {"kind": Kind.ARGUMENT},
    }
    made = build(dict.fromkeys(items, "I C"), items, origins={"ann": "B", "bob": "B"})
    return replace(made, sources={**made.sources, "s": replace(made.sources["s"], published="2019-07~")})


@pytest.mark.parametrize(
    "conditions, expected",
    [
        (["camp=y"], ["s/a", "s/b"]),
        (["camp=x"], ["s/a"]),
        (["topic=x"], ["t/c"]),
        (["source=t"], ["t/c"]),
        (["kind=denial"], ["t/c"]),
        (["origin=bob"], ["s/a"]),
        (["period=2018"], ["s/a"]),
        (["period=2019"], ["s/a", "s/b"]),
        (["period=2019-03-31/2019-06"], ["s/a", "s/b"]),
        (["camp=y", "period=2018"], ["s/a"]),
        (["camp=y", "camp=x"], ["s/a"]),
        (["camp=z"], []),
        (["nothing=x"], []),
    ],
)
def test_all_conditions_hold(case: Case, conditions: list[str], expected: list[str]) -> None:
    assert left(case, *conditions) == expected


@pytest.mark.parametrize(
    "as_of, expected",
    [
        ("2017", ["own/d"]),
        ("2018", ["s/b", "own/d"]),
        ("2019-06", ["s/b", "own/d"]),
        ("2019-07-30", ["s/b", "own/d"]),
        ("2019-07", ["s/a", "s/b", "own/d"]),
    ],
)
def test_as_of_a_date_is_what_was_reported_by_the_end_of_it(case: Case, as_of: str, expected: list[str]) -> None:
    assert left(case, as_of=as_of) == expected


def test_nothing_asked_is_the_very_case(case: Case) -> None:
    assert narrowed(case, Narrowing()) is case


def test_a_period_that_is_none_is_refused(case: Case) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        narrowed(case, to("period=soon"))


def test_narrowing_twice_is_narrowing_to_both(case: Case) -> None:
    twice = narrowed(narrowed(case, to("camp=y")), to(as_of="2018"))

    assert twice == narrowed(case, to("camp=y", as_of="2018"))
    assert twice.narrowed
    assert twice.narrowed.outside == {a: case.items[a] for a in ("s/a", "t/c", "own/d")}


def test_what_was_left_out_is_said_first(case: Case) -> None:
    found = standing(narrowed(case, to("period=2019")))

    assert found.remarks[:2] == (
        "Only period=2019: 2 of 4 rows; 2 are left out.",
        "2 rows have no date and are left out: t/c, own/d.",
    )


def test_our_own_thinking_stays_as_of_a_date_and_that_is_said(case: Case) -> None:
    found = standing(narrowed(case, to("kind=argument", as_of="2018")))

    assert found.remarks[:2] == (
        "Only kind=argument, as reported by the end of 2018: 1 of 4 rows; 3 are left out.",
        "1 row has no date and is kept, as our own thinking that may know what came later.",
    )


def test_parked_rows_are_not_counted(case: Case) -> None:
    parked = edited(edited(case, Park("t/c", "because")), Park("s/b", "because"))
    found = standing(narrowed(parked, to("period=2018")))

    assert found.remarks[:2] == (
        "Only period=2018: 1 of 2 rows; 1 is left out.",
        "1 row has no date and is left out: own/d.",
    )


def test_a_sentence_names_so_many_and_no_more(build: Build) -> None:
    found = standing(narrowed(build({f"s/a{n}": "I C" for n in range(NAMED + 3)}), to("period=2018")))

    assert found.remarks[1].endswith(f"s/a{NAMED - 1} and 3 more.")


def test_titles() -> None:
    assert title(to("camp=x", "kind=report", as_of="2019")) == "only camp=x and kind=report, as of 2019"
    assert title(to(as_of="2019")) == "as of 2019"


def adjusted(case: Case, *conditions: str) -> dict[str, str]:
    return {h: str(p) for h, p in standing(narrowed(case, to(*conditions))).methods[DEFAULT].adjusted.items()}


def test_a_first_teller_outside_leaves_its_retelling_to_speak(build: Build) -> None:
    case = build({"s/a": "I C", "t/b": "I C"}, {"t/b": {"retells": "s/a"}})

    assert adjusted(case, "source=t") == {"h1": "1", "h2": "0"}


def test_two_retellings_of_what_is_outside_are_one_voice(build: Build) -> None:
    items = {"t/b": {"retells": "s/a"}, "t/c": {"retells": "s/a"}}
    case = build({"s/a": "I C", "t/b": "I C", "t/c": "I I"}, items)

    assert adjusted(case, "source=t") == {"h1": "1", "h2": "1"}


def test_retellings_keep_the_origin_of_what_is_outside(build: Build) -> None:
    """Two items of one man, each told again elsewhere: by the retellings alone he is still one man."""
    items = {
        "s/a": {"origins": ("ann",)},
        "s/b": {"origins": ("ann",)},
        "t/c": {"retells": "s/a"},
        "t/d": {"retells": "s/b"},
        "t/e": {"origins": ("ann",)},
    }
    case = build(dict.fromkeys(items, "I C"), items, origins={"ann": "C"})

    assert adjusted(case, "source=t") == {"h1": "1", "h2": "0"}


def test_a_chain_of_retellings_runs_on_through_what_is_outside(build: Build) -> None:
    items = {"t/a": {}, "s/b": {"retells": "t/a"}, "t/c": {"retells": "s/b"}}
    case = build(dict.fromkeys(items, "I C"), items)

    assert adjusted(case, "source=t") == {"h1": "1", "h2": "0"}


def test_an_assessment_speaks_where_its_grounds_are_outside(build: Build) -> None:
    items = {"s/a": {}, "t/b": {"kind": Kind.ASSESSMENT, "rests_on": ("s/a",)}}
    case = build(dict.fromkeys(items, "I C"), items)

    assert adjusted(case) == {"h1": "1", "h2": "0"}
    assert adjusted(case, "source=t") == {"h1": "1", "h2": "0"}


def test_a_slice_of_everything_is_the_case(cases: st.SearchStrategy[Case]) -> None:
    @settings(max_examples=60, deadline=None)
    @given(cases)
    def law(case: Case) -> None:
        tagged = {a: replace(i, tags={"all": ("yes",)}) for a, i in case.items.items()}
        case = replace(case, items=tagged)

        assert figures(standing(narrowed(case, to("all=yes")))) == figures(standing(case))

    law()


def test_as_of_the_far_future_is_all_that_has_a_date(cases: st.SearchStrategy[Case]) -> None:
    @settings(max_examples=60, deadline=None)
    @given(dated_cases(cases))
    def law(case: Case) -> None:
        future = narrowed(case, to(as_of="9999"))
        missing = case.items.keys() - future.items.keys()

        assert future.narrowed
        assert missing == set(future.narrowed.undated)
        dated = {a: replace(i, reported="2019") for a, i in case.items.items()}
        whole = replace(case, items=dated)
        assert figures(standing(narrowed(whole, to(as_of="9999")))) == figures(standing(whole))

    law()


def test_rating_in_a_narrowed_case_is_counting_it_afresh(cases: st.SearchStrategy[Case]) -> None:
    @settings(max_examples=60, deadline=None)
    @given(dated_cases(cases), st.data())
    def law(case: Case, data: st.DataObject) -> None:
        part = narrowed(case, to("camp=x"))
        if not part.items:
            return
        address = data.draw(st.sampled_from([*part.items]))
        parked = Park(address, data.draw(st.sampled_from(["", "so"])))
        edits: list[Edit] = [Rate(address, "h1", data.draw(st.sampled_from(Rating))), parked]
        found = standing(part)
        for edit in edits:
            after = edited(found.case, edit)
            found = found.rerated(after, address)

        assert found == standing(found.case)

    law()
