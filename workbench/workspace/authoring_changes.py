"""What each change does to the files: by the words of the method, in terms of places and values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from workbench import yamltext
from workbench.model import Gap, Hypothesis, Indicator, Overlap, Status, ids
from workbench.model import authoring as write
from workbench.workspace.authoring_draft import Draft
from workbench.workspace.authoring_evidence import HEAD, add_items, make_evidence
from workbench.workspace.authoring_fields import (
    entry,
    fields_put,
    known_fields,
    normal,
    refuse_no_id,
    refuse_taken,
    unknown,
)
from workbench.workspace.authoring_merging import merge_items
from workbench.workspace.authoring_outcomes import Refusing
from workbench.workspace.authoring_style import (
    GAP_FIELDS,
    HYPOTHESIS_FIELDS,
    INDICATOR_FIELDS,
    SCOPE_FIELDS,
    styled,
)

OF_QUESTION = ("question", "background", "marking", "cutoff", "blind")


def make_all(draft: Draft, changes: Iterable[write.Authored]) -> None:
    """Make changes in a draft, one after the other; items that are added in a row to one source go in together.

    Raises:
        Refusing, EditRefused: as `make` does.
    """
    for source, together in groupby(changes, _added_to):
        run = list(together)
        items = [change.item for change in run if isinstance(change, write.AddItem)]
        if source and len(run) > 1:
            add_items(draft, items)
        else:
            for change in run:
                make(draft, change)


def _added_to(change: write.Authored) -> str:
    """The source behind whose items a change adds one; empty where it does something else."""
    return change.item.source if isinstance(change, write.AddItem) and not change.after else ""


def make(draft: Draft, change: write.Authored) -> None:
    """Make a change in a draft.

    Raises:
        Refusing: what it is about is not there, or is there already, or was changed outside.
        EditRefused: the lines are written in a way that cannot be changed safely.
    """
    if isinstance(change, write.MergeItems):
        merge_items(draft, change)
        return
    if not isinstance(change, write.OfQuestion):
        make_evidence(draft, change)
        return
    if isinstance(change, write.AddQuestion):
        _add_question(draft, change)
        return
    path = _path(draft, change.question)
    match change:
        case write.SetQuestion():
            _set_question(draft, path, change.fields)
        case write.SetEvidence():
            draft.put(path, ("evidence",), [entry(s._asdict()) for s in change.selectors])
        case write.SetOverlap():
            _set_overlap(draft, path, Overlap(change.between, normal(change.because)))
        case write.AddGap() | write.SetGap() | write.RemoveGap():
            _gap(draft, path, change)
        case write.AddIndicator() | write.SetIndicator() | write.SetLikely():
            _indicator(draft, path, change)
        case _:
            _hypothesis(draft, path, change)


def _add_question(draft: Draft, change: write.AddQuestion) -> None:
    refuse_no_id(change.question)
    path, text = f"hypotheses/{change.question}.yaml", normal(change.fields.get("question", ""))
    if not isinstance(text, str) or not text:
        raise Refusing("the question is empty", "ask it in one sentence", path)
    try:
        asked = yamltext.entry_lines("question", styled(("question",), text), indent=0)
    except ValueError as error:  # a control character, or half of a pair of surrogates
        raise Refusing(str(error), "remove the character", path) from None
    lines = [HEAD.format(kind="hypotheses") + asked[0], *asked[1:], "", "hypotheses: {}", ""]
    draft.begin(path, "hypotheses", "\n".join(lines).encode())
    _set_question(draft, path, {name: value for name, value in change.fields.items() if value})


def _path(draft: Draft, question: str) -> str:
    path = f"hypotheses/{question}.yaml"
    if not ids.is_id(question) or not draft.has(path):
        raise unknown(f'there is no question "{question}"', question, draft.fresh.questions)
    draft.document(path)
    return path


def _known(draft: Draft, path: str, section: str, id_: str) -> None:
    """Refuse where there is no such entry."""
    if id_ not in draft.names(path, section):
        what = {"hypotheses": "hypothesis", "gaps": "gap", "indicators": "indicator"}[section]
        raise unknown(f'there is no {what} "{id_}"', id_, draft.names(path, section), path)


def _set_question(draft: Draft, path: str, given: write.Fields) -> None:
    known_fields(given, (*OF_QUESTION, *SCOPE_FIELDS))
    for name, value in given.items():
        keys = ("scope", name) if name in SCOPE_FIELDS else (name,)
        draft.put(path, keys, normal(value))


def _hypothesis(draft: Draft, path: str, change: write.OfQuestion) -> None:
    match change:
        case write.AddHypothesis(_, hypothesis):
            _add_hypothesis(draft, path, hypothesis)
        case write.SetHypothesis(_, id_, given):
            _known(draft, path, "hypotheses", id_)
            known_fields(given, ("short", "statement", "expect", "expect_not", "because", "role"))
            fields_put(draft, path, ("hypotheses", id_), given)
        case write.SetStatus(_, id_, status, because, into):
            _known(draft, path, "hypotheses", id_)
            _set_status(draft, path, id_, status, normal(because), into)
        case write.OrderHypotheses(_, ids):
            _order(draft, path, ids)
        case write.SplitHypothesis(_, id_, into, because):
            _known(draft, path, "hypotheses", id_)
            for hypothesis in into:
                _add_hypothesis(draft, path, hypothesis)
            named = " and ".join(hypothesis.id for hypothesis in into)
            _set_status(draft, path, id_, Status.PARKED, normal(because) or f"Split into {named}.", "")
        case write.RenameHypothesis(_, id_, new):
            _known(draft, path, "hypotheses", id_)
            _rename(draft, path, id_, new)


def _add_hypothesis(draft: Draft, path: str, hypothesis: Hypothesis) -> None:
    refuse_taken(draft, path, "hypotheses", hypothesis.id, "hypothesis")
    active = hypothesis.status is Status.ACTIVE
    data = hypothesis._asdict() | {"status": "" if active else hypothesis.status.value}
    draft.put(path, ("hypotheses", hypothesis.id), entry({name: data[name] for name in HYPOTHESIS_FIELDS}))


def _set_status(draft: Draft, path: str, id_: str, status: Status, because: Any, into: str) -> None:
    """An active hypothesis has no reason to be out; the word `active` is written where a word stands."""
    here = ("hypotheses", id_)
    active = status is Status.ACTIVE
    written = draft.at(path, (*here, "status"))
    draft.put(path, (*here, "status"), None if active and written is None else status.value)
    draft.put(path, (*here, "because"), None if active else because or draft.at(path, (*here, "because")))
    draft.put(path, (*here, "into"), into if status is Status.MERGED else None)


def _order(draft: Draft, path: str, ids: tuple[str, ...]) -> None:
    present = draft.names(path, "hypotheses")
    if sorted(present) != sorted(ids):
        raise Refusing("the order does not name each hypothesis once", f"there are: {', '.join(present)}", path)
    draft.order(path, "hypotheses", ids)


def _rename(draft: Draft, path: str, old: str, new: str) -> None:
    """The id, and wherever this file names it; in a matrix the next save of a row writes it."""
    if old == new:
        return
    refuse_taken(draft, path, "hypotheses", new, "hypothesis", but=old)
    draft.rename(path, "hypotheses", old, new)
    former = [*(draft.at(path, ("hypotheses", new, "formerly")) or ()), old]
    draft.put(path, ("hypotheses", new, "formerly"), [name for name in former if name != new])
    for id_ in draft.names(path, "hypotheses"):
        if draft.at(path, ("hypotheses", id_, "into")) == old:
            draft.put(path, ("hypotheses", id_, "into"), new)
    overlaps = draft.at(path, ("overlap",)) or ()
    draft.put(path, ("overlap",), [_renamed(one, old, new) for one in overlaps])
    for id_ in draft.names(path, "indicators"):
        here = ("indicators", id_, "likely")
        likely = draft.at(path, here)
        if isinstance(likely, Mapping) and old in likely:
            draft.put(path, (*here, new), likely[old], after=old)
            draft.put(path, (*here, old), None)


def _renamed(overlap: Any, old: str, new: str) -> Any:
    if old not in _between(overlap):
        return overlap
    return {**overlap, "between": [new if name == old else name for name in overlap["between"]]}


def _set_overlap(draft: Draft, path: str, overlap: Overlap) -> None:
    """The pair stands where it stood, in the order its ids were written; a new one behind all others."""
    standing = list(draft.at(path, ("overlap",)) or ())
    between = {*overlap.between}
    index = next((i for i, one in enumerate(standing) if {*_between(one)} == between), None)
    for id_ in overlap.between if overlap.because else ():
        _known(draft, path, "hypotheses", id_)
    if index is not None and overlap.because:
        told = {**standing[index], "because": overlap.because}
        draft.put(path, ("overlap",), [*standing[:index], told, *standing[index + 1 :]])
    elif index is not None:
        draft.put(path, ("overlap",), [*standing[:index], *standing[index + 1 :]])
    elif overlap.because:
        added = {"between": list(overlap.between), "because": overlap.because}
        draft.put(path, ("overlap",), [*standing, added])


def _between(overlap: Any) -> Iterable[str]:
    between = overlap.get("between") if isinstance(overlap, Mapping) else None
    return between if isinstance(between, list) else ()


def _gap(draft: Draft, path: str, change: write.AddGap | write.SetGap | write.RemoveGap) -> None:
    match change:
        case write.AddGap(_, Gap() as gap):
            refuse_taken(draft, path, "gaps", gap.id, "gap")
            draft.put(path, ("gaps", gap.id), entry({name: getattr(gap, name) for name in GAP_FIELDS}))
        case write.SetGap(_, id_, given):
            _known(draft, path, "gaps", id_)
            known_fields(given, GAP_FIELDS)
            fields_put(draft, path, ("gaps", id_), given)
        case write.RemoveGap(_, id_):
            _known(draft, path, "gaps", id_)
            draft.put(path, ("gaps", id_), None)


def _indicator(draft: Draft, path: str, change: write.AddIndicator | write.SetIndicator | write.SetLikely) -> None:
    match change:
        case write.AddIndicator(_, Indicator() as indicator):
            refuse_taken(draft, path, "indicators", indicator.id, "indicator")
            likely = {h: indicator.likely[h] for h in _in_order(draft, path, indicator.likely)}
            data = indicator._asdict() | {"likely": likely}
            draft.put(path, ("indicators", indicator.id), entry({name: data[name] for name in INDICATOR_FIELDS}))
        case write.SetIndicator(_, id_, given):
            _known(draft, path, "indicators", id_)
            known_fields(given, ("statement", "by", "status"))
            fields_put(draft, path, ("indicators", id_), given)
        case write.SetLikely(_, id_, hypothesis, likely):
            _known(draft, path, "indicators", id_)
            _known(draft, path, "hypotheses", hypothesis)
            present = draft.at(path, ("indicators", id_, "likely")) or {}
            order = _in_order(draft, path, {*present, hypothesis})
            before = [name for name in order[: order.index(hypothesis)] if name in present]
            keys = ("indicators", id_, "likely", hypothesis)
            draft.put(path, keys, likely or None, after=before[-1] if before else None, last=False)


def _in_order(draft: Draft, path: str, given: Iterable[str]) -> list[str]:
    """Hypotheses in the order of the question; behind them those it does not have."""
    known, given = draft.names(path, "hypotheses"), list(given)
    return [h for h in known if h in given] + [h for h in given if h not in known]
