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
        (
            "grade-lowered",
            [
                "**1 grade of credibility lowered from 3 (possibly true) to 4 (doubtful):",
                "which speaks against every hypothesis but Guard business.**",
                "**baseline's matrix:** Guard business loses its sole lead: now a three-way tie with Service arms and",
                "**second's matrix:** Guard business still leads, by less:",
                "- **A grade changed without a word.**",
                "- **What it spoke against leads now.**",
                "- **The earlier answer rested on it.**",
            ],
        ),
        (
            "text-reworded",
            [
                '**1 text reworded, "chief" is now "only":',
                "**the matrices of baseline and second:** no score moved, because the new wording is not rated yet.",
                "- **The scores are of the old wording.**",
                "<del>chief</del> <ins>only</ins>",
                "stale now (rated against an older wording)",
            ],
        ),
        (
            "rating-flipped",
            [
                "**1 rating of baseline changed from I (surprising) to C (expected):",
                "**baseline's matrix:** Service arms now leads instead of Guard business",
                "**second's matrix:** unchanged, Guard business leads.",
                'the reason is still "Fighters in thousands would outnumber any technicians"',
                "baseline moved away from second, from I to C: they agreed before.",
                "| 5 others did not move |",
            ],
        ),
        (
            "item-deleted",
            [
                "**1 argument removed, which spoke only against Own intelligence:",
                "**baseline's matrix:** Own intelligence now leads instead of Guard business",
                "**second's matrix:** Guard business still leads. Ranks 3 and 4 swap:",
                "which is deleted, spoke only against Own intelligence, which leads now in baseline's matrix.",
                "- **Ratings went with the item.** baseline and second had rated",
                "I (surprising) for Own intelligence, N (as likely as not) for the 7 others",
            ],
        ),
    ],
)
def test_a_silent_change_is_understood_from_its_comment(
    comments: Mapping[str, str], name: str, words: list[str]
) -> None:
    assert [word for word in words if word not in comments[name]] == []
    assert "**specialists-2019:** What were the Russian military" in comments[name]
    assert comments[name].index("Look at this") < 1_500
    assert len(comments[name]) < LIMIT / 10
