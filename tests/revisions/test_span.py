"""What is compared with what, as git means it, and a sentence where it cannot be told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.revisions.repositories import Repo
from workbench.revisions import between
from workbench.revisions.git import CannotTell, Repository, environment
from workbench.revisions.span import WORKING_TREE, Commits, span

MATRIX = "matrices/retaliation/ann.yaml"


@pytest.fixture
def forked(repo: Repo) -> Repo:
    """`main` and `topic`, each with a commit of its own since they parted."""
    repo.git("switch", "-q", "-c", "topic")
    repo.change(MATRIX, "none: II", "none: I")
    repo.commit("topic")
    repo.git("switch", "-q", "main")
    repo.change("evidence/embassy.yaml", "Embassy cables", "Cables")
    repo.commit("main")
    return repo


@pytest.mark.parametrize(
    "typed, before, after",
    [
        ("", "HEAD", ""),
        ("topic", "topic", ""),
        ("main..topic", "main", "topic"),
        ("..topic", "HEAD", "topic"),
        ("topic..", "topic", "HEAD"),
        ("main...topic", "main~1", "topic"),
        ("...topic", "main~1", "topic"),
        ("main^..main", "main~1", "main"),
    ],
)
def test_a_span_is_what_git_makes_of_it(forked: Repo, typed: str, before: str, after: str) -> None:
    found = span(Repository.around(forked.root), typed)

    assert found.before == forked.git("rev-parse", before)
    assert found.after == (forked.git("rev-parse", after) if after else "")
    assert (found.after_label == WORKING_TREE) == (not after)


def test_labels_name_what_was_typed_and_the_commit(forked: Repo) -> None:
    short = forked.git("rev-parse", "--short", "topic")

    assert span(Repository.around(forked.root), "topic").before_label == f"topic ({short})"
    assert span(Repository.around(forked.root), forked.git("rev-parse", "topic")).before_label == short


def refused(folder: Path, typed: str = "") -> str:
    with pytest.raises(CannotTell) as told:
        span(Repository.around(folder), typed)
    return str(told.value)


@pytest.mark.parametrize(
    "typed", ["nowhere", "nowhere..main", "main..nowhere", "0" * 40, "--output=x", "-p", "a b", "\0"]
)
def test_what_is_no_revision_is_refused(forked: Repo, typed: str) -> None:
    assert "no revision" in refused(forked.root, typed)
    assert not (forked.root / "x").exists()


def test_a_shallow_clone_says_to_fetch(forked: Repo, tmp_path: Path) -> None:
    forked.git("clone", "-q", "--depth=1", "--no-single-branch", forked.root.as_uri(), str(tmp_path / "shallow"))

    assert "git fetch" in refused(tmp_path / "shallow", "HEAD~1")
    assert "git fetch --unshallow" in refused(tmp_path / "shallow", "HEAD...origin/topic")
    assert span(Repository.around(tmp_path / "shallow"), "HEAD..origin/topic").after


def test_no_common_ancestor(repo: Repo) -> None:
    repo.git("switch", "-q", "--orphan", "alone")
    repo.commit("alone")

    assert "no common ancestor" in refused(repo.root, "main...alone")


def test_no_commit_yet(tmp_path: Path) -> None:
    Repo(tmp_path).git("init", "-q")

    assert "no commit here yet" in refused(tmp_path)


def test_no_repository(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()

    assert "in no git repository" in refused(tmp_path / "plain")


def test_no_git(repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))

    assert "no git on this machine" in refused(repo.root)


def test_a_repository_in_the_environment_does_not_lead_away(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a hook of another repository leaves it: the repository around the folder counts."""
    other = Repo.begun(tmp_path / "other")
    other.commit("one more")
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.root / ".git/index"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.root))

    found = span(Repository.around(repo.root))

    monkeypatch.delenv("GIT_DIR")
    monkeypatch.delenv("GIT_WORK_TREE")
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert found.before == repo.git("rev-parse", "HEAD")


def test_a_repository_apart_from_its_working_tree_is_found_by_the_environment(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = repo.git("rev-parse", "HEAD")
    (repo.root / ".git").rename(tmp_path / "apart.git")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "apart.git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(repo.root))

    assert span(Repository.around(repo.root)).before == head


def test_the_environment_keeps_settings_and_a_push_that_is_judged() -> None:
    given = {"GIT_CONFIG_GLOBAL": "x", "GIT_DIR": ".", "GIT_OBJECT_DIRECTORY": "o", "LC_ALL": "de_DE", "PATH": "p"}

    assert "GIT_DIR" not in environment(given)
    assert "GIT_OBJECT_DIRECTORY" not in environment(given)
    assert environment({**given, "GIT_QUARANTINE_PATH": "q"})["GIT_OBJECT_DIRECTORY"] == "o"
    assert environment(given)["GIT_CONFIG_GLOBAL"] == "x"
    assert environment(given)["LC_ALL"] == "C"


def test_words_are_revisions_first_then_paths(forked: Repo) -> None:
    repository = Repository.around(forked.root)
    head, topic = forked.git("rev-parse", "main"), forked.git("rev-parse", "topic")

    assert between.asked(repository, []) == between.Compared(span(repository))
    assert between.asked(repository, ["evidence"]).paths == ("evidence",)
    assert between.asked(repository, ["main", "topic"]).span[:2] == (head, topic)
    assert between.asked(repository, ["main..topic", "evidence", MATRIX]).paths == ("evidence", MATRIX)
    assert between.asked(repository, ["main", ":(glob)evidence/*.yaml"]).paths == (":(glob)evidence/*.yaml",)
    with pytest.raises(CannotTell, match="no revision"):
        between.asked(repository, ["evidense"])
    with pytest.raises(CannotTell, match="neither a revision nor a file"):
        between.asked(repository, ["main", "evidense"])


@pytest.mark.parametrize("name", ["@{upstream}", "HEAD@{none}", ":/no such message", "-HEAD", "HEAD\nHEAD", "evidence"])
def test_one_odd_name_does_not_hide_the_other(forked: Repo, name: str) -> None:
    """Some names make git give up altogether."""
    known = Commits(Repository.around(forked.root))

    assert known.of("main", name, "topic") == [forked.git("rev-parse", "main"), "", forked.git("rev-parse", "topic")]


def test_the_same_commit_at_both_ends(forked: Repo) -> None:
    found = span(Repository.around(forked.root), "main..main")

    assert found.before == found.after
    assert found.before_label == found.after_label == f"main ({forked.git('rev-parse', '--short', 'main')})"


def test_a_file_that_is_gone_is_still_a_path(forked: Repo) -> None:
    (forked.root / MATRIX).unlink()

    assert between.asked(Repository.around(forked.root), [MATRIX]).paths == (MATRIX,)


def test_nothing_is_written_to_the_repository(forked: Repo) -> None:
    os.utime(forked.root / MATRIX)
    before = (forked.root / ".git/index").read_bytes()

    found = between.asked(Repository.around(forked.root), [])
    between.compared(Repository.around(forked.root), forked.root, "", found._replace(paths=(MATRIX,)))

    assert (forked.root / ".git/index").read_bytes() == before
