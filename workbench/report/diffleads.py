"""What became of each answer, in a sentence: who leads now, instead of whom, by how much, and what else moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.analysis import points, resting
from workbench.analysis.changes import Effect, Lead, Turn, Verdict, lead
from workbench.analysis.changes.effects import State, rests_on
from workbench.analysis.changes.leads import Place, place
from workbench.analysis.names import listed, named
from workbench.analysis.points import Points
from workbench.analysis.standing import Standing

_TIES = {2: "a tie", 3: "a three-way tie", 4: "a four-way tie", 5: "a five-way tie"}

_RANKS = 2
"""Hypotheses whose ranks are told in the sentence; of more the number."""


def said(effect: Effect) -> str:
    """What became of an answer, in sentences that need no table."""
    was, now = effect.before, effect.after
    if was is None or now is None:
        return _one_sided(was or now, begun=was is None)
    found = lead(effect)
    if effect.verdict is Verdict.NOTHING:
        return _nothing(effect, now, found)
    return " ".join((_turned(was, now, found), *_further(effect, was, now, found)))


def leads(found: Standing, leading: Sequence[str], *, now: bool = True) -> str:
    """'Guard business leads', 'a and b tie for the lead'; who led, where it is not of now."""
    if not leading:
        return "nobody leads" if now else "nobody led"
    one, several = ("leads", "tie for the lead") if now else ("led", "tied for the lead")
    return f"{named(found, leading)} {one if len(leading) == 1 else several}"


def _one_sided(state: State | None, *, begun: bool) -> str:
    if state is None:
        return ""
    who = leads(state.standing, place(state.standing).leading, now=begun)
    return f"a new matrix; {who}." if begun else f"this matrix is gone; {who} in it."


def _nothing(effect: Effect, now: State, found: Lead) -> str:
    who = leads(now.standing, found.after.leading)
    if effect.stale or effect.reworded:
        return f"no score moved, because the new wording is not rated yet. By ratings of the old one {who}."
    return f"no score moved; {who} as before."


def _turned(was: State, now: State, found: Lead) -> str:
    """The sentence on the lead itself, by weighted points."""
    before, after = found.before.leading, found.after.leading
    old, new = named(was.standing, before) if before else "", named(now.standing, after) if after else ""
    match found.turn:
        case Turn.KEPT:
            return _kept(now, found) if after else now.standing.headline
        case Turn.TAKEN:
            verb = "now leads" if len(after) == 1 else "now tie for the lead"
            by = _by(found.after, "" if found.after.next == before else named(now.standing, found.after.next))
            return f"{new} {verb} instead of {old}{by}."
        case Turn.SHARED:
            joined = named(now.standing, [h for h in after if h not in before])
            tie = _TIES.get(len(after), f"a tie of {len(after)}")
            if len(before) == 1:
                return f"{old} loses its sole lead: now {tie} with {joined}."
            return f"{joined} joined {old}, who tied for the lead: now {tie}."
        case Turn.NARROWED:
            left = named(was.standing, [h for h in before if h not in after])
            if len(after) == 1:
                return f"{new} now leads alone{_by(found.after, '')}; {left} tied with it before."
            return f"only {new} tie for the lead now; {left} did as well."
        case Turn.FIRST:
            return f"{leads(now.standing, after)} now; nobody did before."
        case Turn.LOST:
            return f"nobody leads any more ({leads(was.standing, before, now=False)}). {now.standing.headline}"
        case Turn.MIXED:
            return f"{leads(now.standing, after)} now; before, {leads(was.standing, before, now=False)}."


def _kept(now: State, found: Lead) -> str:
    before, after = found.before, found.after
    verb = "still leads" if len(after.leading) == 1 else "still tie for the lead"
    by = ""
    if before.margin is not None and after.margin is not None and before.margin != after.margin:
        how = "less" if after.margin < before.margin else "more"
        ahead = f"{_amount(after, before)} ahead of {named(now.standing, after.next)}"
        by = f", by {how}: {ahead}, {_figure(before, after)} before"
    return f"{named(now.standing, after.leading)} {verb}{by}."


def _by(after: Place, behind: str) -> str:
    if after.margin is None:
        return ""
    return f", {_amount(after)} ahead{f' of {behind}' if behind else ''}"


def _figure(place: Place, *others: Place) -> str:
    both = [one.margin for one in (place, *others) if one.margin is not None]
    return place.margin.text(points.decimals(both)) if place.margin is not None else ""


def _amount(place: Place, *others: Place) -> str:
    one = place.margin == Points(2, 0)
    return f"{_figure(place, *others)} {'point' if one else 'points'}"


def _further(effect: Effect, was: State, now: State, found: Lead) -> Iterator[str]:
    """What it takes to end a lead that was kept; other ways of counting that say otherwise; and the ranks behind it."""
    kept, before, after = found.turn is Turn.KEPT and bool(found.after.leading), found.before, found.after
    counted = [
        _counted(was, now, found, "By equal weights", before.equal, after.equal),
        _counted(was, now, found, "With every voice counted once", before.once, after.once),
    ]
    yield from filter(None, (_takes(was, now) if kept else "", *counted))
    if kept:
        yield from _ranks(now, found)
        if effect.verdict is Verdict.ANSWER and not any(counted):
            yield f"The answer says now: {now.standing.headline}"
        if effect.verdict is Verdict.POINTS and found.before.margin == found.after.margin and not found.ranks:
            yield "Only points behind it moved."


def _counted(was: State, now: State, found: Lead, how: str, old: Sequence[str], new: Sequence[str]) -> str:
    """Who leads when counted in another way, where that is or was somebody else; empty where it is not."""
    before, after = found.before.leading, found.after.leading
    if not (before and after) or (tuple(old) == before and tuple(new) == after):
        return ""
    held = ", as before" if old == new else ""
    if tuple(new) != after:
        return f"{how} {leads(now.standing, new)}{held}."
    if held:
        return f"{how} {'it led' if len(new) == 1 else 'they tied'} before already."
    return f"{how} too, where {leads(was.standing, old, now=False)} before."


def _ranks(now: State, found: Lead) -> Iterator[str]:
    names = now.standing.setting.names
    if found.swapped:
        up, down = found.swapped
        better, worse = found.ranks[up][1], found.ranks[down][1]
        yield f"Ranks {better} and {worse} swap: {names[up]} now stands before {names[down]}."
    elif 0 < len(found.ranks) <= _RANKS:
        told = [f"{names[h]} goes from rank {old} to {new}" for h, (old, new) in found.ranks.items()]
        yield f"{listed(told)}."
    elif found.ranks:
        yield f"{len(found.ranks)} ranks behind it change."


def _takes(was: State, now: State) -> str:
    """Whether it takes more or less than before to change who leads, or only something else."""
    old, new = was.answer.separation, now.answer.separation
    before, after = rests_on(was), rests_on(now)
    if old is None or new is None or before == after or not before or not after:
        return ""
    if old.by == new.by == 1:
        return "A single change is still enough to change who leads, but another one than before."
    if old.by == 1:
        return "No single change is enough to change who leads any more."
    if new.by == 1:
        return "A single change is enough to change who leads now."
    if old.by and new.by:
        return f"To change who leads it takes {resting.takes(new)} now, {resting.takes(old)} before."
    return (
        "No loss of items changes who leads any more."
        if old.by
        else f"To change who leads it takes {resting.takes(new)} now."
    )
