"""Rules about what is still to be written: the first lines of a new file are there to be replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from workbench.checks.rule import Spot
from workbench.checks.survey import EACH, Pattern, Survey

PROMPT = re.compile(r"Write (?:\S+ ){0,7}here\b")
"""How what `ach new` writes for the analyst to replace begins."""

SHOWN = 40
"""Characters of a text that a message quotes."""

PROMPTED: Mapping[str, tuple[Pattern, ...]] = {
    "hypotheses": (
        ("question",),
        ("hypotheses", EACH, "statement"),
        ("hypotheses", EACH, "expect", EACH),
        ("hypotheses", EACH, "expect_not", EACH),
    ),
    "evidence": (("source", "title"), ("source", "because"), ("items", EACH, "text"), ("items", EACH, "at")),
}
"""Where a new file asks for something to be written."""


def still_to_write(survey: Survey) -> Iterator[Spot]:
    """What a new file asks for is no answer: left standing it would be rated and printed as one."""
    for mention in survey.mentions(PROMPTED):
        if PROMPT.match(mention.text):
            shown = mention.text if len(mention.text) <= SHOWN else f"{mention.text[:SHOWN]}…"
            message = f'"{shown}" is what a new file begins with'
            yield Spot(mention.path, mention.keys, message, "write your own in its place, or remove the line")
