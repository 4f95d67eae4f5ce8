"""Rules about dates: each is one that the program can put in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench import edtf
from workbench.checks.rule import Spot
from workbench.checks.survey import EACH, Mention, Pattern, Survey

DATES: Mapping[str, tuple[Pattern, ...]] = {
    "hypotheses": (("cutoff",), ("scope", "period"), ("evidence", EACH, "period"), ("indicators", EACH, "by")),
    "evidence": (
        ("source", "published"),
        ("source", "accessed"),
        ("items", EACH, "when"),
        ("items", EACH, "reported"),
    ),
}
"""Where files have dates."""

MAY_BE_UNKNOWN = frozenset({"published", "accessed", "when", "reported"})
"""Fields that may say `unknown`: facts about evidence, which are not ours to choose."""


def not_a_date(survey: Survey) -> Iterator[Spot]:
    """Slices, timelines and periods compare dates, and only EDTF says how exact and how sure a date is."""
    for mention in survey.mentions(DATES):
        fault = _fault(mention)
        if fault:
            message, _, remedy = fault.partition("; ")
            yield Spot(mention.path, mention.keys, message, remedy)


def _fault(mention: Mention) -> str | None:
    field, text = str(mention.keys[-1]), mention.text
    if text == "unknown":
        return None if field in MAY_BE_UNKNOWN else f"'{field}' is ours to say, and cannot be unknown; leave it out"
    if not any(character.isdigit() for character in text):
        return None  # the schema asks for a digit, and a finding of shape says so already
    try:
        edtf.parse(text)
    except ValueError as error:
        return str(error)
    return None
