"""A file is replaced whole or not at all, and stays what it was in every other respect."""

import errno
import os
import threading
from pathlib import Path

import pytest

from workbench.workspace import durable


def test_replaces_the_content_and_keeps_the_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    signature = durable.replace(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert signature == durable.signature(path)


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    durable.replace(tmp_path / "a.yaml", b"new")
    assert (tmp_path / "a.yaml").stat().st_mode == usual.stat().st_mode


def test_a_full_disk_leaves_the_old_file_and_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        durable.replace(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]


def test_any_change_changes_the_signature(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    assert durable.signature(path) == durable.ABSENT
    first = durable.replace(path, b"one")
    second = durable.replace(path, b"two")
    assert first != second


def test_left_over_files_are_cleared_and_others_kept(tmp_path: Path) -> None:
    (tmp_path / f".a.yaml.x1{durable.TEMPORARY}").touch()
    (tmp_path / ".mine").touch()
    durable.clear_left_over(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == [".mine"]


def test_nothing_is_cleared_where_there_is_no_folder(tmp_path: Path) -> None:
    durable.clear_left_over(tmp_path / "absent")


def test_a_file_without_the_right_to_write_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    with pytest.raises(PermissionError):
        durable.replace(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]


def test_what_is_done_meanwhile_is_done_before_the_new_file_stands_there(tmp_path: Path) -> None:
    path, seen = tmp_path / "a.yaml", []
    path.write_bytes(b"old")

    durable.replace(path, b"new", lambda: seen.append(path.read_bytes()))

    assert (seen, path.read_bytes()) == ([b"old"], b"new")


def test_nothing_done_meanwhile_keeps_the_file_from_being_written(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"

    def unlucky() -> None:
        raise ValueError("a fault of what is drawn")

    durable.replace(path, b"new", unlucky)

    assert path.read_bytes() == b"new"


def test_a_disk_that_fails_beside_it_leaves_the_old_file_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space") as told:
        durable.replace(path, b"new", lambda: None)

    assert (told.value.filename, [p.name for p in tmp_path.iterdir()], path.read_bytes()) == (
        None, ["a.yaml"], b"old",
    )  # fmt: skip


def test_where_there_is_no_further_thread_the_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"

    def refused(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refused)
    durable.replace(path, b"new", lambda: None)

    assert path.read_bytes() == b"new"
