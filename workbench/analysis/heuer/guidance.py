"""Guidance: what each of the eight steps asks of the analyst, in our own words.

Source: after R. J. Heuer Jr., *Psychology of Intelligence Analysis* (CIA, Center for the Study of
Intelligence, 1999), chapter 8. His wording is not repeated; what software adds is left out.
"""

from __future__ import annotations

from typing import NamedTuple

SOURCE = (
    "After R. J. Heuer Jr., Psychology of Intelligence Analysis (CIA, Center for the Study of Intelligence, 1999), "
    "chapter 8, in our own words."
)
"""To be shown wherever the texts are."""


class Guidance(NamedTuple):
    """One of the eight steps: its number, its name in a word, and what it asks."""

    number: int
    name: str
    text: str
    hints: tuple[str, ...]


GUIDANCE = (
    Guidance(
        1,
        "Hypotheses",
        "Collect every answer that could be true before you judge any of them, and ask people who think otherwise.",
        (
            "What nothing speaks for is not what something speaks against: the first stays in, deception above all.",
            "More than seven are hard to handle: put those together that differ in little.",
        ),
    ),
    Guidance(
        2,
        "Evidence",
        "List what bears on each answer, for it or against it, and take evidence in a broad sense: reports, premises, "
        "conclusions, and what should be there and is not.",
        (
            "Ask of each hypothesis what one should see if it were true, and what one should not see.",
            "Note too what you take for granted: an assumption can carry more than any report.",
        ),
    ),
    Guidance(
        3,
        "Matrix",
        "Take one item at a time, and go across the row: does it fit each of the hypotheses? What fits them all alike "
        "tells none from another.",
        (
            "Ask in each cell how far you would expect to see this item if that hypothesis were true.",
            "Do not look for what your favourite explains; look for what another would explain as well.",
        ),
    ),
    Guidance(
        4,
        "Refine",
        "Look at the hypotheses again in the light of the matrix: reword, split, add. Set aside what tells nothing "
        "apart, and keep a list of it with the reason.",
        (
            "A row that speaks against every hypothesis may call for one that nobody thought of.",
            "What you set aside is part of the record: somebody will ask whether you knew it.",
        ),
    ),
    Guidance(
        5,
        "Conclude",
        "Now go down the columns, and try to show each hypothesis wrong. The one with the least against it is the "
        "likeliest, by a rough order only.",
        (
            "The judgement is yours and not the matrix's. Where the two differ, something that moved you is not in the "
            "matrix: add it.",
            "Whatever speaks against the leading hypothesis has to be explained, piece by piece.",
        ),
    ),
    Guidance(
        6,
        "Sensitivity",
        "A conclusion mostly hangs on a few items. What if they were wrong, meant to mislead, or meant something else?",
        (
            "Go back to the documents that these items come from, rather than to what you noted of them.",
            "Name the assumptions without which it would fall, and what would show that they fail.",
        ),
    ),
    Guidance(
        7,
        "Report",
        "Say how likely each of the hypotheses is and not only the likeliest, and why the others were set aside.",
        (
            "A word such as 'probably' means very different numbers to different readers: give the number with it.",
            "Before you write that there is no evidence for something, ask whether there would be any if it were so.",
        ),
    ),
    Guidance(
        8,
        "Indicators",
        "Say now what one would see if events took another course than you expect, and by when.",
        (
            "What is written down beforehand is harder to explain away afterwards.",
            "A good indicator is likely under one hypothesis and unlikely under the others.",
        ),
    ),
)
"""The eight steps in their order."""

STEPS = tuple(step.name for step in GUIDANCE)
"""The eight steps, in a word each."""
