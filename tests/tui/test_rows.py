"""The order of the rows: by anything once the answer may show, by nothing of the ratings before."""

import pytest

from tests.tui.hosting import heuer
from workbench.analysis import SORTS, standing
from workbench.tui import rows

BY_RATINGS = [name for name, sort in SORTS.items() if sort.by_ratings]


def test_every_order_can_be_chosen() -> None:
    assert list(rows.SORTS) == [rows.DECIDES, *SORTS]


@pytest.mark.parametrize("sort", [rows.DECIDES, *BY_RATINGS])
def test_while_rating_is_blind_no_rating_orders_rows(sort: str) -> None:
    case = heuer()
    shown = rows.arranged(case, None, sort, None)
    assert shown.addresses == tuple(case.items)
    assert not any(entry.heading for entry in shown.entries)
    assert rows.arranged(case, standing(case), sort, None).addresses != tuple(case.items)
