"""A revision is read into the same values as the folder it was committed from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.revisions.repositories import FILES, Repo
from workbench import workspace
from workbench.revisions.git import CannotTell, Repository
from workbench.revisions.tree import Reader, kind
from workbench.workspace import Workspace

PROJECT = Path(__file__).parents[2]
EXAMPLES = sorted(
    path
    for group in ("good", "bad")
    for path in (PROJECT / "tests/examples" / group).iterdir()
    if path.is_dir() and not any(entry.is_symlink() for entry in path.rglob("*"))
)


def committed(root: Path) -> Repo:
    repo = Repo(root)
    repo.git("init", "-q")
    repo.commit("as it is")
    return repo


def at(repo: Repo, revision: str = "HEAD", prefix: str = "") -> Workspace:
    repository = Repository.around(repo.root)
    (found,) = Reader(repository, prefix).read(repo.git("rev-parse", revision))
    return found


def same(one: Workspace, other: Workspace) -> None:
    for part in ("questions", "sources", "origins", "items", "matrices", "names"):
        assert getattr(one, part) == getattr(other, part), part


@pytest.mark.parametrize("example", [*EXAMPLES, PROJECT], ids=lambda path: path.name)
def test_a_revision_says_what_the_folder_said(example: Path, tmp_path: Path) -> None:
    root = tmp_path / "copy"
    for folder in ("hypotheses", "evidence", "matrices"):
        if (example / folder).is_dir():
            shutil.copytree(example / folder, root / folder)
    repo = committed(root)
    read = workspace.read(root)

    found = at(repo)

    same(found, read)
    broken = {
        (f.path, f.line, f.code, f.message) for f in read.findings if f.code not in {"W001", "W002", "W005", "W006"}
    }
    assert {(f.path, f.line, f.code, f.message) for f in found.findings} == broken


def test_in_a_subfolder(tmp_path: Path) -> None:
    repo = Repo.begun(tmp_path / "all", within="cases/iraq 93/")
    root = repo.root / "cases/iraq 93"

    prefix = Repository.around(root).prefix

    assert prefix == "cases/iraq 93/"
    same(at(repo, prefix=prefix), workspace.read(root))


def test_before_there_was_a_workspace_it_is_empty(repo: Repo) -> None:
    found = at(repo, prefix="elsewhere/")

    assert not found.questions
    assert not found.findings


def test_a_file_that_is_the_same_twice_is_parsed_once(repo: Repo) -> None:
    first = repo.git("rev-parse", "HEAD")
    repo.change("matrices/retaliation/ann.yaml", "none: II", "none: I")
    second = repo.commit("rate")

    one, other = Reader(Repository.around(repo.root), "").read(first, second)

    assert one.texts["evidence/embassy.yaml"][1] is other.texts["evidence/embassy.yaml"][1]
    assert one.texts["matrices/retaliation/ann.yaml"][1] is not other.texts["matrices/retaliation/ann.yaml"][1]


def test_a_file_that_is_the_same_twice_becomes_the_same_values(repo: Repo) -> None:
    """What did not change is compared by a look: the very same items and sources stand on both sides."""
    repo.write(
        "evidence/wire.yaml", "format: 1\nsource: {title: Wire}\nitems:\n  a: {text: It rained., kind: report}\n"
    )
    first = repo.commit("another source")
    repo.change("evidence/wire.yaml", "rained", "hailed")
    second = repo.commit("reworded")

    one, other = Reader(Repository.around(repo.root), "").read(first, second)

    assert {a: one.items[a] is other.items[a] for a in one.items} == {
        "embassy/statement": True,
        "embassy/precautions": True,
        "embassy/loss-of-face": True,
        "wire/a": False,
    }
    assert one.sources["embassy"] is other.sources["embassy"]


def test_links_are_followed_within_the_workspace_only(repo: Repo) -> None:
    (repo.root / "evidence/again.yaml").symlink_to("embassy.yaml")
    (repo.root / "evidence/passwords.yaml").symlink_to("/etc/passwd")
    (repo.root / "evidence/up.yaml").symlink_to("../../up.yaml")
    (repo.root / "evidence/gone.yaml").symlink_to("nowhere.yaml")
    (repo.root / "evidence/round.yaml").symlink_to("round.yaml")
    repo.commit("links")

    found = at(repo)

    assert found.sources["again"].title == found.sources["embassy"].title
    assert {(f.path, f.code) for f in found.findings} == {
        ("evidence/passwords.yaml", "W003"),
        ("evidence/up.yaml", "W003"),
        ("evidence/gone.yaml", "W002"),
        ("evidence/round.yaml", "W002"),
    }


def test_a_folder_that_is_a_link_or_a_submodule_is_said(repo: Repo) -> None:
    (repo.root / "matrices/retaliation").rename(repo.root / "matrices/war")
    (repo.root / "matrices/retaliation").symlink_to("war")
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{repo.git('rev-parse', 'HEAD')},matrices/other")
    repo.git("add", "-A", "matrices/retaliation", "matrices/war")
    repo.git("commit", "-q", "-m", "no folders")

    found = at(repo)

    assert {f.path for f in found.findings} == {"matrices/other", "matrices/retaliation"}
    assert list(found.matrices) == [("war", "ann")]


def test_names_of_any_letters(repo: Repo) -> None:
    repo.write('evidence/odd "näme"\n.yaml', "items: {}\n")
    repo.write("evidence/ромны.yaml", "items: {}\n")
    repo.commit("odd names")

    same(at(repo), workspace.read(repo.root))


def test_an_object_that_is_not_in_the_clone_is_said(repo: Repo) -> None:
    id_ = repo.git("rev-parse", "HEAD:evidence/embassy.yaml")
    (repo.root / ".git/objects" / id_[:2] / id_[2:]).unlink()

    with pytest.raises(CannotTell, match="fetch"):
        at(repo)


@pytest.mark.parametrize(
    "path, of",
    [
        ("hypotheses/a.yaml", "hypotheses"),
        ("evidence/a.yaml", "evidence"),
        ("evidence/origins.yaml", "origins"),
        ("hypotheses/origins.yaml", "hypotheses"),
        ("matrices/q/a.yaml", "matrix"),
        ("matrices/a.yaml", ""),
        ("matrices/q/r/a.yaml", ""),
        ("evidence/.a.yaml", ""),
        ("evidence/A.yaml", ""),
        ("evidence/a.yml", ""),
        ("evidence/b/a.yaml", ""),
        ("schemas/a.yaml", ""),
    ],
)
def test_kinds_are_those_of_the_folder(path: str, of: str) -> None:
    assert kind(path) == of
    assert set(map(kind, FILES)) == {"hypotheses", "evidence", "matrix"}
