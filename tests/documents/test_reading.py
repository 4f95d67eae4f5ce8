"""Reading a file: its kind by what it holds, and every file that cannot be read told by name, fault and remedy."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.printed import column, pdf
from workbench.documents import Kind, Unreadable, decoding, read, reading

FILES = Path(__file__).parent

KINDS = [
    ("page.txt", b"<!DOCTYPE html><p>one", Kind.HTML),
    ("page.txt", b"<!-- saved --> \n<HTML><p>one", Kind.HTML),
    ("page.html", b"<p>one", Kind.HTML),
    ("page.html", b"just words, a < b and c > d", Kind.TEXT),
    ("notes.md", b"one", Kind.MARKDOWN),
    ("NOTES.MD", b"one", Kind.MARKDOWN),
    ("notes.txt", b"# one", Kind.TEXT),
    ("notes", b"one", Kind.TEXT),
    ("notes.pdf", b"one", Kind.TEXT),
    ("print.txt", pdf([column(["one"])]), Kind.PDF),
]


@pytest.mark.parametrize("name, data, kind", KINDS)
def test_the_kind_is_that_of_the_content_first(tmp_path: Path, name: str, data: bytes, kind: Kind) -> None:
    (tmp_path / name).write_bytes(data)

    found = read(tmp_path / name)

    assert found.kind is kind
    assert found.sha256 == hashlib.sha256(data).hexdigest()


FAULTS = [
    ("empty", b" \n", "is empty"),
    ("zip", b"PK\x03\x04more", "is a zip file, perhaps of a word processor; save it as text, HTML or PDF"),
    ("rtf", b"{\\rtf1 text}", "is a file of a word processor"),
    ("old", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a file of an older word processor"),
    ("picture", b"\x89PNG\r\n", "is a picture"),
    ("binary", b"text\0more", "is no text"),
    ("controls", bytes(range(1, 9)) * 20, "is no text"),
    ("no-words", b"<html><script>x()</script>", "has no text in it"),
    ("only-a-comment.md", b"<!-- nothing -->", "has no text in it"),
    ("broken", b"%PDF-1.7\n nonsense", "is broken"),
]


@pytest.mark.parametrize("name, data, wrong", FAULTS)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, name: str, data: bytes, wrong: str) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(Unreadable) as caught:
        read(tmp_path / name)

    assert str(caught.value).startswith(f"{name} {wrong}")
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name, wrong in (("nothing", "is not there"), (".", "is a folder"), ("pipe", "is no regular file"),
                        ("loop", "cannot be read"), ("a\0b", "is not there"), ("n" * 300, "cannot be")):  # fmt: skip
        with pytest.raises(Unreadable, match=wrong):
            read(tmp_path / name)


def test_too_large_files_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "large.txt").write_text("word " * 30)
    monkeypatch.setattr(reading, "MAX_TEXT_BYTES", 100)
    with pytest.raises(Unreadable, match=r"large\.txt is too large: 150 bytes; at most 100 are read; split it"):
        read(tmp_path / "large.txt")
    monkeypatch.setattr(reading, "MAX_BYTES", 50)
    with pytest.raises(Unreadable, match=r"at most 50 are read"):
        read(tmp_path / "large.txt")


def test_of_too_long_documents_the_beginning_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_CHARACTERS", 10)
    (tmp_path / "long.txt").write_text("one\n\ntwo\n\nthree\n\nfour\n")
    (tmp_path / "line.txt").write_text("w" * 30)

    assert [p.text for p in read(tmp_path / "long.txt").paragraphs] == ["one", "two"]
    assert [p.text for p in read(tmp_path / "line.txt").paragraphs] == ["w" * 10]
    assert read(tmp_path / "long.txt").notes == ("Only its first 10 characters are shown.",)


def test_what_is_not_utf_8_is_read_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("Sch\xf6n \x93quoted\x94".encode("latin-1"))

    found = read(tmp_path / "old.txt")

    assert [p.text for p in found.paragraphs] == ["Schön “quoted”"]
    assert "Windows-1252" in found.notes[0]


@given(
    st.binary(max_size=300),
    st.sampled_from(["", ".md", ".html", ".pdf"]),
    st.sampled_from([b"", b"%PDF-1.4\n", b"<p>"]),
)
def test_any_bytes_give_a_document_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str, head: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(head + data)
    try:
        found = read(path)
    except Unreadable:
        return
    locators = [p.locator for p in found.paragraphs]
    assert len(set(locators)) == len(locators) > 0


@given(st.text(st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs"]), max_size=200))
def test_text_is_decoded_as_it_was_written(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert decoding.decoded(mark + text.encode(encoding)) == decoding.Decoded(lines)
    assert decoding.decoded(text.encode()) in {None, decoding.Decoded(lines)}


def test_what_reads_a_kind_loads_with_the_first_file_of_it() -> None:
    probe = "import sys, workbench.documents; print(*sys.modules, sep='\\n')"
    loaded = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, cwd=FILES.parents[1]
    )

    assert not {"pypdf", "justhtml", "markdown_it", "textual", "rich", "yaml"} & set(loaded.stdout.split())
