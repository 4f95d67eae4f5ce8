from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from workbench.analysis.heuer import tasks
from workbench.model import Case, Judgement, Note, Rating, Weighing, edited, matrix_fingerprint
from workbench.model.edits import Judge, Rate

Build = Callable[..., Case]
TODAY = date(2026, 11, 22)
WHOLE = Judgement({"h1": 60, "h2": 30, "other": 10}, "low", "So it is.")


def on(case: Case) -> Case:
    """The case with its judgement made on this very matrix."""
    judged = case.matrix.judgement
    return case.with_matrix(replace(case.matrix, judgement=judged and judged._replace(matrix=matrix_fingerprint(case))))


def left(case: Case) -> list[tuple[str, str]]:
    found = tasks(case, 5, TODAY)
    assert all(task.kind.must for task in found)
    return [(task.kind.name, task.address or task.hypothesis) for task in found]


def ahead(build: Build, judgement: Judgement | None) -> Case:
    """The first hypothesis leads with one inconsistency, which is weighed."""
    weighed = {"s/a": Note(weighed={"h1": Weighing.SPECIAL_CASE})}
    return on(build({"s/a": "I C", "s/b": "C II"}, notes=weighed, judgement=judgement))


@pytest.mark.parametrize(
    "judgement, lacks",
    [
        (None, [("no-judgement", "")]),
        (WHOLE, []),
        (WHOLE._replace(likelihood={}), [("no-likelihood", "h1"), ("no-likelihood", "h2")]),
        (WHOLE._replace(likelihood={"h2": 100}), [("no-likelihood", "h1")]),
        (WHOLE._replace(likelihood={"h1": 60, "h2": 30}), [("not-a-hundred", "")]),
        (WHOLE._replace(likelihood={"h1": 66.6, "h2": 33.3}), []),
        (WHOLE._replace(confidence=""), [("no-confidence", "")]),
        (WHOLE._replace(because=""), [("judgement-without-grounds", "")]),
        (WHOLE._replace(likelihood={"h1": 40, "h2": 60}), [("difference-without-reason", "h2")]),
        (WHOLE._replace(likelihood={"h1": 40, "h2": 60}, differs_because="Trust."), []),
    ],
)
def test_what_a_judgement_lacks(build: Build, judgement: Judgement | None, lacks: list[tuple[str, str]]) -> None:
    assert left(ahead(build, judgement)) == lacks


def test_what_speaks_against_the_leader_has_to_be_weighed(build: Build) -> None:
    case = replace(ahead(build, WHOLE), matrix=replace(ahead(build, WHOLE).matrix, notes={}))
    (found,) = tasks(case, 5, TODAY)

    assert (found.address, found.hypothesis) == ("s/a", "h1")
    assert found.sentence.startswith("It contradicts H1, which leads:")


def test_the_sentences_name_what_they_speak_of(build: Build) -> None:
    differs = tasks(ahead(build, WHOLE._replace(likelihood={"h1": 40, "h2": 60})), 5, TODAY)
    short = tasks(ahead(build, WHOLE._replace(likelihood={"h1": 60, "h2": 35.5})), 5, TODAY)

    assert differs[0].sentence.startswith("You hold H2 likelier than H1, which has fewer points.")
    assert short[0].sentence.startswith("The likelihoods add up to 95.5 and not to 100;")


def test_nothing_tells_who_leads_while_cells_are_unrated(build: Build) -> None:
    case = on(build({"s/a": "I C", "s/b": "C -"}, judgement=WHOLE._replace(likelihood={"h1": 40, "h2": 60})))

    assert left(case) == []


def test_a_judgement_is_read_again_when_the_matrix_changed_until_it_is_confirmed(build: Build) -> None:
    case = edited(ahead(build, WHOLE), Rate("s/b", "h1", Rating.CC))

    assert left(case) == [("stale-judgement", "")]
    assert left(edited(case, Judge(holds=True))) == []


def test_of_a_judgement_by_hand_it_is_only_asked_whether_it_holds(build: Build) -> None:
    weighed = {"s/a": Note(weighed={"h1": Weighing.SPECIAL_CASE})}
    case = build({"s/a": "I C", "s/b": "C II"}, notes=weighed, judgement=WHOLE)

    assert [(task.kind.name, task.kind.must) for task in tasks(case, 5, TODAY)] == [("unconfirmed-judgement", False)]
