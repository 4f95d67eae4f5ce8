from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import workbench
from workbench import workspace
from workbench.commands import shipped

Run = Any


def test_a_new_workspace_passes_check_and_says_what_to_fill_in(ach: Run, tmp_path: Path) -> None:
    ran = ach("new", "my-case")
    lines = ran.out.splitlines()

    assert (ran.code, ran.err) == (0, "")
    assert lines[0] == "my-case/hypotheses/first-question.yaml"
    assert ach("-C", "my-case", "check").code == 0
    assert {p.name for p in (tmp_path / "my-case").iterdir()} == {"hypotheses", "evidence", "matrices", "schemas"}
    for line in lines[1:]:
        path, number, _ = line.split(":", 2)
        assert "Write " in Path(path).read_text(encoding="utf-8").splitlines()[int(number) - 1]


def test_check_names_whatever_a_new_file_asks_for_until_it_is_written(ach: Run) -> None:
    asked = ach("new", "my-case").out.count(": fill in:")
    asked += ach("-C", "my-case", "new", "source", "report", "Annual report").out.count(": fill in:")
    ran = ach("-C", "my-case", "check", "--format", "json")
    found = [one for one in json.loads(ran.out) if one["code"] == "C055"]

    assert (len(found), ran.code) == (asked, 0)
    for path in {one["path"] for one in found}:
        file = Path("my-case") / path
        file.write_text(file.read_text(encoding="utf-8").replace("Write ", "Wrote "), encoding="utf-8")
    assert "C055" not in ach("-C", "my-case", "check").out


def test_a_new_workspace_can_stand_in_this_folder(ach: Run) -> None:
    assert ach("new").code == 0
    assert ach("check").code == 0
    assert "is a workspace already" in ach("new").err


def test_a_question_and_a_source_are_added(ach: Run, tmp_path: Path) -> None:
    ach("new", "my-case")
    text = 'Who paid: for #it, "really"? {x} ' + "and so on " * 20
    assert ach("-C", "my-case", "new", "question", "who-paid", text).code == 0
    assert ach("-C", "my-case", "new", "source", "report", "Annual", "report").code == 0
    found = workspace.read(tmp_path / "my-case")

    assert ach("-C", "my-case", "check").code == 0
    assert found.questions["who-paid"].text == " ".join(text.split())
    assert found.sources["report"].title == "Annual report"
    assert list(found.items) == ["report/first-claim"]


def test_nothing_is_overwritten(ach: Run, tmp_path: Path) -> None:
    ach("new", "my-case")
    ach("-C", "my-case", "new", "question", "q-one", "First?")
    ran = ach("-C", "my-case", "new", "question", "q-one", "Second?")

    assert ran.code == 2
    assert "First?" in (tmp_path / "my-case/hypotheses/q-one.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words, said",
    [
        (["question"], "which id?"),
        (["source"], "which id?"),
        (["question", "No Id"], "is no id"),
        (["question", "../x"], "is no id"),
        (["source", "origins"], "is kept for"),
        (["question", "q", "nul\x00"], "cannot be written"),
        (["hypothesis", "x"], "neither `question` nor `source`"),
    ],
)
def test_what_cannot_be_made_is_refused(ach: Run, words: list[str], said: str) -> None:
    ach("new", "my-case")
    ran = ach("-C", "my-case", "new", *words)

    assert ran.code == 2
    assert said in ran.err


def test_the_demo_is_a_copy_of_the_shipped_case(ach: Run, tmp_path: Path) -> None:
    ran = ach("demo", "there/copy")

    assert ran.code == 0
    assert "Status of copy" in ran.out
    assert ach("-C", "there/copy", "check").code == 0
    assert json.loads(ach("-C", "there/copy", "status", "--format", "json").out)
    assert (tmp_path / "there/copy/schemas/matrix.schema.json").is_file()


def test_an_installed_program_has_the_case_inside(ach: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages/workbench"
    shipped.copy(shipped.CASE, package / "shipped")
    monkeypatch.setattr(workbench, "__file__", str(package / "__init__.py"))

    assert shipped.folder() == package / "shipped"
    assert ach("demo").code == 0


def test_an_installation_without_the_case_says_so(ach: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbench, "__file__", str(tmp_path / "workbench/__init__.py"))

    assert "install it again" in ach("demo").err


def test_the_demo_overwrites_nothing(ach: Run, tmp_path: Path) -> None:
    (tmp_path / "ach-demo").mkdir()
    assert ach("demo").code == 0
    ran = ach("demo")

    assert ran.code == 2
    assert "ach -C ach-demo" in ran.err
    (tmp_path / "file").touch()
    assert "is a file" in ach("demo", "file").err
