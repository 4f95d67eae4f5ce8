"""The deception checklist: what to ask of a source or an origin under each of its six questions.

Source: the four checklists of Heuer and Pherson (Structured Analytic Techniques for Intelligence Analysis,
chapter on deception detection), known by the letters given; read in others' descriptions, and put in our
own words. Heuer (1999, ch. 8, step 6) asks for motive, opportunity and means before deception is ruled out.
The questions themselves, and the fields that answer them, are those of `model.CHECKLIST`.
"""

from __future__ import annotations

from typing import NamedTuple

from workbench.model import CHECKLIST

SOURCE = (
    "After the deception detection checklists of R. J. Heuer Jr. and R. H. Pherson, Structured Analytic Techniques for "
    "Intelligence Analysis, in our own words."
)
"""To be shown wherever the questions are."""


class Heading(NamedTuple):
    """One question of the checklist; `key` is the field of a matrix file that answers it."""

    key: str
    name: str
    letters: str
    """The checklist of Heuer and Pherson that it belongs to."""
    asks: tuple[str, ...]
    """What to ask in order to answer it."""

    @property
    def question(self) -> str:
        """The question itself."""
        return CHECKLIST[self.key]


HEADINGS = (
    Heading(
        "motive",
        "Motive",
        "MOM",
        (
            "What would they gain if we believed this?",
            "What would it cost them, and what would happen if they were found out?",
        ),
    ),
    Heading("opportunity", "Opportunity", "MOM", ("Through which channels can they put something before us?",)),
    Heading(
        "means",
        "Means",
        "MOM",
        (
            "Are they able to make up such a story and to keep it up?",
            "Can they see whether we believe it?",
        ),
    ),
    Heading(
        "past",
        "Past practice",
        "POP",
        (
            "Have they deceived others before, and does this look like those times?",
            "If not, has somebody in their place done so?",
            "Has anything changed that makes deception a way out for them now?",
        ),
    ),
    Heading(
        "manipulable",
        "Manipulability of the source",
        "MOSES",
        (
            "Could somebody steer the source, or decide what it gets to see?",
            "What do we base our trust in it on, and how often was it right before?",
            "Did it see this for itself, or from whom does it have it?",
        ),
    ),
    Heading(
        "evidence",
        "Evaluation of the evidence",
        "EVE",
        (
            "Has every link been checked, from whoever saw it to us, translations included?",
            "Does the part that matters most hold up by itself?",
            "Do others who are independent of it bear it out, or contradict it?",
            "Is something missing that one would expect to find beside it?",
        ),
    ),
)
"""The questions, in the order in which they are asked."""

ADVICE = (
    "Lean on no single source, and hear those who know it best.",
    "Beware of people whose own source nobody knows, and of what rests on words alone; look for things to be seen.",
    "Beware of a source that is right on small matters, or at first, and wrong when it counts.",
    "Weigh deception as a hypothesis from the start, and know what the other side cannot do as well as what it can.",
)
"""Rules of thumb from the same book, to be shown with the questions."""
