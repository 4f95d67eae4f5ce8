"""Two items beside one another, and what can be done about them. Nothing of ratings stands here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.analysis.heuer.duplicates import Duplicate
from workbench.analysis.heuer.settling import Means, Way
from workbench.model import Case, Item
from workbench.model.merging import not_kept
from workbench.tui import words
from workbench.tui.leaf import Draft, Goal, Leaf
from workbench.tui.pieces import Line, Piece, Tone, line

LABEL = 12
"""Cells of the names of fields."""

MOST = 12
"""Lines of one field at most."""

BESIDE = 60
"""Cells from which the two stand beside one another; below, one under the other."""

WAY = "way"
"""What a spot on a way to settle the pair asks for."""


def leaf(
    case: Case, pair: Duplicate, ways: Sequence[Way], shared: Sequence[str], wrong: str, place: str, width: int
) -> Leaf:
    """A pair as a leaf.

    Args:
        case: the case.
        pair: the two.
        ways: how they can be settled.
        shared: the matrices that speak of both, so that they cannot be merged.
        wrong: why the way last chosen was refused.
        place: which of how many pairs it is.
        width: cells of the leaf.
    """
    draft = Draft(width)
    one, other = case.items[pair.one], case.items[pair.other]
    draft.heading(place, _alike(pair))
    draft.blank()
    for name, left, right in _fields(case, one, other):
        _compare(draft, name, left, right)
    if wrong:
        draft.blank()
        draft.prose(wrong, Tone.WARN)
    draft.heading("What is it?")
    for number, way in enumerate(ways, 1):
        draft.write(*_way(case, way, number, shared, width), goal=Goal(act=WAY, id=str(number - 1)))
    return draft.leaf


def _alike(pair: Duplicate) -> str:
    said = [f"wording alike {pair.likeness:.2f} of 1"]
    said += ["same origin"] if pair.same_origin else []
    said += ["same date"] if pair.same_date else []
    return ", ".join(said)


def _fields(case: Case, one: Item, other: Item) -> Iterator[tuple[str, str, str]]:
    """The fields in which either says anything."""
    for name, left, right in zip(_NAMES, _said(case, one), _said(case, other), strict=True):
        if left or right:
            yield name, left, right


_NAMES = (
    "item", "source", "text", "kind", "grade", "because", "origin", "when", "at", "quote", "tags", "retells",
    "rests on",
)  # fmt: skip


def _said(case: Case, item: Item) -> tuple[str, ...]:
    source = case.sources.get(item.source)
    reliability = source.reliability if source else ""
    grade = f"{reliability or '?'}{item.credibility or '?'}" if not (source and source.own) else ""
    tags = "; ".join(f"{name}: {', '.join(values)}" for name, values in item.tags.items())
    published = f", {source.published}" if source and source.published else ""
    title = f"{source.title if source else item.source}{published}"
    return (
        item.address, title, item.text, item.kind.value, grade, item.because, ", ".join(item.origins), item.when,
        item.at, item.quote, tags, item.retells, ", ".join(item.rests_on),
    )  # fmt: skip


def _compare(draft: Draft, name: str, left: str, right: str) -> None:
    """One field of both: beside one another where there is room. What differs is strong."""
    tone = Tone.TEXT if left == right else Tone.STRONG
    if draft.width < BESIDE:
        for number, text in enumerate((left, right)):
            for part in words.wrapped(text or "-", draft.width - LABEL - 2, MOST):
                draft.write(
                    line(Piece(f" {words.padded(name if not number else '', LABEL)}", Tone.MUTED), Piece(part, tone))
                )
                name = ""
        return
    room = (draft.width - LABEL - 3) // 2
    columns = [words.wrapped(text, room - 1, MOST) for text in (left, right)]
    for y in range(max(map(len, columns))):
        shown = [Piece(words.padded(column[y] if y < len(column) else "", room), tone) for column in columns]
        draft.write(line(Piece(f" {words.padded(name if not y else '', LABEL)}", Tone.MUTED), *shown))


def _way(case: Case, way: Way, number: int, shared: Sequence[str], width: int) -> Iterator[Line]:
    """A way with its key, and what it costs."""
    note = way.note
    if way.means is Means.MERGE:
        lost = not_kept(case.items[way.stays], case.items[way.changed])
        note = f"{note}; its {_listed(lost)} {'is' if len(lost) == 1 else 'are'} not kept" if lost else note
        note = f"not possible: both are rated or spoken of in {', '.join(shared)}" if shared else note
    tone = Tone.WARN if shared and way.means is Means.MERGE else Tone.MUTED
    label = words.cut(way.label, width - 6)
    beside = words.width_of(label) + words.width_of(words.plain(note)) + 8 <= width
    after = Piece(f"  {words.plain(note)}" if beside else "", tone)
    yield line(Piece(f"  {number}  ", Tone.KEY), Piece(label), after)
    for part in () if beside else words.wrapped(note, max(10, width - 8), 3):
        yield line(Piece(f"     {part}", tone))


def _listed(names: Sequence[str]) -> str:
    shown = [name.replace("_", " ") for name in names]
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]
