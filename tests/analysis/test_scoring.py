from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.matrices import with_note, with_row
from workbench.analysis.methods import ADDITIVE, METHODS, SIDE_BY_SIDE
from workbench.analysis.points import Points
from workbench.analysis.scoring import Scored, agreement, cells, every_method, scored, texts
from workbench.analysis.standing import standing
from workbench.model import Case, Item, Kind, Level, Note, Rating, Row

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]
Published = Callable[[str], tuple[Case, dict[str, Any]]]
Scores = dict[str, dict[str, Any]]


def every(case: Case) -> dict[str, Scored]:
    return every_method(standing(case))


def plain(case: Case) -> Scores:
    return {name: dict(found.scores) for name, found in every(case).items()}


def adjusted(case: Case) -> Scores:
    return {name: dict(found.adjusted) for name, found in every(case).items()}


def with_item(case: Case, item: Item, row: Row, note: Note | None = None, at: int = 0) -> Case:
    """The case with one more row, at any place in the files, graded as the analyst grades the first told."""
    items = list(case.items.items())
    items.insert(at, (item.address, item))
    matrix = with_row(case.matrix, item.address, row)
    return replace(case, items=dict(items), matrix=with_note(matrix, item.address, note) if note else matrix)


def shuffled(data: st.DataObject, mapping: Mapping[str, Any]) -> Any:
    return dict(data.draw(st.permutations(list(mapping.items()))))


def in_circle(case: Case, item: Item) -> bool:
    seen = {item.address}
    while item.retells in case.items and item.retells not in seen:
        item = case.items[item.retells]
        seen.add(item.address)
    return item.retells in seen


# One case under every method


def test_weights_and_voices_under_every_method(build: Build) -> None:
    items = {
        "a/x": {"credibility": "1", "origins": ("ann",)},
        "b/x": {"origins": ("ann",)},
        "b/y": {"credibility": "5"},
    }
    rows = {"a/x": "I C C", "b/x": "II I C", "b/y": "I I C"}
    found = every(build(rows, items, {"a": "A"}, {"ann": "A"}, notes={"b/x": Note(Level.HIGH)}))
    low, high = 0.5**0.5, 2**0.5
    assert {name: [float(p) for p in found[name].scores.values()] for name in ADDITIVE} == {
        "parc-weighted": pytest.approx([high + 2 * high + low, high + low, 0]),
        "inconsistency-count": [4, 2, 0],
        "open-ach": [2 + 2 + 0.5, 1 + 0.5, 0],
        "quadratic": [1 + 4 + 1, 2, 0],
    }
    assert {name: [float(p) for p in found[name].adjusted.values()] for name in ADDITIVE} == {
        "parc-weighted": pytest.approx([2 * high + low, high + low, 0]),
        "inconsistency-count": [3, 2, 0],
        "open-ach": [2 + 0.5, 1 + 0.5, 0],
        "quadratic": [4 + 1, 2, 0],
    }
    assert {found[name].leading for name in METHODS} == {("h3",)}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_one_method_alone_is_the_same_as_among_all(cases: Cases, data: st.DataObject) -> None:
    now = standing(data.draw(cases))
    all_of_them = every_method(now)
    assert {name: scored(now, name) for name in METHODS} == all_of_them
    for name in SIDE_BY_SIDE:
        assert tuple(all_of_them[name])[1:7] == tuple(now.methods[name])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_is_not_tested_never_leads(cases: Cases, data: st.DataObject) -> None:
    now = standing(data.draw(cases))
    for found in every_method(now).values():
        assert {*found.leading, *found.leading_adjusted}.isdisjoint(now.not_tested)
        assert {h for h, rank in found.ranks.items() if rank is None} == {*now.not_tested}
        assert bool(found.leading) == (len(now.not_tested) < len(now.bears_on))
        assert all(float(score) >= 0 for score in (*found.scores.values(), *found.adjusted.values()))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_cells_add_up(cases: Cases, data: st.DataObject) -> None:
    now = standing(data.draw(cases))
    rows = [cells(now, item.address) for item, _ in now.case.rows]
    for name in ADDITIVE:
        sums = {h: sum((row[name][h] for row in rows if h in row[name]), Points()) for h in now.bears_on}
        assert sums == scored(now, name).scores


def test_an_unknown_method_is_no_method(build: Build) -> None:
    with pytest.raises(KeyError):
        scored(standing(build({"s/a": "I C"})), "bayes")


# Laws


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_order_of_rows_or_columns_changes_a_score(cases: Cases, data: st.DataObject) -> None:
    """Not by a bit, under any of the five."""
    case = data.draw(cases)
    question = replace(case.question, hypotheses=shuffled(data, case.question.hypotheses))
    matrix = replace(case.matrix, rows=shuffled(data, case.matrix.rows))
    other = replace(case, question=question, items=shuffled(data, case.items), matrix=matrix)
    assert (plain(case), adjusted(case)) == (plain(other), adjusted(other))
    one, two = every(case), every(other)
    assert [set(found.leading) for found in one.values()] == [set(found.leading) for found in two.values()]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_row_without_contradiction_changes_no_score_of_an_additive_method(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases)
    harmless = st.sampled_from([Rating.CC, Rating.C, Rating.N, Rating.NA])
    row = Row(data.draw(st.dictionaries(st.sampled_from(["h1", "h2", "h3", "h4"]), harmless)))
    told = data.draw(st.sampled_from(["", "gone/x", *case.items]))
    item = Item("new/row", "New.", origins=data.draw(st.sampled_from([(), ("ann",)])), retells=told)
    more = with_item(case, item, row, at=data.draw(st.integers(0, len(case.items))))
    for before, after in ((plain(case), plain(more)), (adjusted(case), adjusted(more))):
        assert {name: after[name] for name in ADDITIVE} == {name: before[name] for name in ADDITIVE}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_retelling_a_row_changes_no_adjusted_score(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases)
    rows = [item.address for item, _ in case.rows]
    assume(rows)
    row = Row(data.draw(st.dictionaries(st.sampled_from(["h1", "h2", "h3"]), st.sampled_from(Rating))))
    item = Item("new/row", "New.", credibility="1", retells=data.draw(st.sampled_from(rows)))
    assume(not in_circle(case, case.items[item.retells]))
    assert adjusted(with_item(case, item, row, at=data.draw(st.integers(0, len(rows))))) == adjusted(case)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_same_from_the_same_origin_changes_no_adjusted_score(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases)
    case = replace(case, matrix=replace(case.matrix, grades={}))
    rows = [item for item, _ in case.rows if item.origins or item.retells]
    assume(rows)
    item = data.draw(st.sampled_from(rows))
    assume(not in_circle(case, item))
    copy = replace(item, address=f"{item.source}/copy")
    at = data.draw(st.integers(0, len(case.items)))
    more = with_item(case, copy, case.matrix.row(item.address), case.matrix.notes.get(item.address), at)
    assert adjusted(more) == adjusted(case)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_scaling_all_weights_keeps_the_ranks_of_the_additive_methods(cases: Cases, data: st.DataObject) -> None:
    """Once every relevance, once every credibility is a step higher."""
    case = data.draw(cases)
    lower = {a: data.draw(st.tuples(st.booleans(), st.booleans())) for a in case.items}
    relevance = {False: (Level.LOW, Level.MEDIUM), True: (Level.MEDIUM, Level.HIGH)}
    digits = {False: ("5", "3"), True: ("3", "1")}

    def weighted(more_relevant: int, more_credible: int) -> Case:
        items = {
            a: replace(
                item,
                kind=Kind.REPORT if item.kind is Kind.ASSUMPTION else item.kind,
                origins=item.origins and ("ann",),
                credibility=digits[lower[a][1]][more_credible],
            )
            for a, item in case.items.items()
        }
        notes = {a: case.matrix.note(a)._replace(relevance=relevance[lower[a][0]][more_relevant]) for a in case.items}
        return replace(
            case,
            items=items,
            sources={s: replace(source, reliability="A") for s, source in case.sources.items()},
            origins={"ann": case.origins["ann"]._replace(reliability="A")},
            matrix=replace(case.matrix, notes=notes, grades={}),
        )

    before = every(weighted(0, 0))
    for other in (weighted(1, 0), weighted(0, 1), weighted(1, 1)):
        after = every(other)
        for name in ADDITIVE:
            assert after[name].ranks == before[name].ranks
            assert after[name].ranks_adjusted == before[name].ranks_adjusted


# In words


def test_methods_that_agree(published: Published) -> None:
    now = standing(published("heuer_iraq_1993")[0])
    assert agreement(now, every_method(now)) == "All five methods lead with Minor action."


def test_methods_that_do_not_agree(published: Published) -> None:
    now = standing(published("tokyo_sarin_1995")[0])
    assert agreement(now, every_method(now)) == (
        "The methods do not agree: parc-weighted, inconsistency-count, open-ach and quadratic lead with Kooky cult and "
        "Terrorist group; log-likelihood leads with Kooky cult."
    )


def test_little_tested_leaders_are_marked(build: Build) -> None:
    rows = {f"s/{n}": f"I C {'CC' if n == 0 else 'N'}" for n in range(4)} | {"s/4": "C I N"}
    now = standing(build(rows))
    assert now.little_tested == ("h3",)
    assert "H3 (little tested)" in agreement(now, every_method(now))


@pytest.mark.parametrize("cells", ["I -", "N NA", "- -"])
def test_there_is_nothing_to_agree_on_where_fewer_than_two_are_tested(build: Build, cells: str) -> None:
    now = standing(build({"s/a": cells}))
    assert agreement(now, every_method(now)) == ""


def test_texts_keep_unequal_scores_apart() -> None:
    assert texts({"a": Points(2), "b": Points(0, 1)}) == {"a": "1", "b": "0.7"}
    assert texts({"a": 0.0, "b": 1.04, "c": 1.01}) == {"a": "0", "b": "1.04", "c": "1.01"}
    assert texts({"a": 0.0, "b": 2.5, "c": 2.5}) == {"a": "0", "b": "2.5", "c": "2.5"}
    assert texts({"a": 1.00001, "b": 1.00002}) == {"a": "1.000", "b": "1.000"}
    assert texts({}) == {}
