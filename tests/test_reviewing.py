"""docs/reviewing.md shows the comments that the program makes, and each tells what was changed in silence."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from docs import reviews
from workbench.report.comment import LIMIT


@pytest.fixture(scope="module")
def comments(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    return reviews.made(tmp_path_factory.mktemp("review"))


def test_the_page_shows_what_is_made(comments: Mapping[str, str]) -> None:
    """Made by `python -m docs.reviews`."""
    page = reviews.PAGE.read_text(encoding="utf-8")

    assert {found[2] for found in reviews.MARKED.finditer(page)} == reviews.EDITS.keys()
    assert reviews.filled(page, comments) == page


@pytest.mark.parametrize(
    "name, words",
    [
        ("grade-lowered", ["meduza/four-informants", "3 (possibly true) → 4 (doubtful), lowered", "counts for less"]),
        ("text-reworded", ["meduza/four-informants", "<del>chief</del> <ins>only</ins>", "stale now"]),
        ("rating-flipped", ["essay/wagner-thousands", "changes side", "the same reason as before", "Service arms"]),
        ("item-deleted", ["own/collecting-needs-few** removed", "was rated by baseline", "Own intelligence I"]),
    ],
)
def test_a_silent_change_is_understood_from_its_comment(
    comments: Mapping[str, str], name: str, words: list[str]
) -> None:
    assert [word for word in words if word not in comments[name]] == []
    assert "specialists-2019, rated by baseline:" in comments[name]
    assert len(comments[name]) < LIMIT / 10
