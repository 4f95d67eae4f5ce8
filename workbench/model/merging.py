"""Two items of one source that say the same, as one: what the kept one takes over, and what is not kept."""

from __future__ import annotations

from dataclasses import replace

from workbench.model.evidence import Item

TOGETHER = (("credibility", "because"), ("retells", "changed"), ("standing", "if_wrong"))
"""Fields that are one statement: taken over together, where the kept item has neither."""

ALONE = ("when", "reported", "quote", "looked_in", "would_show")
"""Fields that are taken over where the kept item has none."""

COMPARED = (
    "text", "kind", "origins", "credibility", "because", "when", "reported", "at", "quote", "tags", "retells",
    "changed", "rests_on", "looked_in", "would_show", "standing", "if_wrong",
)  # fmt: skip
"""What may differ between the two, in the order of the files."""


def merged(keep: Item, gone: Item) -> Item:
    """The kept item with what the other one adds.

    Text, kind and every field it has stay its own. Empty fields are filled; origins, tags and grounds are joined, and
    so are two places in the document. The id of the other and its old ones become old ids. Nothing refers to itself.
    """
    both = {keep.address, gone.address}
    made = replace(
        keep,
        retells="" if keep.retells in both else keep.retells,
        changed="" if keep.retells in both else keep.changed,
    )
    given: dict[str, object] = {name: getattr(made, name) or getattr(gone, name) for name in ALONE}
    for names in TOGETHER:
        if not any(getattr(made, name) for name in names) and getattr(gone, names[0]) not in both:
            given.update((name, getattr(gone, name)) for name in names)
    places = dict.fromkeys(place for place in (keep.at, gone.at) if place)
    former = dict.fromkeys((*keep.formerly, gone.id, *gone.formerly))
    return replace(
        made,
        origins=_joined(keep.origins, gone.origins),
        at="; ".join(places),
        tags={name: _joined(keep.tags.get(name, ()), gone.tags.get(name, ())) for name in {**keep.tags, **gone.tags}},
        rests_on=tuple(one for one in _joined(keep.rests_on, gone.rests_on) if one not in both),
        formerly=tuple(name for name in former if name != keep.id),
        **given,  # type: ignore[arg-type]
    )


def not_kept(keep: Item, gone: Item) -> tuple[str, ...]:
    """The fields in which the other item says something that the merged one does not, as they are called in files."""
    made = merged(keep, gone)
    both = {keep.address, gone.address, ""}
    lost = [name for name in COMPARED if (said := getattr(gone, name)) and not _holds(getattr(made, name), said)]
    own = {"retells", "changed"} if gone.retells in both else set()
    return tuple("origin" if name == "origins" else name for name in lost if name not in own and name != "rests_on")


def _holds(made: object, said: object) -> bool:
    if isinstance(made, str) and isinstance(said, str):
        return made == said or said in made.split("; ")
    if isinstance(made, dict) and isinstance(said, dict):
        return all(set(values) <= set(made.get(name, ())) for name, values in said.items())
    return isinstance(made, tuple) and isinstance(said, tuple) and set(said) <= set(made)


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
