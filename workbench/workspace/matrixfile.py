"""What an edit changes in the lines of a matrix file.

Each change brings one part of the matrix from `change.was` to `change.now`. Only what differs
between the two is touched, so that whatever else stands there stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workbench import yamltext
from workbench.model import Question
from workbench.workspace.history import Change
from workbench.workspace.matrixentries import Written
from workbench.workspace.matrixjudgement import judgement, looked, seed
from workbench.workspace.matrixnotes import checklist, grade, note
from workbench.workspace.matrixrows import rated_again, row
from workbench.workspace.naming import Names

EMPTY = b"# yaml-language-server: $schema=../../schemas/matrix.schema.json\nformat: 1\nrows: {}\n"

_WRITERS: Mapping[str, Callable[[yamltext.Document, Change, Question, Names], Written]] = {
    "rows": row,
    "notes": note,
    "grades": grade,
    "deceptive": rated_again,
    "checks": checklist,
    "seed": seed,
    "looked": looked,
    "judgement": judgement,
}
"""What writes each field of a matrix."""


def write(document: yamltext.Document, change: Change, asked: Question, names: Names) -> Written:
    """Bring a file from one state of a part to another.

    Raises:
        EditRefused: the lines are written in a way that cannot be changed safely.
    """
    return _WRITERS[change.part.field](document, change, asked, names)


def put_back(document: yamltext.Document, change: Change) -> yamltext.Document | None:
    """The very lines from before a step that is taken back; `None` where they cannot be put back."""
    if not change.exact or change.step is None or not change.step.patches:
        return None
    try:
        for patch in reversed(change.step.patches):
            document = document.apply(patch.inverse())
    except yamltext.PatchMismatch:
        return None  # lines moved: the same change is made by meaning instead
    return document
