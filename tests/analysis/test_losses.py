from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.varied import adjusted_without, grid
from workbench.analysis import standing
from workbench.analysis.dependence import first_tellers
from workbench.analysis.methods import ADDITIVE
from workbench.analysis.narrowing import narrowed
from workbench.analysis.sensitivity import Loss, sensitivity
from workbench.model import Case, Condition, Kind, Narrowing, Note, Origin

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]
Published = Callable[[str], tuple[Case, dict[str, Any]]]


def losses(case: Case, what: str) -> dict[str, Loss]:
    return {loss.id: loss for loss in sensitivity(standing(case)).losses if loss.what == what}


def changing(case: Case, what: str) -> dict[str, tuple[str, ...]]:
    now = sensitivity(standing(case))
    return {loss.id: loss.leading for loss in now.losses if loss.what == what and loss.leading != now.leading}


# Published matrices


def test_tokyo_hangs_on_either_of_two_rows(published: Published) -> None:
    case, _ = published("tokyo_sarin_1995")
    assert changing(case, "item") == {"case/e1": ("h1",), "case/e2": ("h2",)}


def test_campaign_2016_leads_by_one_row(published: Published) -> None:
    case, _ = published("trump_campaign_2016_final")
    assert changing(case, "item") == {"case/e06": ("h1", "h2")}


def test_a_lead_of_one_row_is_a_tie_without_it(build: Build) -> None:
    rows = {"s/a": "C I I", "s/b": "I CC N", "s/c": "I C II", "s/d": "N N II"}
    assert changing(build(rows), "item") == {"s/b": ("h1", "h2"), "s/c": ("h1", "h2")}


@pytest.mark.parametrize("name", ["heuer_iraq_1993", "notpetya_2017"])
def test_no_single_row_changes_who_leads(published: Published, name: str) -> None:
    case, _ = published(name)
    assert changing(case, "item") == {}


def test_heuer_without_our_own_assumptions(published: Published) -> None:
    case, _ = published("heuer_iraq_1993")
    loss = losses(case, "kind")["assumption"]
    assert loss.items == ("case/e3", "case/e6")
    assert loss.leading == loss.leading_adjusted == ("h2",)
    assert losses(case, "source")["case"].leading == ("h1", "h2", "h3"), "nothing is left: all tie"


# What is lost together


def test_a_row_is_lost_with_each_origin_it_names(build: Build) -> None:
    items = {"a/x": {"origins": ("ann", "bob")}, "b/x": {"origins": ("ann",)}, "c/x": {}}
    found = losses(build(dict.fromkeys(items, "I C"), items), "origin")
    assert {name: loss.items for name, loss in found.items()} == {"ann": ("a/x", "b/x"), "bob": ("a/x",)}


def test_what_retells_an_origin_is_lost_with_it(build: Build) -> None:
    """Else its voice would still be heard without it."""
    items = {"a/x": {"origins": ("ann",)}, "b/x": {"retells": "a/x"}, "c/x": {"retells": "b/x", "origins": ("bob",)}}
    found = losses(build(dict.fromkeys(items, "C I") | {"d/x": "I C"}, items), "origin")
    assert {name: loss.items for name, loss in found.items()} == {"ann": ("a/x", "b/x", "c/x"), "bob": ("c/x",)}
    assert (found["ann"].leading, found["ann"].leading_adjusted) == (("h2",), ("h2",))


def test_what_several_origins_told_is_lost_with_each_however_it_is_told(build: Build) -> None:
    items = {"a/x": {"origins": ("ann", "bob")}, "b/x": {"retells": "a/x"}, "c/x": {"retells": "b/x"}}
    found = losses(build(dict.fromkeys(items, "C I") | {"d/x": "I C"}, items), "origin")
    assert {name: loss.items for name, loss in found.items()} == dict.fromkeys(("ann", "bob"), ("a/x", "b/x", "c/x"))


def test_an_assessment_that_retells_stays_silent_beside_what_it_retells(build: Build) -> None:
    """It loses a ground, and yet adds nothing: what it retells is there."""
    items = {"c/x": {"kind": Kind.ASSESSMENT, "rests_on": ("a/x",), "retells": "b/x"}}
    rows = {"a/x": "C C", "b/x": "I C", "c/x": "II C", "d/x": "C I"}
    found = losses(build(rows, items), "item")
    assert found["a/x"].leading_adjusted == ("h1", "h2")
    items["c/x"]["rests_on"] = ("a/x", "b/x")
    assert losses(build(rows, items), "item")["b/x"].leading_adjusted == ("h2",), "II is heard in place of I"


def test_origins_that_may_be_the_same_are_lost_together_and_apart(build: Build) -> None:
    items = {f"{s}/x": {"origins": (o,)} for s, o in zip("abcd", ("ann", "bob", "cid", "dan"), strict=True)}
    case = build(dict.fromkeys(items, "C I"), items)
    links = {"ann": (), "bob": ("nobody",), "cid": (), "nobody": ("cid",), "dan": ("else",)}
    case = replace(case, origins={o: Origin(o, maybe_same=same) for o, same in links.items()})
    assert {name: loss.items for name, loss in losses(case, "origins").items()} == {"bob + cid": ("b/x", "c/x")}
    assert losses(case, "origin").keys() == {"ann", "bob", "cid", "dan"}


def test_parked_rows_are_not_lost_again(build: Build) -> None:
    case = build({"a/x": "I C", "a/y": "C I"}, notes={"a/y": Note(parked="no")})
    assert losses(case, "item").keys() == {"a/x"}
    assert losses(case, "source")["a"].items == ("a/x",)


def test_losses_stand_in_an_order_that_no_file_gives(build: Build) -> None:
    found = sensitivity(standing(build({"b/x": "I C", "a/y": "C I", "a/x": "C C"}))).losses
    order = ["a/x", "a/y", "b/x", "a", "b", "report"]
    assert [loss.id for loss in found] == order
    assert [loss.what for loss in found] == ["item"] * 3 + ["source"] * 2 + ["kind"]


# The adjusted totals without a row


def test_a_retelling_speaks_when_what_it_retells_is_lost(build: Build) -> None:
    items = {"b/x": {"retells": "a/x"}, "c/x": {}}
    case = build({"a/x": "I C", "b/x": "II C", "c/x": "C I"}, items)
    assert sensitivity(standing(case)).leading_adjusted == ("h1", "h2")
    assert losses(case, "item")["a/x"].leading_adjusted == ("h2",), "II is heard in place of I"
    assert losses(case, "item")["b/x"].leading_adjusted == ("h1", "h2")


def test_an_assessment_speaks_when_one_of_its_grounds_is_lost(build: Build) -> None:
    items = {"a/x": {}, "b/x": {}, "c/x": {"kind": Kind.ASSESSMENT, "rests_on": ("a/x", "b/x")}}
    case = build({"a/x": "I C", "b/x": "C I", "c/x": "II C"}, items)
    assert sensitivity(standing(case)).leading_adjusted == ("h1", "h2")
    assert losses(case, "item")["a/x"].leading_adjusted == ("h2",)
    assert losses(case, "source")["b"].leading_adjusted == ("h2",)


def test_the_next_strongest_of_an_origin_is_heard(build: Build) -> None:
    items = {"a/x": {"origins": ("ann",)}, "b/x": {"origins": ("ann",)}}
    case = build({"a/x": "II C", "b/x": "I C", "c/x": "C I"}, items, origins={"ann": "C"})
    now = sensitivity(standing(case))
    assert (now.leading, now.leading_adjusted) == (("h2",), ("h2",))
    assert losses(case, "item")["a/x"].leading_adjusted == ("h1", "h2")
    assert losses(case, "origin")["ann"].leading_adjusted == ("h1",)


ONLY_A, REPORTS = Condition("source", "a"), Condition("kind", "report")


@st.composite
def linked_cases(draw: st.DrawFn, cases: Cases) -> Case:
    """Cases whose origins may be the same."""
    case = draw(cases)
    names = st.lists(st.sampled_from(["ann", "bob", "eve", "nobody"]), max_size=1)
    origins = {o: origin._replace(maybe_same=tuple(draw(names))) for o, origin in case.origins.items()}
    return replace(case, origins=origins)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_every_loss_is_what_is_left_when_its_rows_are_parked(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(linked_cases(cases))
    case = narrowed(case, Narrowing(tuple(data.draw(st.sampled_from([[], [], [ONLY_A], [REPORTS]])))))
    method = data.draw(st.sampled_from(ADDITIVE))
    whole = grid(case, method)
    for loss in sensitivity(standing(case), method).losses:
        if whole.tested:
            assert loss.leading == whole.without(loss.items).leading()
            assert loss.leading_adjusted == adjusted_without(case, method, loss.items)
        else:
            assert loss.leading == loss.leading_adjusted == ()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_row_is_lost_by_itself_and_with_its_source_and_kind(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(linked_cases(cases))
    rows = sorted(item.address for item, _ in case.rows)
    found, (first, _) = sensitivity(standing(case)).losses, first_tellers(case.items)
    for what in ("item", "source", "kind"):
        assert sorted(a for loss in found if loss.what == what for a in loss.items) == rows
    for loss in found:
        if loss.what == "origin":
            named = {a for a in rows if loss.id in case.items[a].origins}
            heard = {a for a in rows if first.get(a) in case.items and loss.id in case.items[first[a]].origins}
            assert set(loss.items) == named | heard
