"""What a file says, as leaves, and the places they belong to: the smallest things two people can change unseen.

A leaf is a text or a list, with the keys that lead to it. Leaves that hold only together are one place: a cell is its
rating with the reason for it and what it weighs; a grade goes with its reason, a status with why.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from workbench.workspace.authoring_lines import Data
from workbench.workspace.authoring_style import BY_ID

Keys = tuple[str, ...]
"""The way to a leaf in a file, or the name of a place or entry."""

Leaves = Mapping[Keys, Data]
"""What stands at leaves: texts without white space at their ends, or lists."""

Places = Mapping[Keys, Leaves]
"""What stands at each place; one without anything is absent."""

WORDING = "wording"

_TOGETHER: Mapping[str, Mapping[str, str]] = {
    "source": {"because": "reliability"},
    "items": {"because": "credibility"},
    "origins": {"because": "reliability"},
    "hypotheses": {"because": "status", "into": "status"},
}
"""By section: fields that belong to the place of another."""


def leaves(root: Data) -> dict[Keys, Data]:
    """The leaves of a file, in its order. What holds nothing is none."""
    return dict(_leaves((), root))


def _leaves(keys: Keys, value: Data) -> Iterator[tuple[Keys, Data]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves((*keys, key), inner)
    elif value is not None:
        yield keys, normal(value)


def normal(value: Data) -> Data:
    """A value as it is compared: without its places in the text, and without white space at the ends of texts."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        return {key: normal(inner) for key, inner in value.items()}
    return [normal(inner) for inner in value] if isinstance(value, Sequence) else value


def entries(found: Leaves) -> set[Keys]:
    """The entries by id that a file of hypotheses or evidence has."""
    return {keys[:2] for keys in found if keys[0] in BY_ID and len(keys) > 1}


def placed(kind: str, found: Leaves, whole: Collection[Keys]) -> dict[Keys, dict[Keys, Data]]:
    """The leaves by place.

    Args:
        kind: the kind of file.
        found: its leaves.
        whole: entries that are one place each: not all who are merged have them.
    """
    made: dict[Keys, dict[Keys, Data]] = {}
    for keys, value in found.items():
        place = _of_matrix(keys) if kind == "matrix" else _of_authored(keys, whole)
        made.setdefault(place, {})[keys] = value
    return made


def _of_matrix(keys: Keys) -> Keys:
    match keys:
        case ("rows", address, hypothesis) if hypothesis != WORDING:
            return ("cell", address, hypothesis)
        case ("notes", address, "because" | "weighed", hypothesis):
            return ("cell", address, hypothesis)
        case ("grades", address, *_):
            return ("grades", address)
    return keys


def _of_authored(keys: Keys, whole: Collection[Keys]) -> Keys:
    if keys[:2] in whole:
        return keys[:2]
    together = _TOGETHER.get(keys[0], {})
    depth = 2 if keys[0] in BY_ID else 1
    if len(keys) == depth + 1 and keys[depth] in together:
        return (*keys[:depth], together[keys[depth]])
    return keys


def nested(found: Leaves) -> dict[str, Data]:
    """The data of a file that has these leaves."""
    root: dict[str, Data] = {}
    for keys, value in found.items():
        inner = root
        for key in keys[:-1]:
            inner = inner.setdefault(key, {})
        inner[keys[-1]] = value
    return root
