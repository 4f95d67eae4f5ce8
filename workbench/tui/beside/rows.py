"""Two evidence rows side by side: what they say, whom they come from, and how each is rated and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.model import RATING_MEANING, Case, Hypothesis, Item
from workbench.tui import words
from workbench.tui.beside.pair import DIFFERS, Pair, chip
from workbench.tui.facts import facts, named
from workbench.tui.leaf import Draft, Goal, Leaf
from workbench.tui.pieces import Line, Piece, Tone, line


def leaf(case: Case, addresses: tuple[str, str], width: int) -> Leaf:
    """The page of two rows; every address and every rating on it leads to its place on the matrix."""
    draft = Draft(width)
    pair, items = Pair(draft), [case.items[address] for address in addresses]
    one, other = (Goal(address) for address in addresses)
    draft.blank()
    pair.texts("", addresses, Tone.ACCENT, (one, other))
    pair.texts("", [item.text for item in items], Tone.STRONG)
    draft.blank()
    _facts(case, items, pair, brief=True)
    for sentence in _shared(case, addresses):
        draft.blank()
        draft.prose(sentence, Tone.WARN)
    _ratings(case, addresses, pair)
    draft.blank()
    _facts(case, items, pair, brief=False)
    return draft.leaf


def _facts(case: Case, items: Sequence[Item], pair: Pair, *, brief: bool) -> None:
    """What is known of both, label by label: what is read with the items, or all the rest."""
    known = [{fact.label: fact.text for fact in facts(case, item) if fact.brief is brief} for item in items]
    for label in dict.fromkeys(label for told in known for label in told):
        pair.texts(label, [told.get(label, "") for told in known])


def _shared(case: Case, addresses: Sequence[str]) -> Iterator[str]:
    """What makes the two one voice rather than two."""
    one, other = (case.items[address] for address in addresses)
    if origins := [named(case, origin) for origin in one.origins if origin in other.origins]:
        yield f"Both come from {', '.join(map(words.plain, origins))}: with every voice counted once they are one."
    for item, beside in ((one, other), (other, one)):
        if item.retells == beside.address:
            yield f"{words.plain(item.address)} retells {words.plain(beside.address)}: it adds nothing to it."


def _ratings(case: Case, addresses: Sequence[str], pair: Pair) -> None:
    """The ratings of each hypothesis with their reasons, those that differ marked."""
    rows = [case.matrix.row(address).ratings for address in addresses]
    differ = [h.id for h in case.hypotheses if rows[0].get(h.id) is not rows[1].get(h.id)]
    number = len(case.hypotheses)
    pair.draft.heading("Ratings", f"{len(differ)} of {number} differ" if differ else "alike throughout")
    for hypothesis in case.hypotheses:
        left, right = (_rated(case, address, hypothesis, pair) for address in addresses)
        one, other = (Goal(address, hypothesis.id) for address in addresses)
        differs = hypothesis.id in differ
        name = f"{DIFFERS if differs else ' '} {hypothesis.short or hypothesis.id}"
        pair.write(name, left, right, tone=Tone.STRONG if differs else Tone.MUTED, goals=(one, other))


def _rated(case: Case, address: str, hypothesis: Hypothesis, pair: Pair) -> list[Line]:
    rating = case.matrix.row(address).ratings.get(hypothesis.id)
    said = RATING_MEANING[rating].split(":")[0].split(",")[0] if rating else "not rated"
    because = case.matrix.note(address).because.get(hypothesis.id, "")
    return [
        line(*chip(rating), Piece(words.cut(said, max(0, pair.room - 7)), Tone.MUTED)),
        *(pair.text(because) if because else ()),
    ]
