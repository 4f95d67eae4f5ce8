"""Bad files become findings; the good ones beside them load all the same."""

import os
from pathlib import Path

import pytest

from tests.workspace.small_case import write
from workbench.model import Rating, Selector
from workbench.workspace import NotAWorkspace, read
from workbench.workspace.folder import selects


def test_reads_what_the_files_say(tmp_path: Path) -> None:
    write(tmp_path)
    case = read(tmp_path).case("iraq", "me")
    assert [h.id for h in case.hypotheses] == ["none", "minor", "major"]
    assert case.items["embassy/saddam-public-statement"].text == "Saddam says in public that he will not retaliate."
    assert case.items["monitors/radio-traffic"].origins == ("border-monitors",)
    assert case.matrix.row("monitors/radio-traffic").ratings == {"none": Rating.I, "minor": Rating.C}
    assert case.matrix.note("monitors/radio-traffic").because["none"].startswith("Agents")
    assert not case.complete


def test_what_the_question_leaves_out_is_known_where_it_is_retold(tmp_path: Path) -> None:
    write(tmp_path)
    asked, told = tmp_path / "hypotheses/iraq.yaml", tmp_path / "evidence/monitors.yaml"
    asked.write_text(f"{asked.read_text()}evidence:\n  - address: monitors/*\n")
    told.write_text(told.read_text().replace("    kind:", "    retells: embassy/saddam-public-statement\n    kind:", 1))
    case = read(tmp_path).case("iraq", "me")

    assert all(address.startswith("monitors/") for address in case.items)
    assert [*case.elsewhere] == ["embassy/saddam-public-statement"]


def test_no_folder_of_a_case_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(NotAWorkspace):
        read(tmp_path)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("folder.yaml", "W001"),
        ("pipe.yaml", "W001"),
        ("out.yaml", "W003"),
        ("loop.yaml", "W002"),
        ("dead.yaml", "W002"),
    ],
)
def test_what_is_no_file_is_a_finding(tmp_path: Path, name: str, code: str) -> None:
    root = tmp_path / "case"
    write(root)
    outside = tmp_path / "outside.yaml"
    outside.write_text("format: 1\n")
    odd = root / "evidence" / name
    match name:
        case "folder.yaml":
            odd.mkdir()
        case "pipe.yaml":
            os.mkfifo(odd)
        case "out.yaml":
            odd.symlink_to(outside)
        case "loop.yaml":
            odd.symlink_to(odd)
        case "dead.yaml":
            odd.symlink_to(root / "nowhere")
    found = read(root)
    assert [(f.path, f.code) for f in found.findings] == [(f"evidence/{name}", code)]
    assert len(found.items) == 3


@pytest.mark.parametrize(("name", "code"), [("notes.yml", "W006"), ("Capital.yaml", "W005"), ("no.yaml", "W005")])
def test_a_name_that_is_not_read_is_a_finding(tmp_path: Path, name: str, code: str) -> None:
    write(tmp_path)
    (tmp_path / "evidence" / name).write_text("format: 1\n")
    assert [f.code for f in read(tmp_path).findings] == [code]


def test_a_later_format_is_not_used(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / "evidence/monitors.yaml"
    path.write_text(path.read_text().replace("format: 1", "format: 2"))
    assert "monitors/radio-traffic" not in read(tmp_path).items


@pytest.mark.parametrize(
    ("selector", "chosen"),
    [
        (Selector(address="monitors/*"), True),
        (Selector(address="embassy/*"), False),
        (Selector(tag="service"), False),
        (Selector(), True),
    ],
)
def test_selectors(tmp_path: Path, selector: Selector, chosen: bool) -> None:
    write(tmp_path)
    assert selects(selector, read(tmp_path).items["monitors/radio-traffic"]) is chosen
