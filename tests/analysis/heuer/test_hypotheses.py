from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.heuer import Task, tasks
from workbench.analysis.heuer.hypotheses import Pair, pairs, reordered
from workbench.model import Case, Hypothesis, Overlap, Question, Status

Build = Callable[..., Case]
TODAY = date(2026, 11, 22)


def of(build: Build, *hypotheses: Hypothesis, overlap: tuple[Overlap, ...] = ()) -> Case:
    case = build({})
    question = replace(case.question, hypotheses={h.id: h for h in hypotheses}, overlap=overlap)
    return replace(case, question=question)


def plain(name: str, **fields: Any) -> Hypothesis:
    return Hypothesis(name, name.upper(), f"{name}.", ("This.",), ("That.",))._replace(**fields)


def found(case: Case) -> list[Task]:
    return list(tasks(case, 1, TODAY))


def named(case: Case) -> list[str]:
    return [task.kind.name for task in found(case)]


def test_from_three_to_seven_serve_best(build: Build) -> None:
    many = [plain(letter) for letter in "abcdefgh"]
    counts = ("too-few-hypotheses", "few-hypotheses", "many-hypotheses")

    assert [[n for n in named(of(build, *many[:k])) if n in counts] for k in (0, 1, 2, 3, 7, 8)] == [
        *(["too-few-hypotheses"], ["too-few-hypotheses"], ["few-hypotheses"], [], [], ["many-hypotheses"]),
    ]
    assert found(of(build, *many))[0].sentence.startswith("8 hypotheses: more than seven")


def test_one_without_anything_that_should_not_be_seen_must_get_it(build: Build) -> None:
    case = of(build, plain("a", expect_not=()), plain("b", expect=()), plain("c", status=Status.PARKED, expect_not=()))
    lacking = [task for task in found(case) if task.hypothesis]

    assert [(t.kind.name, t.hypothesis, t.kind.must) for t in lacking] == [
        ("cannot-be-contradicted", "a", True),
        ("nothing-expected", "b", False),
    ]
    assert lacking[0].sentence.startswith("What should not be seen if A is true?")


def test_roles_that_nobody_has_are_asked_for(build: Build) -> None:
    case = of(build, plain("a", role="null-hypothesis"), plain("b", role="other", status=Status.MERGED), plain("c"))
    asked = [task for task in found(case) if task.kind.name == "role-open"]

    assert [task.part for task in asked] == ["deception", "other"]
    assert "meant to believe" in asked[0].sentence
    assert not any(task.kind.must for task in asked)


def test_overlap_is_asked_about_pair_by_pair(build: Build) -> None:
    noted = Overlap(("c", "a"), "Both.")
    hypotheses = [plain("a"), plain("b"), plain("c")]
    question = of(build, *hypotheses, overlap=(noted,)).question

    assert pairs(question) == (Pair("a", "b", None), Pair("a", "c", noted), Pair("b", "c", None))
    assert "overlap-open" in named(of(build, *hypotheses))
    assert "overlap-open" not in named(of(build, *hypotheses, overlap=(noted,)))
    assert "overlap-open" in named(of(build, *hypotheses, overlap=(Overlap(("a", "gone")),)))


@given(st.lists(st.sampled_from([Status.ACTIVE, Status.PARKED]), min_size=1, max_size=7), st.data())
def test_a_step_changes_places_with_one_neighbour_of_its_kind(statuses: list[Status], data: st.DataObject) -> None:
    known = {f"h{n}": plain(f"h{n}", status=status) for n, status in enumerate(statuses)}
    question = Question("q", "What?", hypotheses=known)
    moved, step = data.draw(st.sampled_from([*known])), data.draw(st.sampled_from([-1, 1]))
    order = reordered(question, moved, step)
    peers = [h for h in known if known[h].status is known[moved].status]
    place = peers.index(moved) + step
    if not 0 <= place < len(peers):
        assert order is None
        return
    assert order is not None
    assert sorted(order) == sorted(known)
    peers[place], peers[place - step] = peers[place - step], peers[place]
    assert [h for h in order if h in peers] == peers
    assert [h for h in order if h != moved] == [h for h in known if h != moved]
    assert reordered(replace(question, hypotheses={h: known[h] for h in order}), moved, -step) is not None
