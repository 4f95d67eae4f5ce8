"""What a matrix stands on, in figures that add up."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.groups import origins, sources
from workbench.analysis.ledger import ledger
from workbench.analysis.sourcebase import Share, source_base
from workbench.analysis.standing import standing
from workbench.model import OWN_KINDS, Case, Kind, Level

Build = Callable[..., Case]


@given(data=st.data())
def test_the_figures_add_up(data: st.DataObject, cases: st.SearchStrategy[Case]) -> None:
    now = standing(data.draw(cases))
    base = source_base(now)
    evidence = [item for item, _ in now.case.rows if item.kind not in OWN_KINDS]

    assert base.evidence + base.own == now.rows
    assert sum(base.levels.values()) + base.unjudged == base.evidence == len(evidence)
    assert base.unnamed <= base.voices <= base.evidence
    assert base.deciding_source.rows <= base.deciding <= now.rows
    assert base.confirmed + base.retold <= 2 * base.evidence


@given(data=st.data())
def test_a_source_and_an_origin_have_the_rows_that_are_lost_with_them(
    data: st.DataObject, cases: st.SearchStrategy[Case]
) -> None:
    case = data.draw(cases)
    base, rows = source_base(standing(case)), ledger(standing(case))
    own = {a for a in rows.addresses if case.items[a].kind in OWN_KINDS}
    lost = {g.id: sum(rows.addresses[row] not in own for row in g.rows) for g in (*sources(rows), *origins(rows))}

    assert dict(base.origins) == {g.id: lost[g.id] for g in origins(rows) if lost[g.id]}
    assert all(lost[source] == n for source, n in base.sources.items())


def test_who_decides_is_the_one_with_most_of_the_rows_that_decide(build: Build) -> None:
    rows = {"paper/one": "I C", "paper/two": "C I", "letter/three": "C C", "letter/again": "I C", "own/four": "I C"}
    items = {
        "paper/one": {"origins": ("cook",), "credibility": "1"},
        "paper/two": {"origins": ("cook", "maid"), "credibility": "6"},
        "letter/three": {"credibility": "2"},
        "letter/again": {"retells": "paper/one", "credibility": "2"},
        "own/four": {"kind": Kind.ASSUMPTION, "credibility": ""},
    }
    case = build(rows, items, {"paper": "B", "letter": "D"}, {"cook": "A", "maid": "A"})
    base = source_base(standing(case))

    assert (base.deciding, base.deciding_source, base.deciding_origin) == (4, Share("paper", 2), Share("cook", 3))
    assert (base.evidence, base.own, base.voices, base.retold, base.unnamed) == (4, 1, 2, 1, 1)
    assert (base.letters, base.unjudged, base.confirmed) == ({"B": 1, "D": 1}, 1, 1)
    assert base.levels == {Level.LOW: 2, Level.MEDIUM: 0, Level.HIGH: 1}
    assert base.origins == {"cook": 3, "maid": 1}
