"""What stands beside the rows of a matrix file: notes, the analyst's own grades, and checklists of suspects."""

from __future__ import annotations

from workbench import yamltext
from workbench.model import CHECKLIST, Level, Note, OwnGrade, Question
from workbench.model.matrix import Value
from workbench.workspace.history import Change
from workbench.workspace.matrixentries import (
    Keys,
    Written,
    added,
    by_hypothesis,
    earlier,
    emptied,
    entry,
    held,
    hypotheses_at,
    in_order,
    keys_at,
    one,
    renamed,
    row_key,
    suspect_key,
    without,
)
from workbench.workspace.naming import Names

Fields = dict[str, yamltext.New]

_NOTE = ("relevance", "because", "weighed", "parked")
_GRADE = ("credibility", "because")
_CHECKLIST = tuple(CHECKLIST)


def note(document: yamltext.Document, change: Change, asked: Question, names: Names) -> Written:
    """Bring a note from one state to another."""
    (address,) = change.part.keys
    key = row_key(document, "notes", address, names)
    if key is None:
        return added(document, "notes", address, note_fields(change.now, asked))
    known, called = note_fields(change.was, asked), (address, *names.former(address))
    if change.now == Note() and (gone := emptied(document, "notes", key, known, called)):
        return gone
    return one(document.change("notes", key, lambda text, keys: _note(text, keys, change, asked, names)))


def note_fields(note: Note, asked: Question) -> Fields:
    """What a note has in its file: its fields in their order, without those that say what is usual."""
    fields: Fields = {
        "relevance": "" if note.relevance is Level.MEDIUM else str(note.relevance),
        "because": {h: note.because[h] for h in in_order(note.because, asked)},
        "weighed": yamltext.Braced({h: str(note.weighed[h]) for h in in_order(note.weighed, asked)}),
        "parked": note.parked,
    }
    return {name: value for name, value in fields.items() if value}


def _note(text: yamltext.Text, keys: Keys, change: Change, asked: Question, names: Names) -> yamltext.Text:
    was, now = change.was, change.now
    before, after = note_fields(was, asked), note_fields(now, asked)
    for name in ("relevance", "parked"):
        if before.get(name) != after.get(name):
            text = entry(text, keys, name, str(after.get(name, "")), after=earlier(keys_at(text, keys), name, _NOTE))
    for name in ("because", "weighed"):
        old, new = getattr(was, name), getattr(now, name)
        for hypothesis in dict.fromkeys([*old, *new]):
            if old.get(hypothesis) != new.get(hypothesis):
                text = _of_cell(text, (*keys, name), hypothesis, str(new.get(hypothesis, "")), asked, names)
    return text


def _of_cell(
    text: yamltext.Text, keys: Keys, hypothesis: str, value: str, asked: Question, names: Names
) -> yamltext.Text:
    """Set, add or remove a reason or a weighing; the field goes with the last of them."""
    *outer, name = keys
    around = tuple(outer)
    if name not in keys_at(text, around):
        first: yamltext.New = yamltext.Braced({hypothesis: value}) if name == "weighed" else {hypothesis: value}
        after = earlier(keys_at(text, around), name, _NOTE)
        return yamltext.insert_entry(text, around, name, first, after=after) if value else text
    last = not value and set(hypotheses_at(text, keys, asked, names)) == {hypothesis}
    if last and (shorter := without(text, keys)):
        return shorter
    return by_hypothesis(text, keys, hypothesis, value, asked, names)


def grade(document: yamltext.Document, change: Change, _asked: Question, names: Names) -> Written:
    """Bring the analyst's own grade of an item from one state to another."""
    (address,) = change.part.keys
    key = row_key(document, "grades", address, names)
    if key is None:
        return added(document, "grades", address, _grade_fields(change.now))
    known, called = _grade_fields(change.was), (address, *names.former(address))
    if change.now is None and (gone := emptied(document, "grades", key, known, called)):
        return gone
    wanted = _grade_fields(change.now)
    return one(document.change("grades", key, lambda text, keys: _set(text, keys, wanted, _GRADE, address)))


def _grade_fields(grade: OwnGrade | None) -> Fields:
    if grade is None:
        return {}
    fields: Fields = {"credibility": int(grade.credibility)}
    return fields | ({"because": grade.because} if grade.because else {})


def checklist(document: yamltext.Document, change: Change, _asked: Question, names: Names) -> Written:
    """Bring the checklist of a source or an origin from one state to another."""
    (suspect,) = change.part.keys
    key = suspect_key(document, "checks", suspect, names)
    if key is None:
        return added(document, "checks", suspect, _answers(change.now))
    known, called = _answers(change.was), (suspect, *names.former_suspects(suspect))
    if not change.now and (gone := emptied(document, "checks", key, known, called)):
        return gone
    differ = [q for q in dict.fromkeys([*change.was, *change.now]) if change.was.get(q) != change.now.get(q)]
    wanted: Fields = {question: change.now.get(question, "") for question in differ}
    return one(document.change("checks", key, lambda text, keys: _set(text, keys, wanted, tuple(wanted), suspect)))


def _answers(answers: Value) -> Fields:
    known = [question for question in CHECKLIST if question in answers]
    return {question: answers[question] for question in (*known, *(q for q in answers if q not in CHECKLIST))}


def _set(text: yamltext.Text, keys: Keys, wanted: Fields, fields: tuple[str, ...], present: str) -> yamltext.Text:
    """The text with fields of an entry as wanted, without those not wanted, and the entry under its present name."""
    for field in fields:
        value = wanted.get(field, "")
        if _stands(text, (*keys, field)) != str(value) and isinstance(value, str | int):
            order = _CHECKLIST if field in _CHECKLIST else _GRADE
            text = entry(text, keys, field, value, after=earlier(keys_at(text, keys), field, order))
    return renamed(text, keys, present)


def _stands(text: yamltext.Text, keys: Keys) -> str:
    found = held(text.root, keys)
    return found.strip() if isinstance(found, str) else ""
