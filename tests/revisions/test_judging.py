"""How many ratings changed since a stale judgement was written is found in git, or is left unsaid."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.revisions.repositories import Repo
from workbench import workspace
from workbench.model import Judge, judgement_stale
from workbench.revisions.judging import rated_since
from workbench.workspace import Keeper

MATRIX = "matrices/retaliation/ann.yaml"
EVIDENCE = "evidence/embassy.yaml"


def judge(root: Path, *edits: Judge) -> None:
    kept = Keeper(workspace.read(root), "retaliation", "ann")
    for edit in edits:
        kept.apply(edit)
    kept.save()


def told(root: Path) -> int | None:
    return rated_since(root, workspace.read(root).case("retaliation", "ann"))


@pytest.fixture
def judged(repo: Repo) -> Repo:
    """With a judgement on the matrix as it is committed."""
    judge(repo.root, Judge({"none": 20.0, "minor": 80.0}, because="So."))
    repo.commit("judged")
    return repo


def rerate(repo: Repo) -> None:
    repo.change(MATRIX, "none: C, minor: C", "none: N, minor: N")


def test_ratings_that_changed_are_counted_committed_or_not(judged: Repo) -> None:
    assert told(judged.root) is None
    rerate(judged)
    assert told(judged.root) == 2
    judged.commit("rated again")
    judged.commit("something else")
    assert told(judged.root) == 2


def test_what_shows_a_matrix_in_a_diff_is_not_started_for_it(judged: Repo, tmp_path: Path) -> None:
    (judged.root / ".gitattributes").write_text("matrices/**/*.yaml diff=ach\n", encoding="utf-8")
    judged.git("config", "diff.ach.textconv", f"touch '{tmp_path}/started'; cat")
    rerate(judged)

    assert told(judged.root) == 2
    assert not (tmp_path / "started").exists()


def test_they_are_counted_since_it_was_confirmed_last(judged: Repo) -> None:
    rerate(judged)
    judge(judged.root, Judge(holds=True))
    judged.commit("rated again and confirmed")
    judged.change(MATRIX, "none: N, minor: N", "none: C, minor: N")
    assert told(judged.root) == 1


def test_what_else_changed_since_is_not_passed_off_as_ratings(judged: Repo) -> None:
    rerate(judged)
    judged.change(EVIDENCE, "reliability: C", "reliability: D")
    assert judgement_stale(workspace.read(judged.root).case("retaliation", "ann"))
    assert told(judged.root) is None


def test_a_renamed_hypothesis_is_counted_under_its_old_id(judged: Repo) -> None:
    question = "hypotheses/retaliation.yaml"
    written = (judged.root / question).read_text(encoding="utf-8")
    start = written.index("  minor:")
    judged.write(question, written[:start] + written[start:].replace("minor: {", "small: {formerly: [minor], ", 1))
    assert told(judged.root) is None
    assert not judgement_stale(workspace.read(judged.root).case("retaliation", "ann"))
    rerate(judged)
    assert told(judged.root) == 2


def test_where_nothing_can_be_known_nothing_is_said(repo: Repo, tmp_path: Path) -> None:
    judge(repo.root, Judge(because="So."))
    rerate(repo)
    assert told(repo.root) is None  # never committed as it was judged
    repo.commit("both at once")
    assert told(repo.root) is None
    outside = tmp_path / "outside"
    shutil.copytree(repo.root, outside, ignore=shutil.ignore_patterns(".git"))
    assert told(outside) is None
