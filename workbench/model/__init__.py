"""The words of the method as immutable values: what a case is made of.

A case is a value. Files are read into it, analyses are functions of it, views draw it, and an edit
is a new value. This room imports nothing of ours, reads no file and draws nothing.
"""

from workbench.model.case import Case, fingerprint, normal
from workbench.model.editing import edited
from workbench.model.edits import (
    Check,
    Confirm,
    Edit,
    Grade,
    Judge,
    Look,
    Park,
    Rate,
    Reason,
    Relevance,
    Shuffle,
    Suspect,
    Weigh,
)
from workbench.model.evidence import Item, Origin, Source
from workbench.model.finding import Finding
from workbench.model.judged import judgement_stale, judgement_unconfirmed, matrix_fingerprint
from workbench.model.matrix import NO_NOTE, NO_ROW, Judgement, Matrix, Note, OwnGrade, Part, Row
from workbench.model.narrowing import Condition, Narrowed, Narrowing
from workbench.model.objections import objection
from workbench.model.question import Gap, Hypothesis, Indicator, Overlap, Question, Scope, Selector
from workbench.model.words import (
    BEARING,
    CHECKLIST,
    CONFIDENCE_MEANING,
    CONTRADICTING,
    CREDIBILITIES,
    OTHER,
    OWN_KINDS,
    RATING_MEANING,
    RATING_QUESTION,
    WEIGHING_MEANING,
    Blind,
    Confidence,
    Kind,
    Level,
    Rating,
    Status,
    Weighing,
    opposed,
)

__all__ = [
    "BEARING",
    "CHECKLIST",
    "CONFIDENCE_MEANING",
    "CONTRADICTING",
    "CREDIBILITIES",
    "NO_NOTE",
    "NO_ROW",
    "OTHER",
    "OWN_KINDS",
    "RATING_MEANING",
    "RATING_QUESTION",
    "WEIGHING_MEANING",
    "Blind",
    "Case",
    "Check",
    "Condition",
    "Confidence",
    "Confirm",
    "Edit",
    "Finding",
    "Gap",
    "Grade",
    "Hypothesis",
    "Indicator",
    "Item",
    "Judge",
    "Judgement",
    "Kind",
    "Level",
    "Look",
    "Matrix",
    "Narrowed",
    "Narrowing",
    "Note",
    "Origin",
    "Overlap",
    "OwnGrade",
    "Park",
    "Part",
    "Question",
    "Rate",
    "Rating",
    "Reason",
    "Relevance",
    "Row",
    "Scope",
    "Selector",
    "Shuffle",
    "Source",
    "Status",
    "Suspect",
    "Weigh",
    "Weighing",
    "edited",
    "fingerprint",
    "judgement_stale",
    "judgement_unconfirmed",
    "matrix_fingerprint",
    "normal",
    "objection",
    "opposed",
]
