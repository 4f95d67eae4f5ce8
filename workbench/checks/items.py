"""Rules about single items: an absence says where one looked, an assessment what it rests on, and words are own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from workbench.checks.rule import Spot
from workbench.checks.survey import Survey
from workbench.model import Item, Kind

QUOTE_WORDS = 25
"""The most words a quote may have."""

IN_A_ROW = 8
"""So many words in a row that are the same are copied, not chance."""

_WORD = re.compile(r"\w+")

Run = tuple[str, ...]


def absence_without_search(survey: Survey) -> Iterator[Spot]:
    """That something was not found means little before one knows where one looked, and that it would show there."""
    for item in survey.workspace.items.values():
        if item.kind is Kind.ABSENCE and not (item.looked_in and item.would_show):
            missing = " and ".join(n for n in ("looked_in", "would_show") if not getattr(item, n))
            message = f"the absence '{item.address}' does not say {missing}"
            yield Spot(
                item.path, ("items", item.id), message, "add where one looked, and why it would have shown there"
            )


def assessment_without_grounds(survey: Survey) -> Iterator[Spot]:
    """Another's conclusion is no evidence beside what it was drawn from; naming that keeps it from counting twice."""
    for item in survey.workspace.items.values():
        if item.kind is Kind.ASSESSMENT and not item.rests_on:
            message = f"the assessment '{item.address}' does not say what it rests on"
            yield Spot(item.path, ("items", item.id), message, "add `rests_on:` with the addresses of those items")


def long_quote(survey: Survey) -> Iterator[Spot]:
    """A quote is there to check the claim against, not to replace the document, whose words belong to others."""
    for item in survey.workspace.items.values():
        words = len(item.quote.split())
        if words > QUOTE_WORDS:
            message = f"the quote of '{item.address}' has {words} words"
            yield Spot(item.path, ("items", item.id, "quote"), message, f"cut it to {QUOTE_WORDS} words at most")


def text_is_the_quote(survey: Survey) -> Iterator[Spot]:
    """The text is the claim in the analyst's own words; a copied one is not understood, and not free to publish."""
    for item in survey.workspace.items.values():
        if item.quote:
            shared = next(iter(set(_runs(item.text)) & set(_runs(item.quote))), None)
            if shared:
                yield _copied(item, shared, "its quote")


def text_is_anothers(survey: Survey) -> Iterator[Spot]:
    """Two items in the same words are one claim counted twice, or two that were not told apart."""
    first: dict[Run, str] = {}
    for item in survey.workspace.items.values():
        runs = _runs(item.text)
        shared = next((run for run in runs if first.get(run, item.address) != item.address), None)
        if shared:
            yield _copied(item, shared, f"'{first[shared]}'")
        for run in runs:
            first.setdefault(run, item.address)


def _copied(item: Item, run: Run, other: str) -> Spot:
    message = f"the text of '{item.address}' shares {IN_A_ROW} words in a row with {other}: \"{' '.join(run)}\""
    return Spot(item.path, ("items", item.id, "text"), message, "say it in your own words")


def _runs(text: str) -> list[Run]:
    """Every run of eight words, in order; in scripts without blanks a whole phrase is one word."""
    words = _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    return list(zip(*(words[start:] for start in range(IN_A_ROW)), strict=False))
