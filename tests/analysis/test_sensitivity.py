from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.analysis.varied import dense_cases
from tests.matrices import with_row
from workbench.analysis import standing
from workbench.analysis.hearing import hearing
from workbench.analysis.ledger import ledger
from workbench.analysis.methods import ADDITIVE
from workbench.analysis.scoring import scored
from workbench.analysis.sensitivity import Flip, Sensitivity, sensitivity
from workbench.analysis.separation import Separation, separation
from workbench.model import Case, Item, Rating, Row

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]


def test_methods_that_do_not_add_up_are_refused(build: Build) -> None:
    now = standing(build({"s/a": "I C"}))
    with pytest.raises(ValueError, match="not additive"):
        sensitivity(now, "log-likelihood")
    with pytest.raises(KeyError):
        sensitivity(now, "no-such-method")


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_it_starts_from_the_very_scores(cases: Cases, data: st.DataObject) -> None:
    now = standing(data.draw(cases))
    method = data.draw(st.sampled_from(ADDITIVE))
    rows, result = ledger(now, method), scored(now, method)
    heard = hearing(rows)
    tested = [h for h in now.bears_on if h not in now.not_tested]
    assert rows.totals == {h: code(result.scores[h]) for h in tested}
    assert heard.totals == {h: code(result.adjusted[h]) for h in tested}
    found = sensitivity(now, method)
    assert (found.leading, found.leading_adjusted) == (result.leading, result.leading_adjusted)


def code(points: Any) -> int:
    return int(points.code)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_order_of_rows_or_columns_matters(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(st.one_of(cases, dense_cases(cases, 8)))
    question = replace(case.question, hypotheses=shuffled(data, case.question.hypotheses))
    matrix = replace(case.matrix, rows=shuffled(data, case.matrix.rows))
    other = replace(case, question=question, items=shuffled(data, case.items), matrix=matrix)
    one, two = standing(case), standing(other)
    method = data.draw(st.sampled_from(ADDITIVE))
    assert unordered(sensitivity(one, method), case) == unordered(sensitivity(two, method), other)
    assert unordered(separation(one), case) == unordered(separation(two), other)


def shuffled(data: st.DataObject, mapping: Any) -> Any:
    return dict(data.draw(st.permutations(list(mapping.items()))))


def unordered(value: Any, case: Case) -> Any:
    """The same with each leading set, which stands in the order of the columns, as a set."""
    if isinstance(value, Sensitivity):
        return {field.name: unordered(getattr(value, field.name), case) for field in fields(value)}
    if isinstance(value, tuple):
        leading = value and all(part in case.question.hypotheses for part in value)
        return frozenset(value) if leading else tuple(unordered(part, case) for part in value)
    return value


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_row_that_contradicts_nothing_changes_no_loss(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(st.one_of(cases, dense_cases(cases, 8)))
    before = standing(case)
    tested = [h for h in before.bears_on if h not in before.not_tested]
    assume(tested)
    harmless = st.sampled_from([Rating.CC, Rating.C, Rating.N, Rating.NA])
    row = Row(data.draw(st.dictionaries(st.sampled_from(tested), harmless)))
    item = Item("new/row", "New.", credibility=data.draw(st.sampled_from("136")))
    more = replace(case, items={item.address: item, **case.items}, matrix=with_row(case.matrix, item.address, row))
    one, two = sensitivity(before), sensitivity(standing(more))
    assert [loss for loss in one.losses if loss.what != "kind"] == [
        loss for loss in two.losses if loss.what != "kind" and loss.id not in ("new", "new/row")
    ]
    assert one.smallest_set == two.smallest_set
    assert (one.linchpins, one.steps) == (two.linchpins, two.steps)
    assert one.flips == tuple(flip for flip in two.flips if flip.address != "new/row")


def test_a_tie_is_not_separated(build: Build) -> None:
    found = separation(standing(build({"s/a": "C C C", "s/b": "N N C"})))
    flip = Flip("s/b", "h1", Rating.N, Rating.I, 1, ("h2", "h3"))
    assert found == Separation("cell", 1, ("s/b",), (flip,), leading=("h2", "h3"))
