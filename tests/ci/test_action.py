"""What the GitHub Action and the template for GitLab do, on a local repository and with a stand-in for `gh`."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from tests.revisions.repositories import Repo, isolated

PROJECT = Path(__file__).parents[2]
SCRIPTS = PROJECT / "ci/action"
MATRIX = "case/matrices/retaliation/ann.yaml"
ROW = "embassy/precautions: {none: I, minor: C, major: C}"

GH = """\
import json, os, sys
from pathlib import Path

words, kept = sys.argv[1:], Path(os.environ["GH_KEPT"])
comments = json.loads(kept.read_text()) if kept.exists() else []
with (kept.parent / "calls").open("a") as calls:
    print(*words, file=calls)
if os.environ.get("GH_REFUSES") in words:
    sys.exit(1)
assert words[0] == "api"
fields = {word.partition("=")[0]: word.partition("=")[2] for word in words if "=" in word and "jq" not in word}
if "POST" in words:
    body = Path(fields["body"].removeprefix("@")).read_text()
    comments.append({"id": len(comments) + 1, "login": "github-actions[bot]", "body": body})
elif "PATCH" in words:
    number = int(next(word for word in words if "/comments/" in word).rpartition("/")[2])
    next(c for c in comments if c["id"] == number)["body"] = Path(fields["body"].removeprefix("@")).read_text()
else:
    assert "github-actions[bot]" in words[-1]
    mark = os.environ["ACH_MARKER"]
    for c in comments:
        if c["login"] == "github-actions[bot]" and c["body"].startswith(mark):
            print(c["id"])
kept.write_text(json.dumps(comments))
"""


class Step(NamedTuple):
    """How a script ended."""

    code: int
    out: str
    err: str


class Job(NamedTuple):
    """A pull request being checked: the clone, and what the scripts are told."""

    repo: Repo
    around: Path

    def run(self, script: str, **given: str) -> Step:
        tools = self.around / "tools"
        settings = {
            **os.environ,
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "ACH": str(tools / "ach"),
            "ACH_WORKSPACE": "case",
            "GITHUB_REPOSITORY": "ann/case",
            "GITHUB_STEP_SUMMARY": str(self.around / "summary.md"),
            "GITHUB_WORKSPACE": str(self.repo.root),
            "GH_KEPT": str(self.around / "comments.json"),
            **given,
        }
        command = ["bash", str(SCRIPTS / script)]
        done = subprocess.run(command, cwd=self.repo.root, env=settings, check=False, capture_output=True, text=True)
        return Step(done.returncode, done.stdout, done.stderr)

    @property
    def comments(self) -> list[dict[str, str]]:
        found: list[dict[str, str]] = json.loads((self.around / "comments.json").read_text())
        return found


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Job:
    """Main, and a branch `pull` that rates one cell anew; nothing of a terminal in the way."""
    home, tools = tmp_path / "home", tmp_path / "tools"
    home.mkdir()
    tools.mkdir()
    isolated(home, monkeypatch)
    start = f"import sys; sys.path.insert(0, {str(PROJECT)!r}); from workbench.cli import main; sys.exit(main())"
    (tools / "ach.py").write_text(start)
    (tools / "gh.py").write_text(GH)
    for name in ("ach", "gh"):
        (tools / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" -P "{tools}/{name}.py" "$@"\n')
        (tools / name).chmod(0o755)
    repo = Repo.begun(tmp_path / "clone", "case/")
    repo.git("checkout", "-q", "-b", "pull")
    repo.change(MATRIX, ROW, ROW.replace("major: C", "major: II"))
    repo.change(MATRIX, "{none: Nobody guards against nothing.}", "{none: Nobody guards., major: Too slow.}")
    repo.commit("rated")
    return Job(repo, tmp_path)


def on_main(job: Job, old: str, new: str) -> None:
    job.repo.git("checkout", "-q", "main")
    job.repo.change(MATRIX, old, new)
    job.repo.commit("meanwhile")
    job.repo.git("checkout", "-q", "pull")


def test_the_base_is_merged_by_cell_and_nothing_else_changes(job: Job) -> None:
    on_main(job, ROW, ROW.replace("minor: C", "minor: CC"))
    step = job.run("merge.sh", ACH_BASE="main")

    assert step.code == 0, step.err
    assert ROW.replace("minor: C", "minor: CC").replace("major: C", "major: II") in (job.repo.root / MATRIX).read_text()
    assert job.repo.git("status", "--porcelain") == ""
    assert job.run("check.sh").code == 0


def test_a_conflict_is_annotated_at_its_line(job: Job) -> None:
    on_main(job, ROW, ROW.replace("major: C", "major: NA"))
    step = job.run("merge.sh", ACH_BASE="main")
    check = job.run("check.sh")

    assert (step.code, check.code) == (1, 1)
    assert "::error file=case/matrices/retaliation/ann.yaml,line=4,title=Y007 a conflict that git left" in check.out


def test_what_cannot_be_merged_at_all_is_told_apart(job: Job) -> None:
    step = job.run("merge.sh", ACH_BASE="nowhere")

    assert step.code == 2
    assert "fetch-depth" in step.err


def test_one_comment_is_written_and_updated(job: Job) -> None:
    (job.around / "comments.json").write_text(
        json.dumps([{"id": 1, "login": "eve", "body": "<!-- ach diff: case -->"}])
    )
    first = job.run("comment.sh", ACH_SPAN="main...pull", ACH_PULL="7")
    assert (first.code, len(job.comments)) == (0, 2), first.err
    before = job.comments[1]["body"]
    job.repo.change(MATRIX, "embassy/statement: {none: C", "embassy/statement: {none: N")
    job.repo.commit("more")
    second = job.run("comment.sh", ACH_SPAN="main...pull", ACH_PULL="7")

    assert (second.code, len(job.comments)) == (0, 2)
    assert job.comments[0]["body"] == "<!-- ach diff: case -->"
    assert before.startswith("<!-- ach diff: case -->\n")
    assert "embassy/precautions" in before
    assert "embassy/statement" in job.comments[1]["body"]
    assert "embassy/precautions" in (job.around / "summary.md").read_text()


@pytest.mark.parametrize("refused", ["POST", "--paginate"])
def test_without_the_right_to_comment_the_summary_has_it(job: Job, refused: str) -> None:
    step = job.run("comment.sh", ACH_SPAN="main...pull", ACH_PULL="7", GH_REFUSES=refused)

    assert step.code == 0
    assert "summary" in step.err
    assert "embassy/precautions" in (job.around / "summary.md").read_text()


def test_without_a_pull_request_nobody_is_asked(job: Job) -> None:
    assert job.run("comment.sh", ACH_SPAN="main...pull").code == 0
    assert not (job.around / "calls").exists()


def test_the_matrix_of_every_question_is_printed(job: Job) -> None:
    printed = job.around / "printed"
    step = job.run("print.sh", ACH_PRINTED=str(printed))

    assert step.code == 0, step.err
    assert {path.name for path in printed.iterdir()} == {"retaliation.md", "retaliation.txt"}
    assert "Will Iraq retaliate?" in (printed / "retaliation.md").read_text()


def test_the_action_takes_no_more_than_it_needs() -> None:
    text = (PROJECT / "action.yml").read_text(encoding="utf-8")
    action = yaml.safe_load(text)
    steps = action["runs"]["steps"]

    assert action["runs"]["using"] == "composite"
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step["uses"]) for step in steps if "uses" in step)
    assert not any("${{" in step.get("run", "") for step in steps), "what others wrote would be run by the shell"
    called = {name for step in steps for name in re.findall(r"ci/action/(\w+\.sh)", step.get("run", ""))}
    assert called == {path.name for path in SCRIPTS.iterdir()}
    assert all(os.access(path, os.X_OK) for path in SCRIPTS.iterdir())


@pytest.mark.parametrize("cell, code", [("minor: C", 0), ("major: C", 1)])
def test_the_template_for_gitlab_checks_the_merged_state(job: Job, cell: str, code: int) -> None:
    on_main(job, ROW, ROW.replace(cell, cell.replace(": C", ": NA")))
    shared = job.around / "shared.git"
    job.repo.git("clone", "-q", "--bare", str(job.repo.root), str(shared))
    job.repo.git("remote", "add", "origin", str(shared))
    pip, *lines = yaml.safe_load((PROJECT / "ci/gitlab.yml").read_text(encoding="utf-8"))["ach"]["script"]
    assert "pip install" in pip
    settings = {
        **os.environ,
        "PATH": f"{job.around / 'tools'}{os.pathsep}{os.environ['PATH']}",
        "ACH_WORKSPACE": "case",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
    }
    script = "\n".join(("set -e", *lines))
    done = subprocess.run(
        ["bash", "-c", script], cwd=job.repo.root, env=settings, check=False, capture_output=True, text=True
    )

    assert done.returncode == code, done.stderr
    assert ("Y007" in done.stdout) == bool(code)
    assert "embassy/precautions" in (job.repo.root / "ach-diff.md").read_text()
    assert "Will Iraq retaliate?" in (job.repo.root / "ach-matrix.md").read_text()
