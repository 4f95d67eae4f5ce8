"""Words in a row that are the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[str]]

ORIGINAL = "one two three four five six seven eight nine"


def paper(*texts: str, quote: str = "") -> dict[str, str]:
    items = "".join(
        f"  i{n}: {{text: '{text}', kind: report, credibility: 2, quote: '{quote}'}}\n" for n, text in enumerate(texts)
    )
    return {"evidence/paper.yaml": f"format: 1\nsource: {{title: Paper, reliability: B}}\nitems:\n{items}"}


def copies(found: list[str]) -> list[str]:
    return [finding for finding in found if finding.endswith(("C043", "C044"))]


@pytest.mark.parametrize(
    "text, copied",
    [
        ("zero one two three four five six seven eight", True),
        ("ONE, two: three – four (five) six; seven? eight!", True),
        ("zero one two three four five six seven 8", False),
        ("one two three four five six seven", False),
        ("eight seven six five four three two one", False),
    ],
)
def test_eight_words_of_another_item(found: Found, text: str, copied: bool) -> None:
    assert copies(found(files=paper(ORIGINAL, text))) == ["paper.yaml:5 C044"] * copied


def test_eight_words_of_the_quote(found: Found) -> None:
    assert copies(found(files=paper(ORIGINAL, quote="two three four five six seven eight nine ten"))) == [
        "paper.yaml:4 C043"
    ]
    assert copies(found(files=paper(ORIGINAL, quote="three four five six seven eight nine ten"))) == []


def test_a_text_that_repeats_itself_is_no_copy(found: Found) -> None:
    assert copies(found(files=paper(f"{ORIGINAL}, {ORIGINAL}"))) == []


@pytest.mark.parametrize("words, long", [(25, False), (26, True)])
def test_quotes(found: Found, words: int, long: bool) -> None:
    quote = " ".join(["mot"] * words)

    assert ("paper.yaml:4 C042" in found(files=paper("A claim.", quote=quote))) == long
