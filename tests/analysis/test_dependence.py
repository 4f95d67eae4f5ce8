from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.matrices import with_note, with_row
from workbench.analysis import standing
from workbench.analysis.dependence import speaks, voices
from workbench.analysis.points import Points
from workbench.model import Case, Item, Kind, Note, OwnGrade, Rating, Row, retold_elsewhere

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]
Sums = dict[str, dict[str, Points]]


def plain(case: Case) -> Sums:
    return {name: dict(result.scores) for name, result in standing(case).methods.items()}


def adjusted(case: Case) -> Sums:
    return {name: dict(result.adjusted) for name, result in standing(case).methods.items()}


def once(case: Case) -> list[float]:
    return [float(points) for points in adjusted(case)["inconsistency-count"].values()]


def with_item(
    case: Case, item: Item, row: Row, note: Note | None = None, grade: OwnGrade | None = None, at: int = 0
) -> Case:
    """The case with one more row, at any place in the files."""
    items = list(case.items.items())
    items.insert(at, (item.address, item))
    matrix = with_row(case.matrix, item.address, row)
    matrix = with_note(matrix, item.address, note) if note else matrix
    matrix = replace(matrix, grades=dict(matrix.grades) | ({item.address: grade} if grade else {}))
    return replace(case, items=dict(items), matrix=matrix)


def shuffled(data: st.DataObject, mapping: Any) -> Any:
    return dict(data.draw(st.permutations(list(mapping.items()))))


def test_one_origin_has_one_vote_per_hypothesis_its_strongest(build: Build) -> None:
    items: dict[str, Any] = {f"{s}/x": {"origins": ("ann",)} for s in "abc"}
    assert once(build({"a/x": "I C I", "b/x": "II C C", "c/x": "C I I"}, items)) == [2, 1, 1]


def test_what_sources_saw_themselves_stays_separate(build: Build) -> None:
    assert once(build({"a/x": "I C", "a/y": "I C", "b/x": "I C"})) == [3, 0]


def test_an_item_speaks_with_the_first_origin_it_names(build: Build) -> None:
    items = {"a/x": {"origins": ("ann", "bob")}, "b/x": {"origins": ("ann",)}, "c/x": {"origins": ("bob",)}}
    assert once(build(dict.fromkeys(items, "I C"), items)) == [2, 0]


def test_a_retelling_adds_nothing_beside_what_it_retells_however_strong(build: Build) -> None:
    items = {"b/x": {"retells": "a/x"}, "c/x": {"retells": "b/x"}}
    rows = {"a/x": "I C", "b/x": "II C", "c/x": "II I"}
    assert once(build(rows, items)) == [1, 0]
    assert once(build(rows, items, notes={"b/x": Note(parked="no")})) == [1, 0]
    assert once(build(rows, items, notes={"a/x": Note(parked="no")})) == [2, 0]
    assert once(build(rows, items, notes={a: Note(parked="no") for a in ("a/x", "b/x")})) == [2, 1]


def test_retellings_of_what_is_not_in_the_matrix_are_one_voice(build: Build) -> None:
    rows = {"a/x": "I C", "b/x": "I I", "c/x": "II C"}
    assert once(build(rows, {a: {"retells": "gone/x"} for a in rows})) == [2, 1]
    assert once(build(rows, {"a/x": {"retells": "gone/x"}, "b/x": {"retells": "gone/y"}})) == [4, 1]


def test_they_speak_for_the_origin_of_the_first_teller(build: Build) -> None:
    items = {"a/x": {"origins": ("ann",)}, "b/x": {"retells": "a/x"}, "c/x": {"origins": ("ann",)}}
    assert once(build(dict.fromkeys(items, "I C"), items, notes={"a/x": Note(parked="no")})) == [1, 0]


def test_where_the_first_teller_is_unknown_they_are_a_voice_of_their_own(build: Build) -> None:
    items = {
        "a/x": {"retells": "gone/x", "origins": ("ann",)},
        "b/x": {"retells": "gone/x", "origins": ("bob",)},
        "c/x": {"origins": ("ann",)},
    }
    assert once(build(dict.fromkeys(items, "I C"), items)) == [2, 0]


def test_retellings_in_a_circle_are_one_voice(build: Build) -> None:
    circle = {
        "a/x": {"retells": "c/x"},
        "b/x": {"retells": "a/x"},
        "c/x": {"retells": "b/x"},
        "d/x": {"retells": "b/x"},
    }
    assert once(build({"a/x": "I C", "b/x": "II C", "c/x": "I C", "d/x": "II II"}, circle)) == [2, 0]
    assert once(build({"a/x": "I C"}, {"a/x": {"retells": "a/x"}})) == [1, 0]


def test_an_assessment_adds_nothing_where_all_its_grounds_are_in_the_matrix(build: Build) -> None:
    items = {"a/x": {}, "b/x": {}, "c/x": {"kind": Kind.ASSESSMENT, "rests_on": ("a/x", "b/x")}}
    rows = dict.fromkeys(items, "I C")
    assert once(build(rows, items)) == [2, 0]
    assert once(build(rows, items, notes={"b/x": Note(parked="no")})) == [2, 0]
    assert once(build(rows, items | {"c/x": {"rests_on": ("a/x", "b/x")}})) == [3, 0], "only an assessment concludes"
    assert once(build(rows, items | {"c/x": {"kind": Kind.ASSESSMENT, "rests_on": ("a/x", "gone/x")}})) == [3, 0]
    assert once(build(rows, items | {"c/x": {"kind": Kind.ASSESSMENT}})) == [3, 0]


def test_assessments_that_rest_on_each_other_are_not_lost(build: Build) -> None:
    def concludes(*grounds: str, **more: Any) -> dict[str, Any]:
        return {"kind": Kind.ASSESSMENT, "rests_on": grounds, **more}

    pair = {"a/x": concludes("b/x"), "b/x": concludes("a/x"), "c/x": concludes("a/x", "b/x")}
    assert once(build(dict.fromkeys(pair, "I C"), pair)) == [2, 0]
    assert once(build({"a/x": "I C"}, {"a/x": concludes("a/x")})) == [1, 0]
    mixed = {"a/x": concludes("b/x"), "b/x": {"retells": "a/x"}}
    assert once(build(dict.fromkeys(mixed, "I C"), mixed)) == [1, 0]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_nothing_that_was_said_is_lost_altogether(cases: Cases, data: st.DataObject) -> None:
    """Whatever adds nothing does so beside a row that speaks, itself or through others."""
    case = data.draw(cases)
    who = voices(case.items)
    rows = [item.address for item, _ in case.rows]
    assert not rows or any(speaks(case, who, address) for address in rows)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_adjusted_is_never_more_than_plain(cases: Cases, data: st.DataObject) -> None:
    for result in standing(data.draw(cases)).methods.values():
        assert all(Points() <= result.adjusted[h] <= points for h, points in result.scores.items())


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_row_without_contradiction_changes_no_score(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases)
    harmless = st.sampled_from([Rating.CC, Rating.C, Rating.N, Rating.NA])
    cells = st.dictionaries(st.sampled_from(["h1", "h2", "h3", "h4"]), harmless)
    told = st.sampled_from(["", "gone/x", *case.items])
    item = Item("new/row", "New.", origins=data.draw(st.sampled_from([(), ("ann",)])), retells=data.draw(told))
    more = with_item(case, item, Row(data.draw(cells)), at=data.draw(st.integers(0, len(case.items))))
    assert (plain(more), adjusted(more)) == (plain(case), adjusted(case))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_retelling_a_row_changes_no_adjusted_score(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases)
    rows = [item.address for item, _ in case.rows]
    assume(rows)
    cells = data.draw(st.dictionaries(st.sampled_from(["h1", "h2", "h3"]), st.sampled_from(Rating)))
    origins = tuple(data.draw(st.lists(st.sampled_from(["ann", "bob", "new"]), max_size=2)))
    item = Item("new/row", "New.", origins=origins, credibility="1", retells=data.draw(st.sampled_from(rows)))
    told = case.items[item.retells]
    assume(not _in_circle(case, told))
    assert adjusted(with_item(case, item, Row(cells), at=data.draw(st.integers(0, len(rows))))) == adjusted(case)


def _in_circle(case: Case, item: Item) -> bool:
    seen = {item.address}
    while item.retells in case.items and item.retells not in seen:
        item = case.items[item.retells]
        seen.add(item.address)
    return item.retells in seen


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_the_question_leaves_out_counts_like_what_is_parked(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases)
    assume(voices(case.items).grounds.keys() == {a for a, i in case.items.items() if i.rests_on})  # none in a circle
    left = data.draw(st.sets(st.sampled_from([*case.items]))) if case.items else set()
    notes = {a: Note(parked="Not asked.") if a in left else case.matrix.note(a) for a in case.items}
    kept = {address: item for address, item in case.items.items() if address not in left}

    parked = case.with_matrix(replace(case.matrix, notes=notes))
    without = replace(case, items=kept, elsewhere=retold_elsewhere(kept, case.items))
    assert adjusted(without) == adjusted(parked)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_same_from_the_same_origin_changes_no_adjusted_score(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases)
    rows = [item for item, _ in case.rows if item.origins or item.retells]
    assume(rows)
    item = data.draw(st.sampled_from(rows))
    assume(not _in_circle(case, item))
    copy = replace(item, address=f"{item.source}/copy")
    note, grade = case.matrix.notes.get(item.address), case.matrix.grades.get(item.address)
    at = data.draw(st.integers(0, len(case.items)))
    assert adjusted(with_item(case, copy, case.matrix.row(item.address), note, grade, at)) == adjusted(case)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_order_changes_a_score(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases)
    question = replace(case.question, hypotheses=shuffled(data, case.question.hypotheses))
    matrix = replace(case.matrix, rows=shuffled(data, case.matrix.rows))
    other = replace(case, question=question, items=shuffled(data, case.items), matrix=matrix)
    one, two = standing(case), standing(other)
    assert (plain(case), adjusted(case)) == (plain(other), adjusted(other))
    assert (one.bears_on, one.contradicts, one.coverage) == (two.bears_on, two.contradicts, two.coverage)
    for name, result in one.methods.items():
        assert (result.ranks, set(result.leading)) == (two.methods[name].ranks, set(two.methods[name].leading))
