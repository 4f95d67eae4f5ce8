"""Renames are recognised by `formerly`, forwards and backwards, and are no removal with an addition."""

from __future__ import annotations

import pytest

from tests.revisions.repositories import Repo
from workbench.analysis.changes import Comparison, How, Verdict
from workbench.revisions import between
from workbench.revisions.git import Repository

Q, E, M = "hypotheses/retaliation.yaml", "evidence/embassy.yaml", "matrices/retaliation/ann.yaml"

ORIGINS = "format: 1\norigins:\n  cook: {who: a cook, reliability: C, because: Seen.}\n"


def compared(repo: Repo, *words: str) -> Comparison:
    repository = Repository.around(repo.root)
    return between.compared(repository, repo.root, repository.prefix, between.asked(repository, words))


def told(found: Comparison) -> list[tuple[str, str, How, str]]:
    return [(t.kind, t.id, t.how, t.was_id or t.into) for t in found.things]


def turned(repo: Repo, *words: str) -> Comparison:
    """The same from the other end."""
    repo.commit("rename")
    return compared(repo, "HEAD..HEAD~1", *words)


def test_a_hypothesis(repo: Repo) -> None:
    repo.change(Q, "  minor: {short: Minor action,", "  small: {formerly: [minor], short: Minor action,")

    found = compared(repo)

    assert told(found) == [("hypothesis", "small", How.RENAMED, "minor")]
    assert found.matrices == ()
    assert all(effect.verdict is Verdict.NOTHING for effect in found.effects)
    assert told(turned(repo)) == [("hypothesis", "minor", How.RENAMED, "small")]


def test_a_hypothesis_that_is_rated_otherwise_as_well(repo: Repo) -> None:
    repo.change(Q, "  minor: {short: Minor action,", "  small: {formerly: [minor], short: Small action,")
    repo.change(M, "none: II, minor: C", "none: II, small: I")

    found = compared(repo)

    assert told(found) == [("hypothesis", "small", How.CHANGED, "minor")]
    (cell,) = found.matrices[0].cells
    assert (cell.address, cell.hypothesis, cell.was, cell.now) == ("embassy/loss-of-face", "small", "C", "I")


def test_an_item(repo: Repo) -> None:
    repo.change(E, "  loss-of-face: {", "  loss: {formerly: [loss-of-face], ")

    found = compared(repo)

    assert told(found) == [("item", "embassy/loss", How.RENAMED, "embassy/loss-of-face")]
    assert found.matrices == ()
    assert told(turned(repo)) == [("item", "embassy/loss-of-face", How.RENAMED, "embassy/loss")]


def test_a_source_moves_its_items_in_silence(repo: Repo) -> None:
    (repo.root / E).rename(repo.root / "evidence/cables.yaml")
    repo.change("evidence/cables.yaml", "source: {", "source: {formerly: [embassy], ")
    repo.change("evidence/cables.yaml", "cost Saddam his standing", "cost Saddam much of his standing")

    found = compared(repo)

    assert told(found) == [
        ("source", "cables", How.RENAMED, "embassy"),
        ("item", "cables/loss-of-face", How.CHANGED, "embassy/loss-of-face"),
    ]
    assert found.matrices == ()
    assert [t[:3] for t in told(turned(repo))] == [
        ("source", "embassy", How.RENAMED),
        ("item", "embassy/loss-of-face", How.CHANGED),
    ]


def test_an_origin(repo: Repo) -> None:
    repo.write("evidence/origins.yaml", ORIGINS)
    repo.change(E, "  statement: {", "  statement: {origin: cook, ")
    repo.commit("an origin")
    repo.write("evidence/origins.yaml", ORIGINS.replace("cook: {", "chef: {formerly: [cook], "))

    found = compared(repo)

    assert told(found) == [("origin", "chef", How.RENAMED, "cook")]


def test_items_that_were_merged(repo: Repo) -> None:
    content = (repo.root / E).read_text()
    gone = next(line for line in content.splitlines(keepends=True) if "loss-of-face" in line)
    repo.write(E, content.replace(gone, "").replace("  statement: {", "  statement: {formerly: [loss-of-face], "))

    found = compared(repo)

    assert told(found) == [("item", "embassy/loss-of-face", How.MERGED, "embassy/statement")]


def test_a_row_that_was_not_stale_is_not_made_so(repo: Repo) -> None:
    """Its fingerprint is that under the ids it was written with."""
    from workbench import workspace
    from workbench.model import fingerprint

    case = workspace.read(repo.root).case("retaliation", "ann")
    mark = fingerprint("Embassies are told to be on guard.", [(h.id, h.statement) for h in case.hypotheses])
    repo.change(
        M,
        "precautions: {none: I, minor: C, major: C}",
        f"precautions: {{none: I, minor: C, major: C, wording: {mark}}}",
    )
    repo.commit("marked")
    repo.change(Q, "  minor: {", "  small: {formerly: [minor], ")
    repo.commit("renamed")
    repo.change(Q, "  small: {formerly: [minor], ", "  tiny: {formerly: [minor, small], ")

    found = compared(repo, "HEAD~1")

    assert told(found) == [("hypothesis", "tiny", How.RENAMED, "minor")]
    assert [(e.stale, e.confirmed) for e in found.effects] == [((), ())]
    assert [(e.stale, e.confirmed) for e in compared(repo).effects] == [((), ())]


@pytest.mark.parametrize("line", ["  minor: {", "  none: {"])
def test_an_id_that_is_gone_without_a_word_is_removed(repo: Repo, line: str) -> None:
    repo.change(Q, line, line.replace(": {", "-2: {"))

    found = compared(repo)

    assert {how for _, _, how, _ in told(found)} >= {How.ADDED, How.REMOVED}
