"""Many new rows and notes at once, as of a rating sheet that came back: the file is read once for each run of them.

Written one by one, each is proved by itself; a thousand would take minutes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench import yamltext
from workbench.model import Part, Question
from workbench.model.matrix import NO_NOTE, NO_ROW, Value
from workbench.workspace.history import Change
from workbench.workspace.matrixentries import SECTIONS, preceding, row_key
from workbench.workspace.matrixnotes import note_fields
from workbench.workspace.matrixrows import row_cells
from workbench.workspace.naming import Names

SEVERAL = 40
"""So many changes are worth it."""

_EMPTY = {"rows": NO_ROW, "notes": NO_NOTE}


def with_new(
    document: yamltext.Document, queue: Sequence[Change], asked: Question, names: Names
) -> tuple[yamltext.Document, list[Change]]:
    """The document with the rows and notes that it has nothing of yet, and the changes that are left.

    The lines are those that one change after another would make, but for empty ones beside what goes at the same time.
    Where lines refuse that, all changes are left.
    """
    if len(queue) < SEVERAL:
        return document, list(queue)
    new = _new(document, queue, names)
    made = document
    try:
        for section, nothing in _EMPTY.items():
            entries = {
                part.keys[0]: note_fields(now, asked) if section == "notes" else row_cells(now, asked)
                for part, now in new.items()
                if part.field == section and now != nothing
            }
            made = _with(made, section, entries)
    except yamltext.EditRefused:
        return document, list(queue)
    for change in queue:
        if change.part in new and change.step is not None:
            change.step.patches = ()  # its lines came with those of others
    return made, [change for change in queue if change.part not in new]


def _new(document: yamltext.Document, queue: Sequence[Change], names: Names) -> Mapping[Part, Value]:
    """What the parts come to that stand nowhere in the document."""
    found: dict[Part, Value] = {}
    for change in queue:
        if change.part in found or _begins(document, change, names):
            found[change.part] = change.now
    return {part: now for part, now in found.items() if not getattr(now, "written", None)}


def _begins(document: yamltext.Document, change: Change, names: Names) -> bool:
    section = change.part.field
    if section not in _EMPTY or change.was != _EMPTY[section]:
        return False
    return row_key(document, section, change.part.keys[0], names) is None


def _with(document: yamltext.Document, section: str, entries: Mapping[str, yamltext.New]) -> yamltext.Document:
    """The document with new entries of a section, each where it sorts."""
    present = document.keys(section)
    runs: dict[str | None, dict[str, yamltext.New]] = {}
    for key in sorted(entries):
        runs.setdefault(preceding(present, key), {})[key] = entries[key]
    for after, run in runs.items():
        document = yamltext.add_several(
            document, section, run, after=after, section_order=SECTIONS, spaced=section == "notes"
        )
    return document
