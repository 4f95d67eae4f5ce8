from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from tests.analysis.agreement.several import judged, several
from workbench.analysis.agreement import Pooled, agreement
from workbench.model import Row

ROWS = {"s/a": "C I"}


def pooled(**parts: Any) -> Pooled:
    found = agreement(several(dict.fromkeys(parts, ROWS), parts)).orders
    assert found is not None
    return found.pooled


def test_each_is_normalised_and_weighs_the_same() -> None:
    found = pooled(ann=judged(h1=60, h2=50, other=20), bob=judged(h1=20, h2=60, other=20))
    assert [round(float(share), 4) for share in found.each["ann"].values()] == [0.4615, 0.3846, 0.1538], "METHOD 2.8"
    assert found.shares["h1"] == (Fraction(6, 13) + Fraction(1, 5)) / 2
    assert sum(found.shares.values()) == 1
    assert found.left_out == {}


def test_other_is_included_and_may_be_nothing() -> None:
    found = pooled(ann=judged(h1=50, h2=50), bob=judged(h1=20, h2=60, other=20))
    assert found.shares == {"h1": Fraction(35, 100), "h2": Fraction(55, 100), "other": Fraction(10, 100)}


@pytest.mark.parametrize(
    ("part", "why"),
    [
        ({}, "gives no likelihoods"),
        (judged(h1=100), "gives no likelihood of h2"),
        (judged(h1=40, h2=40, gone=20), "gives one to gone, no longer compared"),
        (judged(h1=40, h2=40), "gives none of other, and the rest do not make 100"),
        (judged(h1=0, h2=0, other=0), "gives some that are no shares of 100"),
        (judged(h1=-10, h2=100, other=10), "gives some that are no shares of 100"),
        (judged(h1=float("inf"), h2=100, other=10), "gives some that are no shares of 100"),
    ],
)
def test_what_is_not_complete_is_left_out(part: dict[str, Any], why: str) -> None:
    found = pooled(ann=judged(h1=50, h2=50), bob=judged(h1=50, h2=50), cy=part)
    assert found.left_out == {"cy": why}
    assert list(found.each) == ["ann", "bob"]


def test_one_set_is_no_pool() -> None:
    found = pooled(ann=judged(h1=50, h2=50), bob={})
    assert (found.shares, list(found.each)) == ({}, ["ann"])


def test_who_rated_another_wording_only_is_left_out() -> None:
    case = several({"ann": ROWS, "bob": ROWS}, {"ann": judged(h1=50, h2=50), "bob": judged(h1=50, h2=50)})
    bob = case.colleagues["bob"]
    old = replace(bob, rows={"s/a": Row(bob.row("s/a").ratings, "w0000000000000000")})
    found = agreement(replace(case, colleagues={"bob": old})).orders
    assert found is not None
    assert found.pooled.left_out == {"bob": "rated another wording of h1, h2"}
