"""What a row does to the order: the same as the loss of the item, found from the totals."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.varied import dense_cases, grid
from workbench.analysis import standing
from workbench.analysis.methods import DEFAULT
from workbench.analysis.sensitivity import sensitivity
from workbench.analysis.without import without
from workbench.model import Case, Note

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]


def test_a_row_may_move_ranks_and_leave_the_lead(build: Build) -> None:
    found = without(standing(build({"s/a": "C I C", "s/b": "C I I", "s/c": "C C I"})), "s/a")
    assert found is not None
    assert (found.leading, found.moves) == (("h1",), True)


def test_a_parked_row_does_nothing(build: Build) -> None:
    found = standing(build({"a/x": "I C", "a/y": "C I"}, notes={"a/y": Note(parked="no")}))
    assert without(found, "a/y") is None


def test_nothing_is_compared_with_nothing(build: Build) -> None:
    assert without(standing(build({"a/x": "I N"})), "a/x") is None


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_it_is_what_the_loss_of_the_item_is(cases: Cases, data: st.DataObject) -> None:
    now = standing(data.draw(dense_cases(cases, 6)))
    lost = {loss.id: loss.leading for loss in sensitivity(now).losses if loss.what == "item"}
    for address, leading in lost.items():
        found = without(now, address)
        assert found is None or found.leading == leading == grid(now.case, DEFAULT).without([address]).leading()
