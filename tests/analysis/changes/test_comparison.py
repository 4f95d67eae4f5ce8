"""Two states compared: nothing differs from itself, every edit is named and nothing else, and so is what it did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.conftest import build_case, random_cases
from tests.matrices import with_note, with_row
from workbench.analysis.changes import Comparison, Effect, How, Side, Verdict, compare
from workbench.analysis.methods import SIDE_BY_SIDE
from workbench.analysis.standing import standing
from workbench.model import (
    Case,
    Grade,
    Judge,
    Level,
    Matrix,
    Note,
    Park,
    Rate,
    Rating,
    Reason,
    Relevance,
    Row,
    Status,
    Suspect,
    edited,
)

RATINGS = [None, *Rating]


def side(case: Case, label: str = "now", *others: Matrix) -> Side:
    """A case as a side, with further analysts' matrices."""
    matrices = {(m.question, m.analyst): m for m in (case.matrix, *others)}
    return Side(
        label, {case.question.id: case.question}, case.sources, case.origins, case.items, matrices,
        {case.question.id: tuple(case.items)},
    )  # fmt: skip


def compared(before: Case, after: Case) -> Comparison:
    return compare(side(before, "before"), side(after, "after"))


def effect(found: Comparison) -> Effect:
    (only,) = found.effects
    return only


@given(random_cases())
def test_a_case_does_not_differ_from_itself(case: Case) -> None:
    found = compared(case, replace(case, items={a: replace(i) for a, i in case.items.items()}))

    assert not found.different
    assert (found.things, found.matrices, found.effects, found.contested, found.settled) == ((), (), (), (), ())


@given(random_cases(), st.data())
def test_every_edit_of_a_matrix_is_named_and_nothing_else(case: Case, data: st.DataObject) -> None:
    """Cells, reasons, relevance, parking and own grades, at random places, each to something it was not."""
    places = [(a, h.id) for a in case.items for h in case.question.hypotheses.values()]
    some: st.SearchStrategy[list[Any]] = (
        st.lists(st.sampled_from(places), unique=True, max_size=5) if places else st.just([])
    )
    after, cells, entries = case, set(), set()
    for address, h in data.draw(some):
        was = case.matrix.row(address).ratings.get(h)
        now = data.draw(st.sampled_from([r for r in RATINGS if r is not was]))
        after = edited(after, Rate(address, h, now))
        cells.add((address, h, was, now, "", ""))
    rows = st.lists(st.sampled_from(list(case.items)), unique=True, max_size=4) if case.items else st.just([])
    for address in data.draw(rows):
        note = case.matrix.note(address)
        level = data.draw(st.sampled_from([one for one in Level if one is not note.relevance]))
        after = edited(edited(after, Relevance(address, level)), Park(address, "no longer" if not note.parked else ""))
        entries |= {("relevance", address), ("parked", address)}
    for address in data.draw(rows):
        if case.items[address].kind not in {"assumption", "argument"}:
            after = edited(after, Grade(address, "4" if case.credibility(case.items[address]) != "4" else "2"))
            entries.add(("credibility", address))

    found = compared(case, after)

    told = {cell[:6] for m in found.matrices for cell in m.cells}
    assert told == cells
    assert {(e.what, e.address) for m in found.matrices for e in m.entries if e.what != "wording"} == entries
    assert found.things == ()


@given(random_cases(), random_cases())
def test_the_effect_is_what_each_side_says_by_itself(one: Case, other: Case) -> None:
    found = compared(one, other)

    for told in found.effects:
        assert told.before is not None
        assert told.after is not None
        assert told.before.standing == standing(one)
        assert told.after.standing == standing(other)
        same = all(standing(one).methods[m] == standing(other).methods[m] for m in SIDE_BY_SIDE)
        assert told.verdict is not Verdict.NOTHING or same
        assert {p.address for p in told.linchpins_new} == told.after.linchpins.keys() - told.before.linchpins.keys()
        assert set(told.stale).isdisjoint(told.before.stale)


@given(random_cases(), random_cases())
def test_what_came_one_way_goes_the_other(one: Case, other: Case) -> None:
    there, back = compared(one, other), compared(other, one)
    turned = {How.ADDED: How.REMOVED, How.REMOVED: How.ADDED, How.CHANGED: How.CHANGED}

    assert {(t.kind, t.id, turned[t.how], frozenset(f.name for f in t.fields)) for t in there.things} == {
        (t.kind, t.id, t.how, frozenset(f.name for f in t.fields)) for t in back.things
    }
    assert {(c[0], c[1], c[3], c[2]) for m in there.matrices for c in m.cells} == {
        c[:4] for m in back.matrices for c in m.cells
    }


def test_a_reason_and_the_cells_of_a_suspect_are_named() -> None:
    case = build_case({"a/x": "C I"})
    after = edited(edited(case, Reason("a/x", "h2", "Odd.")), Suspect("a", "a/x", "h1", Rating.I))

    (matrix,) = compared(case, after).matrices

    reason, again = matrix.cells
    assert (reason.hypothesis, reason.rerated, reason.because_was, reason.because_now) == ("h2", False, "", "Odd.")
    assert (again.suspect, again.hypothesis, again.was, again.now) == ("a", "h1", None, Rating.I)


def test_a_judgement_is_named_field_by_field() -> None:
    case = build_case({"a/x": "C I"})
    after = edited(case, Judge({"h1": 70.0}, because="It fits."))

    (matrix,) = compared(case, after).matrices

    assert [(e.what, e.keys, e.was, e.now) for e in matrix.entries] == [
        ("likelihood", ("h1",), "", "70"),
        ("because", (), "", "It fits."),
    ]


def changed_item(case: Case, address: str, **fields: Any) -> Case:
    return replace(case, items={**case.items, address: replace(case.items[address], **fields)})


def test_a_lower_grade_changes_the_weight_and_perhaps_the_lead() -> None:
    case = build_case({"a/x": "C I", "a/y": "I C"}, items={"a/x": {"credibility": "1"}}, sources={"a": "A"})
    found = compared(case, changed_item(case, "a/x", credibility="4"))

    (thing,) = found.things
    assert [(f.name, f.was, f.now) for f in thing.fields] == [("credibility", "1", "4")]
    assert list(effect(found).reweighed) == ["a/x"]
    assert effect(found).verdict is Verdict.LEADER


def test_another_text_makes_a_row_stale_and_another_quote_does_not() -> None:
    case = edited(build_case({"a/x": "C -", "a/y": "I C"}), Rate("a/x", "h2", Rating.I))
    marked = case.with_matrix(
        with_row(case.matrix, "a/x", Row(case.matrix.row("a/x").ratings, case.fingerprint("a/x")))
    )

    assert effect(compared(marked, changed_item(marked, "a/x", text="Other words."))).stale == ("a/x",)
    assert effect(compared(marked, changed_item(marked, "a/x", quote="mot"))).stale == ()
    confirmed = compared(changed_item(marked, "a/x", text="Other words."), marked)
    assert effect(confirmed).confirmed == ("a/x",)


def test_another_text_alone_is_nothing_that_the_answer_rests_on() -> None:
    """The sentence on what the lead rests on quotes the item, and says the same of it under another text."""
    case = build_case({"a/x": "C I"})

    assert effect(compared(case, changed_item(case, "a/x", text="Quite other words."))).verdict is Verdict.NOTHING


def test_an_item_that_is_gone_takes_its_row_out_of_the_scores() -> None:
    case = build_case({"a/x": "C I", "a/y": "I C"})
    after = replace(case, items={"a/y": case.items["a/y"]})
    found = compared(case, after)

    assert [(t.kind, t.id, t.how) for t in found.things] == [("item", "a/x", How.REMOVED)]
    assert effect(found).verdict is Verdict.LEADER
    assert [pin.address for pin in effect(found).linchpins_gone] == ["a/x"]


def test_a_new_hypothesis_leaves_cells_unrated() -> None:
    case = build_case({"a/x": "C I", "a/y": "I C"})
    hypotheses = dict(case.question.hypotheses)
    hypotheses["h3"] = hypotheses["h2"]._replace(id="h3")
    after = replace(case, question=replace(case.question, hypotheses=hypotheses))
    found = compared(case, after)

    assert [(t.kind, t.id, t.how) for t in found.things] == [("hypothesis", "h3", How.ADDED)]
    assert effect(found).unrated == {"a/x": ("h3",), "a/y": ("h3",)}


def test_a_status_a_scope_an_order_and_a_likelihood_are_fields() -> None:
    case = build_case({"a/x": "C I"})
    hypotheses = case.question.hypotheses
    other = {"h2": hypotheses["h2"], "h1": hypotheses["h1"]._replace(status=Status.PARKED, because="Later.")}
    scope = case.question.scope._replace(who="they")
    found = compared(case, replace(case, question=replace(case.question, hypotheses=other, scope=scope)))

    asked, parked = found.things
    assert [(f.name, f.was, f.now) for f in asked.fields] == [
        ("scope.who", "", "they"),
        ("order", ("h1", "h2"), ("h2", "h1")),
    ]
    assert [(f.name, f.was, f.now) for f in parked.fields] == [
        ("status", "active", "parked"),
        ("because", "", "Later."),
    ]


def test_a_source_that_is_graded_otherwise_moves_all_its_items() -> None:
    case = build_case(
        {"a/x": "C I", "a/y": "I C", "b/z": "I C"}, items={a: {"credibility": "1"} for a in ("a/x", "a/y", "b/z")}
    )
    after = replace(case, sources={**case.sources, "a": replace(case.sources["a"], reliability="E")})
    found = compared(case, after)

    assert [(t.kind, t.id, [f.name for f in t.fields]) for t in found.things] == [("source", "a", ["reliability"])]
    assert set(effect(found).reweighed) == {"a/x", "a/y"}


def rated(analyst: str, cells: dict[str, dict[str, Rating]]) -> Matrix:
    return Matrix("q", analyst, rows={a: Row(row) for a, row in cells.items()})


def test_contested_is_a_cell_on_which_two_take_sides() -> None:
    case = build_case({"a/x": "C I", "a/y": "N C"})
    agrees = rated("bob", {"a/x": {"h1": Rating.CC, "h2": Rating.II}, "a/y": {"h1": Rating.I, "h2": Rating.NA}})
    differs = rated("bob", {"a/x": {"h1": Rating.I, "h2": Rating.II}, "a/y": {"h1": Rating.I, "h2": Rating.NA}})

    found = compare(side(case, "before", agrees), side(case, "after", differs))
    back = compare(side(case, "before", differs), side(case, "after", agrees))

    (cell,) = found.contested
    assert (cell.address, cell.hypothesis, cell.ratings) == ("a/x", "h1", {"me": Rating.C, "bob": Rating.I})
    assert found.settled == ()
    assert back.settled == found.contested
    assert [m.analyst for m in found.matrices] == ["bob"]


def test_parked_and_stale_rows_contest_nothing() -> None:
    case = build_case({"a/x": "C I"})
    bob = rated("bob", {"a/x": {"h1": Rating.I}})
    parked = with_note(bob, "a/x", Note(parked="Old."))
    old = with_row(bob, "a/x", Row({"h1": Rating.I}, "w0000000000000000"))

    for says_nothing in (parked, old):
        found = compare(side(case, "before", bob), side(case, "after", says_nothing))
        assert (len(found.settled), len(found.contested)) == (1, 0)


def test_one_analyst_alone_can_be_asked_for() -> None:
    case = build_case({"a/x": "C I"})
    change: Callable[[Rating], Matrix] = lambda rating: rated("bob", {"a/x": {"h1": rating}})  # noqa: E731
    old, new = side(case, "before", change(Rating.C)), side(case, "after", change(Rating.I))

    assert [e.analyst for e in compare(old, new, analyst="bob").effects] == ["bob"]
    assert compare(old, new, analyst="me").effects == ()


def test_a_matrix_that_came_and_one_that_went() -> None:
    case = build_case({"a/x": "C I"})
    bob = rated("bob", {"a/x": {"h1": Rating.C}})
    came, went = compare(side(case), side(case, "", bob)), compare(side(case, "", bob), side(case))

    assert [(m.analyst, m.how) for m in came.matrices] == [("bob", How.ADDED)]
    assert effect(came).verdict is Verdict.BEGUN
    assert [(m.analyst, m.how) for m in went.matrices] == [("bob", How.REMOVED)]
    assert effect(went).verdict is Verdict.GONE
    assert effect(went).after is None


def test_files_that_no_change_stands_in_are_said() -> None:
    case = build_case({"a/x": "C I"})
    after = changed_item(case, "a/x", text="New.")
    files = ("evidence/a.yaml", "evidence/b.yaml", "hypotheses/q.yaml")

    found = compare(side(case), side(after), quiet=files)

    assert found.quiet == ("evidence/b.yaml", "hypotheses/q.yaml")
    assert compare(side(case), side(case), quiet=files[:1]).different
