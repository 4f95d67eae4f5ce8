"""`--ascii` leaves nothing but ASCII, in every command that prints a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run

PROJECT = Path(__file__).parents[2]

PAGES = [
    ["matrix"],
    ["matrix", "--transpose"],
    ["score", "--method", "all"],
    ["sensitivity"],
    ["slices", "--by", "kind"],
    ["timeline"],
    ["compare", "--look"],
    ["report"],
]


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_every_page_can_be_ascii_alone(ach: Run, words: list[str], tmp_path: Path) -> None:
    target = tmp_path / "page.txt"
    command, *options = words
    done = ach("-C", PROJECT, "-q", command, "specialists-2019", *options, "--ascii", "-o", str(target))

    assert done.code == 0
    assert target.read_bytes().isascii()


def test_other_formats_keep_their_letters(ach: Run, tmp_path: Path) -> None:
    target = tmp_path / "page.md"
    ach("-C", PROJECT, "-q", "matrix", "specialists-2019", "--ascii", "-o", str(target))

    assert "Táchira" in target.read_text("utf-8")
