"""What a schema's error is called in words: a code, a sentence and what to do, for each way to miss a shape."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from jsonschema import ValidationError

Keys = tuple[str | int, ...]

SHOWN = 60
"""Characters of a value that a sentence quotes."""


class Fault(NamedTuple):
    """One thing wrong with the shape of a file; `keys` lead to the place, an unknown field's own key included."""

    code: str
    keys: Keys
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A code of this room: what it is called and why it is asked for. docs/findings.md is made from these."""

    code: str
    title: str
    why: str


SHAPES = (
    Shape("S001", "newer format", "A later version of the program wrote the file; reading half of it would mislead."),
    Shape("S002", "unknown field", "A misspelt field would be passed over in silence, and what it says lost."),
    Shape("S003", "missing field", "Without it the entry cannot be shown or scored."),
    Shape("S004", "nothing written", "A field that is there but empty says neither yes nor no."),
    Shape("S005", "wrong sort of value", "A text, a list and a mapping cannot stand for one another."),
    Shape("S006", "not one of the words", "Fixed vocabularies keep ratings, grades and kinds comparable."),
    Shape("S007", "not an id", "Ids stand in file names, rows and diffs, and mean the same to every YAML reader."),
    Shape("S008", "reserved word", "Some YAML readers take it for a truth value or a number, or the format uses it."),
    Shape("S009", "wrong form", "Addresses, dates, fingerprints and shares have a form that the program can read."),
    Shape("S010", "wrong number of entries", "A pair is two, and a list does not name one thing twice."),
)
"""Every code of a shape. A code is never given a new meaning, nor used again once dropped."""


def newer_format(data: Mapping[str, Any]) -> Fault | None:
    """The one fault of a file of a later format: nothing else in it can be judged."""
    given = str(data.get("format"))
    if not (given.isascii() and given.isdecimal() and int(given[:9]) > 1):
        return None
    message = f"this file has format {_quoted(given)}, and this version of ach reads format 1"
    return Fault("S001", ("format",), message, "install a newer version of ach-workbench")


def worded(error: ValidationError) -> Iterator[Fault]:
    """The faults that one error of jsonschema stands for: an error about unknown fields has one for each."""
    if "propertyNames" in error.absolute_schema_path:
        yield _name(error)
    elif error.validator == "additionalProperties":
        yield from _unknown_fields(error)
    elif error.validator == "required":
        yield from _missing_fields(error)
    else:
        yield _WORDED.get(str(error.validator), _form)(error)


def _name(error: ValidationError) -> Fault:
    """A key that cannot be an id or an address."""
    keys = (*_keys(error), str(error.instance))
    return _id(error, keys)


def _id(error: ValidationError, keys: Keys) -> Fault:
    name, title = str(error.instance), str(error.schema["title"])  # type: ignore[index]
    if error.validator == "not":
        message = f"{_quoted(name)} cannot be an id: it is a reserved word"
        return Fault("S008", keys, message, "choose another id, in this place and wherever it is used")
    if error.validator == "maxLength":
        message = f"the {title} {_quoted(name)} is {len(name)} characters long"
        return Fault("S007", keys, message, f"shorten it to {error.validator_value} characters at most")
    return Fault("S007", keys, f"{_quoted(name)} is not {_a(title)}", _remedy(error))


def _unknown_fields(error: ValidationError) -> Iterator[Fault]:
    known = list(_properties(error))
    for field in error.instance:  # type: ignore[union-attr]
        if field not in known:
            near = meant(str(field), known)
            otherwise = f"the fields here are {_listed(known)}; move it to where it belongs or remove it"
            remedy = f"did you mean '{near}'?" if near else otherwise
            yield Fault("S002", (*_keys(error), field), f"{_quoted(field)} is no field here", remedy)


def _missing_fields(error: ValidationError) -> Iterator[Fault]:
    """All fields that an error may be about: it names its own in its message only, and the same fault counts once."""
    for field in error.validator_value:  # type: ignore[union-attr]
        if field not in error.instance:  # type: ignore[operator]
            description = str(_properties(error)[field]["description"])
            remedy = f"add `{field}:` ({_first_sentence(description)})"
            yield Fault("S003", (*_keys(error), field), f"{_where(error)} has no '{field}'", remedy)


def _type(error: ValidationError) -> Fault:
    wanted = error.validator_value
    sorts = [wanted] if isinstance(wanted, str) else [str(w) for w in wanted]  # type: ignore[union-attr]
    if error.instance is None:
        return Fault(
            "S004",
            _keys(error),
            f"{_where(error)} is empty",
            f"write {_sort_of(sorts)}, or remove it if it is not needed",
        )
    message = f"{_where(error)} holds {_sort(error.instance)} where {_sort_of(sorts)} belongs"
    return Fault("S005", _keys(error), message, _HOW[_sort_of(sorts)])


def _enum(error: ValidationError) -> Fault:
    words = list(dict.fromkeys(str(w) for w in error.validator_value if w is not None))  # type: ignore[union-attr]
    title, given = _title(error), error.instance
    if given is None or given == "":
        return Fault("S004", _keys(error), f"{_where(error)} is empty", f"write {_listed(words, 'or')}, or remove it")
    if isinstance(given, dict | list):
        message = f"{_where(error)} holds {_sort(given)} where {_a(title)} belongs"
        return Fault("S005", _keys(error), message, f"write {_listed(words, 'or')}")
    near = meant(str(given), words)
    remedy = f"did you mean {near}? Write {_listed(words, 'or')}" if near else f"write {_listed(words, 'or')}"
    return Fault("S006", _keys(error), f"{_quoted(given)} is not {_a(title)}", remedy)


def _form(error: ValidationError) -> Fault:
    """A value that does not fit its pattern or range."""
    title = _title(error)
    if title == "id":
        return _id(error, _keys(error))
    if not str(error.instance).strip():
        return Fault("S004", _keys(error), f"{_where(error)} is empty", "write it, or remove the line")
    return Fault("S009", _keys(error), f"{_quoted(error.instance)} is not {_a(title)}", _remedy(error))


def _nothing(error: ValidationError) -> Fault:
    return Fault("S004", _keys(error), f"{_where(error)} is empty", "write at least one entry")


def _number(error: ValidationError) -> Fault:
    given, wanted = len(error.instance), error.validator_value  # type: ignore[arg-type]
    message = f"{_where(error)} has {given} {'entry' if given == 1 else 'entries'} where {wanted} belong"
    return Fault("S010", _keys(error), message, f"name exactly {wanted}")


def _twice(error: ValidationError) -> Fault:
    given: Any = error.instance
    again = next(i for i, entry in enumerate(given) if entry in given[:i])
    message = f"{_quoted(given[again])} stands twice in this list"
    return Fault("S010", (*_keys(error), again), message, "remove one of the two")


_WORDED: Mapping[str, Callable[[ValidationError], Fault]] = {
    "type": _type,
    "enum": _enum,
    "minProperties": _nothing,
    "minItems": _number,
    "maxItems": _number,
    "uniqueItems": _twice,
}

_HOW = {
    "a text": "write a text",
    "a list": "write a list: each entry on its own line after a hyphen and a blank",
    "a mapping": "write `name: value` lines, indented under it",
}


def _sort(value: object) -> str:
    return "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list) else "a text"


def _sort_of(types: Iterable[str]) -> str:
    """What to write where one of these JSON types belongs: the plainest of them."""
    if {"string", "number", "integer", "boolean"} & set(types):
        return "a text"
    return "a list" if "array" in types else "a mapping"


def _keys(error: ValidationError) -> Keys:
    return tuple(error.absolute_path)


def _where(error: ValidationError) -> str:
    """What a sentence calls the place of an error."""
    keys = _keys(error)
    if not keys:
        return "the file"
    return _quoted(keys[-1]) if isinstance(keys[-1], str) else f"entry {keys[-1] + 1} of {_quoted(_last_name(keys))}"


def _last_name(keys: Keys) -> str:
    return next((str(key) for key in reversed(keys) if isinstance(key, str)), "the file")


def _title(error: ValidationError) -> str:
    """What a value is: by its definition in the schema, else by the name of its field."""
    schema: Any = error.schema
    return str(schema.get("title") or " ".join(_last_name(_keys(error)).split()))


def _properties(error: ValidationError) -> Mapping[str, Any]:
    schema: Any = error.schema
    found: Mapping[str, Any] = schema.get("properties", {})
    return found


def _remedy(error: ValidationError) -> str:
    schema: Any = error.schema
    sentence = str(schema.get("patternErrorMessage", "compare it with the description in the schema")).rstrip(".")
    return sentence[:1].lower() + sentence[1:]


def _first_sentence(description: str) -> str:
    """The first sentence of a description, to stand after the field's name."""
    end = description.find(". ")
    sentence = description[:end] if end > 0 else description.rstrip(".")
    return sentence[:1].lower() + sentence[1:]


def meant(given: str, known: Iterable[str]) -> str | None:
    """The known word that a misspelt one is nearest to, whatever the case of its letters, if any is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - wanted only once something is misspelt

    by_case = {word.lower(): word for word in known}
    near = get_close_matches(given.strip().lower(), by_case, n=1, cutoff=0.7)
    return by_case[near[0]] if near else None


def _listed(words: list[str], joined: str = "and") -> str:
    return f"{', '.join(words[:-1])} {joined} {words[-1]}" if len(words) > 1 else words[0]


def _quoted(value: object) -> str:
    text = " ".join(str(value).split())
    return f"'{text[:SHOWN]}…'" if len(text) > SHOWN else f"'{text}'"


def _a(noun: str) -> str:
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"
