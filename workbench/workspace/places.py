"""Places: the smallest things in a part of a matrix that two people can change without meeting.

A cell is a place, a reason, an answer, a share. An analyst's own grade is one place with its reason, since neither of
the two holds without the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from workbench.model import Judgement, Note, OwnGrade, Part
from workbench.model.matrix import Value

Place = tuple[str, str | None]
"""A field of a part, and what an entry of it goes by (a hypothesis, a question) where the field has entries."""

Places = Mapping[Place, Value]
"""What stands at each place; a place without anything is absent."""

RATED = frozenset({"rows", "deceptive"})
"""The fields of a matrix whose parts are rows."""

_RATING, _ANSWER = "rating", "answer"

Fields = TypeVar("Fields", Note, Judgement)


def places(part: Part, value: Value) -> Places:
    """What stands at the places of a part; of a row its ratings, of a judgement all but its mark."""
    match part.field:
        case "rows" | "deceptive":
            return {(_RATING, hypothesis): rating for hypothesis, rating in value.ratings.items()}
        case "notes":
            return dict(_flat(value))
        case "judgement":
            return dict(_flat((value or Judgement())._replace(matrix="")))
        case "checks":
            return {(_ANSWER, question): answer for question, answer in value.items()}
        case field:
            return {(field, None): value} if value else {}


def filled(part: Part, found: Places) -> Value:
    """The value of a part that has this at its places; of a row its ratings, by hypothesis, a judgement unmarked."""
    match part.field:
        case "rows" | "deceptive" | "checks":
            return {key: value for (_, key), value in found.items()}
        case "notes":
            return _made(Note, found)
        case "judgement":
            return _made(Judgement, found) if found else None
        case "seed":
            return found.get(("seed", None), "")
        case field:
            return found.get((field, None))


def called(part: Part, place: Place) -> tuple[str, str]:
    """The address that a place is about, empty where there is none, and what it is called; see `Difference`."""
    field, key = place
    match part:
        case Part("rows", (address,)):
            return address, str(key)
        case Part("deceptive", (suspect, address)):
            return address, f"{key} if {suspect} deceives"
        case Part("checks", (suspect,)):
            return "", f"{suspect} {key}"
        case Part("notes", (address,)):
            return address, f"{key} {field}" if key is not None else field
        case Part("grades", (address,)):
            return address, "grade"
        case _:
            return "", f"{field} {key}" if key is not None else field


def worded(value: Value) -> str:
    """What stands at a place, for reading; empty where nothing does."""
    match value:
        case OwnGrade(credibility, because):
            return f"{credibility} {because}".strip()
        case float():
            return f"{value:g}"
        case _:
            return str(value or "")


def _flat(value: Note | Judgement) -> Iterator[tuple[Place, Value]]:
    for field, held in value._asdict().items():
        if isinstance(held, Mapping):
            yield from (((field, key), entry) for key, entry in held.items())
        elif held:
            yield (field, None), held


def _made(kind: type[Fields], found: Places) -> Fields:
    values: dict[str, Value] = {}
    for (field, key), held in found.items():
        if key is None:
            values[field] = held
        else:
            values.setdefault(field, {})[key] = held
    return kind(**values)
