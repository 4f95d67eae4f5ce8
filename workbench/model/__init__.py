"""The words of the method as immutable values: what a case is made of.

A case is a value. Files are read into it, analyses are functions of it, views draw it, and an edit
is a new value. This room imports nothing of ours, reads no file and draws nothing.
"""

from workbench.model.case import Case, fingerprint, normal
from workbench.model.edits import Confirm, Edit, Look, Park, Rate, Reason, Relevance, edited
from workbench.model.evidence import Item, Origin, Source
from workbench.model.finding import Finding
from workbench.model.matrix import NO_NOTE, NO_ROW, Judgement, Matrix, Note, OwnGrade, Row
from workbench.model.question import Gap, Hypothesis, Indicator, Overlap, Question, Scope, Selector
from workbench.model.words import (
    BEARING,
    CONTRADICTING,
    OWN_KINDS,
    RATING_MEANING,
    RATING_QUESTION,
    Kind,
    Level,
    Rating,
    Status,
)

__all__ = [
    "BEARING",
    "CONTRADICTING",
    "NO_NOTE",
    "NO_ROW",
    "OWN_KINDS",
    "RATING_MEANING",
    "RATING_QUESTION",
    "Case",
    "Confirm",
    "Edit",
    "Finding",
    "Gap",
    "Hypothesis",
    "Indicator",
    "Item",
    "Judgement",
    "Kind",
    "Level",
    "Look",
    "Matrix",
    "Note",
    "Origin",
    "Overlap",
    "OwnGrade",
    "Park",
    "Question",
    "Rate",
    "Rating",
    "Reason",
    "Relevance",
    "Row",
    "Scope",
    "Selector",
    "Source",
    "Status",
    "edited",
    "fingerprint",
    "normal",
]
