from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis import standing
from workbench.analysis.heuer.checklist import ADVICE, HEADINGS
from workbench.analysis.heuer.suspects import answers, suspected, suspects
from workbench.analysis.sensitivity import sensitivity
from workbench.model import CHECKLIST, Case, Rating, Row, Source

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]


KEYS = tuple(CHECKLIST)


def test_every_question_of_the_checklist_is_taken_apart() -> None:
    assert [heading.key for heading in HEADINGS] == [*CHECKLIST]
    assert [heading.question for heading in HEADINGS] == [*CHECKLIST.values()]
    assert [heading.letters for heading in HEADINGS] == ["MOM", "MOM", "MOM", "POP", "MOSES", "EVE"]
    assert all(ask.endswith("?") for heading in HEADINGS for ask in heading.asks)
    assert all(sentence.endswith(".") for sentence in ADVICE)


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_the_key_ones_are_those_whose_loss_changes_the_lead(cases: Cases, data: st.DataObject) -> None:
    now = standing(data.draw(cases))
    lost = {(loss.what, loss.id): loss for loss in sensitivity(now).losses if loss.what in {"source", "origin"}}
    every = suspects(now, every=True)

    assert {(s.what, s.id) for s in every} == lost.keys()
    for suspect in every:
        loss = lost[suspect.what, suspect.id]
        assert (suspect.items, suspect.leading) == (loss.items, loss.leading)
        assert suspect.key == (loss.leading != now.methods["parc-weighted"].leading)
    assert [s for s in every if s.key] == list(suspects(now))


def test_the_suspected_stand_first_and_our_own_analysis_is_none(build: Build) -> None:
    case = build(
        {"s/a": "II C", "t/a": "C I", "own/a": "II C"},
        items={"t/a": {"origins": ("eve",)}},
        origins={"eve": "B"},
        checks={"eve": {"motive": "Revenge.", "past": " "}, "nobody": {}},
        deceptive={"gone": {"t/a": Row({"h1": Rating.I})}},
    )
    case = replace(case, sources={**case.sources, "own": Source("own", "Own", kind="own-analysis")})
    found = suspects(standing(case))

    assert suspected(case) == ("eve", "gone")
    assert [(s.id, s.what, s.suspected) for s in found] == [("eve", "origin", True), ("gone", "", True)]
    assert (found[0].answers, found[0].unanswered) == ({"motive": "Revenge."}, KEYS[1:])
    assert (found[1].rated_again, found[1].items, found[1].key) == (True, (), False)


def test_answers_are_in_the_order_of_the_checklist(build: Build) -> None:
    case = build({"s/a": "C C"}, checks={"s": {"evidence": "None.", "motive": "Money.", "unknown": "x"}})

    assert list(answers(case, "s").items()) == [("motive", "Money."), ("evidence", "None.")]
