"""What sentences call the hypotheses."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from workbench.analysis import standing
from workbench.analysis.answer import answer
from workbench.analysis.names import names
from workbench.model import Case

Build = Callable[..., Case]


def called(case: Case, *short: str) -> Case:
    """The case with these short names."""
    known = case.question.hypotheses
    renamed = {h: of._replace(short=name) for (h, of), name in zip(known.items(), short, strict=True)}
    return replace(case, question=replace(case.question, hypotheses=renamed))


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        (("Trade", "War"), ["Trade", "War"]),
        (("", "War"), ["h1", "War"]),
        (("Trade", "Trade"), ["Trade (h1)", "Trade (h2)"]),
        (("Trade", "trade  "), ["Trade (h1)", "trade   (h2)"]),
        (("Caf\u00e9", "Cafe\u0301"), ["Caf\u00e9 (h1)", "Cafe\u0301 (h2)"]),
        (("h2", ""), ["h2 (h1)", "h2 (h2)"]),
    ],
)
def test_names_that_are_alike_have_their_ids_behind_them(
    build: Build, short: tuple[str, ...], expected: list[str]
) -> None:
    assert list(names(called(build({"s/a": "I C"}), *short)).values()) == expected


def test_no_hypothesis_ties_with_itself(build: Build) -> None:
    said = answer(standing(called(build({"s/a": "C I C"}), "Trade", "Trade", "War"))).headline

    assert said == (
        "Trade (h1) and War tie for the lead. "
        'Not separated: were "Text of s/a" rated N instead of I for Trade (h2), Trade (h2) would tie with them.'
    )
