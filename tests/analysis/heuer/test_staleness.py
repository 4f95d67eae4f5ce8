from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis.heuer.staleness import stale
from workbench.analysis.heuer.work import Work
from workbench.model import Case, Row

Cases = st.SearchStrategy[Case]
TODAY = date(2026, 11, 22)


@st.composite
def marked(draw: st.DrawFn, case: Case, address: str) -> Row:
    """A row with the fingerprint it should have, another, none, or one made under an old id."""
    row = case.matrix.row(address)
    written = {h: f"old-{h}" for h in row.ratings if draw(st.booleans())}
    right, former = case.fingerprint(address), case._fingerprint(address, replace(row, written=written), renamed=True)
    return replace(row, written=written, wording=draw(st.sampled_from([right, former, "w0123456789abcdef", ""])))


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_the_stale_rows_are_those_the_case_names_one_by_one(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases)
    rows = {address: data.draw(marked(case, address)) for address in case.items}
    case = case.with_matrix(replace(case.matrix, rows=rows))

    assert stale(Work(case, TODAY)) == tuple(i.address for i, _ in case.rows if case.stale(i.address))


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_a_reworded_item_is_stale_at_once(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases.filter(lambda case: any(row.ratings for _, row in case.rows)))
    rows = {a: replace(case.matrix.row(a), wording=case.fingerprint(a)) for a in case.items}
    case = case.with_matrix(replace(case.matrix, rows=rows))
    address = next(item.address for item, row in case.rows if row.ratings)
    reworded = replace(case, items={**case.items, address: replace(case.items[address], text="Something else.")})

    assert stale(Work(case, TODAY)) == ()
    assert stale(Work(reworded, TODAY)) == (address,)
