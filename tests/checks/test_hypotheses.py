"""Column headers in cells of a terminal, and how many columns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[str]]


@pytest.mark.parametrize(
    "short, wide",
    [
        ("x" * 24, False),
        ("x" * 25, True),
        ("写" * 12, False),
        ("写" * 13, True),
        ("e\u0301" * 24, False),  # a combining accent takes no cell
        ("x\u0308" * 24, False),
        ("👩" * 13, True),
    ],
)
def test_headers(found: Found, short: str, wide: bool) -> None:
    extra = f"overlap:\nhypotheses:\n  extra: {{short: {short}, statement: x, expect_not: [y]}}\n"
    codes = found(files={"hypotheses/extra.yaml": f"format: 1\nquestion: Why?\n{extra}"})

    assert ("extra.yaml:5 C053" in codes) == wide


@pytest.mark.parametrize("number, noted", [(1, True), (2, True), (3, False), (7, False), (8, True)])
def test_three_to_seven(found: Found, number: int, noted: bool) -> None:
    columns = "".join(f"  h{n}: {{short: x, statement: s{n}, expect_not: [y]}}\n" for n in range(number))
    codes = found(files={"hypotheses/many.yaml": f"format: 1\nquestion: Why?\nhypotheses:\n{columns}"})

    assert codes == ["many.yaml:3 C054"] * noted
