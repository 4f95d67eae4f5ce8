"""Printing as PDF from the command line."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

Run = Any


@pytest.mark.parametrize("command", [("score",), ("sensitivity",), ("slices", "--by", "kind"), ("timeline",)])
def test_pages_are_printed_on_the_paper_that_is_named(
    command: tuple[str, ...], ach: Run, folder: Path, tmp_path: Path
) -> None:
    into = tmp_path / "page.pdf"
    ran = ach("-C", folder, *command, "-o", into, "--paper", "letter")
    sides = PdfReader(io.BytesIO(into.read_bytes())).pages[0].mediabox

    assert ran.code == 0
    assert {round(sides.width), round(sides.height)} == {612, 792}


def test_another_paper_is_refused(ach: Run, folder: Path, tmp_path: Path) -> None:
    ran = ach("-C", folder, "score", "-o", tmp_path / "page.pdf", "--paper", "a0")

    assert ran.code == 2
    assert '"a0" is not one of a4, a3, letter, tabloid' in ran.err


def test_letters_that_no_font_has_are_named(ach: Run, folder: Path, tmp_path: Path) -> None:
    path = folder / "hypotheses" / "retaliation.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Will Iraq", "Will \U00016fe4 Iraq"), encoding="utf-8")
    ran = ach("-C", folder, "score", "-o", tmp_path / "page.pdf")

    assert ran.code == 0
    assert "1 character has no letters in any font here and is written out: U+16FE4 in the title" in ran.err


def test_a_page_that_was_printed_is_printed_over(ach: Run, folder: Path, tmp_path: Path) -> None:
    into = tmp_path / "page.pdf"
    first = ach("-C", folder, "score", "-o", into)
    content = into.read_bytes()
    second = ach("-C", folder, "score", "-o", into)

    assert (first.code, second.code) == (0, 0)
    assert into.read_bytes() == content
