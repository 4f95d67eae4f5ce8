"""A judgement whose matrix changed: every command that shows it, or what it speaks of, says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.revisions.repositories import Repo, isolated
from workbench.model import Confidence, Judge
from workbench.workspace import Keeper, read

Run = Any

MATRIX = "matrices/retaliation/ann.yaml"
WRITTEN = Judge({"none": 20.0, "minor": 60.0, "major": 20.0}, Confidence.LOW, "So it is.")
SINCE = "changed since this judgement was written, and it was not confirmed"
FORMATS = ["text", "md", "html"]


def judge(folder: Path, edit: Judge = WRITTEN) -> None:
    kept = Keeper(read(folder), "retaliation", "ann")
    kept.apply(edit)
    kept.save()


def change(folder: Path, old: str, new: str) -> None:
    path = folder / MATRIX
    assert old in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def judged(folder: Path) -> Path:
    judge(folder)
    return folder


@pytest.fixture
def stale(judged: Path) -> Path:
    change(judged, "none: C, minor: C", "none: C, minor: CC")
    return judged


def printed(ach: Run, folder: Path, *words: str) -> str:
    return " ".join(ach("-C", folder, *words).out.split())


def test_check_names_the_line_and_what_to_do(ach: Run, judged: Path) -> None:
    assert "C077" not in ach("-C", judged, "check").out
    change(judged, "none: C, minor: C", "none: C, minor: CC")
    ran = ach("-C", judged, "check")
    assert ran.code == 1
    (found,) = [line for line in ran.out.splitlines() if "C077" in line]
    number = (judged / MATRIX).read_text(encoding="utf-8").splitlines().index("judgement:") + 5
    assert found.startswith(
        f"{MATRIX}:{number}: C077 the matrix changed since this judgement was written; read it again"
    )


def test_one_by_hand_is_a_note(ach: Run, judged: Path) -> None:
    lines = (judged / MATRIX).read_text(encoding="utf-8").splitlines(keepends=True)
    (judged / MATRIX).write_text("".join(one for one in lines if "matrix: m" not in one), encoding="utf-8")
    ran = ach("-C", judged, "check")
    assert ran.code == 0
    assert "C078 the judgement does not say on which state of the matrix it was made" in ran.out
    (found,) = json.loads(ach("-C", judged, "status", "--format", "json").out)
    assert found["judgement"] == {"stale": False, "unconfirmed": True, "ratings_changed": None}
    assert SINCE not in printed(ach, judged, "report")


def test_status_says_so_and_sends_to_step_5(ach: Run, stale: Path) -> None:
    (found,) = json.loads(ach("-C", stale, "status", "--format", "json").out)
    assert found["judgement"] == {"stale": True, "unconfirmed": False, "ratings_changed": None}
    assert found["step"]["number"] == 5
    assert found["step"]["todo"].startswith("read your judgement again: the matrix changed since you wrote it")
    told = printed(ach, stale, "status")
    assert "judgement of ann: The matrix changed since it was written: read it again in step 5." in told


@pytest.mark.parametrize("form", FORMATS)
def test_the_report_says_so_beside_the_judgement(ach: Run, judged: Path, form: str) -> None:
    assert SINCE not in printed(ach, judged, "report", "--format", form)
    change(judged, "none: C, minor: C", "none: C, minor: CC")
    told = printed(ach, judged, "report", "--format", form)
    assert told.count(SINCE) == 2
    assert told.index("The likeliest" if "The likeliest" in told else "is judged likeliest") < told.index(SINCE)
    assert told.index(SINCE) < told.index("Confidence in this judgement is low.")


def test_the_report_as_data_says_so(ach: Run, stale: Path) -> None:
    found = json.loads(ach("-C", stale, "report", "--format", "json").out)["judgement"]
    assert (found["stale"], found["unconfirmed"], found["ratings_changed"]) == (True, False, None)


def test_grounds_without_likelihoods_are_marked_as_well(ach: Run, folder: Path) -> None:
    judge(folder, Judge(because="So it is."))
    change(folder, "none: C, minor: C", "none: C, minor: CC")
    told = printed(ach, folder, "report")
    assert told.index(SINCE) < told.index("the analyst's note: So it is.")


# ---- in a repository


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    isolated(tmp_path, monkeypatch)
    made = Repo.begun(tmp_path / "kept")
    judge(made.root)
    made.commit("judged")
    return made


def test_with_git_the_ratings_that_changed_are_counted(ach: Run, repo: Repo) -> None:
    change(repo.root, "none: C, minor: C", "none: N, minor: CC")
    assert "(2 ratings)" in ach("-C", repo.root, "check").out
    assert "2 ratings changed since it was written" in printed(ach, repo.root, "status")
    assert "2 ratings changed since this judgement was written, and" in printed(ach, repo.root, "report")
    found = json.loads(ach("-C", repo.root, "report", "--format", "json").out)["judgement"]
    assert found["ratings_changed"] == 2


BEFORE = "judgement: written on the matrix as it was before these changes, and not confirmed"


def effect(ach: Run, repo: Repo) -> dict[str, Any]:
    (found,) = json.loads(ach("-C", repo.root, "diff", "--format", "json").out)["effects"]
    return dict(found)


def test_the_diff_says_where_a_change_makes_it_stale(ach: Run, repo: Repo) -> None:
    change(repo.root, "none: C, minor: C", "none: C, minor: CC")
    assert BEFORE in printed(ach, repo.root, "diff")
    assert effect(ach, repo)["judgement_stale"] is True
    told = printed(ach, repo.root, "report", "--since", "HEAD")
    assert "The judgement is the same, and was not confirmed since." in told
    judge(repo.root, Judge(holds=True))
    assert BEFORE not in printed(ach, repo.root, "diff")
    assert effect(ach, repo)["judgement_stale"] is False


def test_the_diff_names_a_judgement_that_was_confirmed(ach: Run, repo: Repo) -> None:
    change(repo.root, "none: C, minor: C", "none: C, minor: CC")
    repo.commit("rated again")
    judge(repo.root, Judge(holds=True))
    assert "The judgement of ann was confirmed as it stands." in printed(ach, repo.root, "diff")
    (matrix,) = json.loads(ach("-C", repo.root, "diff", "--format", "json").out)["matrices"]
    assert [entry["what"] for entry in matrix["entries"]] == ["matrix"]
    repo.commit("confirmed")
    change(repo.root, "because: So it is.", "because: So it was.")
    (matrix,) = json.loads(ach("-C", repo.root, "diff", "--format", "json").out)["matrices"]
    assert [entry["what"] for entry in matrix["entries"]] == ["because"]


def test_the_diff_knows_a_rename_from_a_change(ach: Run, repo: Repo) -> None:
    question = "hypotheses/retaliation.yaml"
    written = (repo.root / question).read_text(encoding="utf-8")
    start = written.index("  minor:")
    renamed = written[:start] + written[start:].replace("minor: {", "small: {formerly: [minor], ", 1)
    repo.write(question, renamed)
    assert all(
        not one["judgement_stale"]
        for one in json.loads(ach("-C", repo.root, "diff", "--format", "json").out)["effects"]
    )
    change(repo.root, "none: C, minor: C", "none: C, minor: CC")
    assert effect(ach, repo)["judgement_stale"] is True
