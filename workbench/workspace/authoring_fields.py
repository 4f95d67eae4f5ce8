"""What changes of every sort share: fields as given to fields as written, and ids that are free."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from typing import Any

from workbench.model import ids
from workbench.model.authoring import Fields
from workbench.workspace.authoring_draft import Draft
from workbench.workspace.authoring_outcomes import Refusing
from workbench.workspace.authoring_style import Keys
from workbench.workspace.sentences import meant

LISTS = frozenset({"expect", "expect_not", "maybe_same", "rests_on", "formerly"})
"""Fields that hold a list even of one."""

MOST_LISTED = 12
"""So many names are listed where one is not known."""


def normal(value: Any) -> Any:
    """A text as the reader takes it, without white space at its ends; of several texts those that say anything."""
    if isinstance(value, str):
        return re.sub(r"[ \t]*\r?\n", "\n", value.strip())
    return [text for one in value if (text := normal(one))]


def entry(given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a new entry that say anything, in their order."""
    made = {name: value if isinstance(value, Mapping) else normal(value) for name, value in given.items()}
    return {name: value for name, value in made.items() if value}


def known_fields(given: Iterable[str], known: Container[str]) -> None:
    """Refuse a field that there is not."""
    for name in given:
        if name not in known:
            listed = ", ".join(known) if isinstance(known, Iterable) else ""
            raise Refusing(f"'{name}' cannot be set here", f"the fields are {listed}")


def fields_put(draft: Draft, path: str, here: Keys, given: Fields) -> None:
    """Set the fields of an entry, each where it stands or belongs."""
    for name, value in given.items():
        wanted = normal(value)
        if name in LISTS and isinstance(wanted, str):
            wanted = [wanted] if wanted else []
        draft.put(path, (*here, name), wanted)


def unknown(sentence: str, given: str, known: Iterable[str], path: str = "") -> Refusing:
    """That there is nothing of this name, with what was probably meant, or what there is."""
    names = list(known)
    near = meant(given, names)
    listed = ", ".join(names[:MOST_LISTED]) + (f" and {len(names) - MOST_LISTED} more" if names[MOST_LISTED:] else "")
    return Refusing(sentence, f"did you mean '{near}'?" if near else f"there are: {listed or 'none yet'}", path)


def refuse_taken(draft: Draft, path: str, section: str, id_: str, what: str, *, but: str = "") -> None:
    """Refuse an id that cannot be one, that is in use, or that something else had before."""
    refuse_no_id(id_, path)
    refuse_used(id_, taken(draft, path, section, but), what, path)


def taken(draft: Draft, path: str, section: str, but: str = "") -> dict[str, str]:
    """The ids of a section that are in use, each with "", and the old ones, each with that of today."""
    names = draft.names(path, section)
    found = {}
    if section not in {"gaps", "indicators"} and "formerly" in draft.document(path).text():
        for other in names:
            former = draft.at(path, (section, other, "formerly")) if other != but else None
            found.update(dict.fromkeys(former, other) if isinstance(former, list) else {})
    return found | dict.fromkeys(names, "")


def refuse_used(id_: str, used: Mapping[str, str], what: str, path: str) -> None:
    """Refuse an id that is in use or was (`taken`), or that cannot be one."""
    refuse_no_id(id_, path)
    if used.get(id_):
        raise Refusing(f"'{id_}' is the old id of '{used[id_]}'", "choose another: an id is never used again", path)
    if id_ in used:
        raise Refusing(f"there is {_a(what)} '{id_}' already", "choose another id", path)


def refuse_no_id(id_: str, path: str = "") -> None:
    """Refuse what cannot be an id."""
    if id_ in ids.NEVER_AN_ID:
        raise Refusing(f"'{id_}' cannot be an id: it is a reserved word", "choose another", path)
    if not ids.is_id(id_):
        remedy = "use a-z, 0-9 and single hyphens, beginning with a letter, 60 characters at most"
        raise Refusing(f"'{id_}' is no id", remedy, path)


def _a(what: str) -> str:
    return f"{'an' if what[0] in 'aeiou' else 'a'} {what}"
