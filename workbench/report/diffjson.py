"""A comparison as plain data for JSON; its schema is schemas/output/diff.schema.json."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.analysis import points
from workbench.analysis.changes import (
    Alert,
    Cell,
    Comparison,
    Effect,
    Entry,
    Field,
    MatrixChange,
    Thing,
    Unmoved,
    lead,
)
from workbench.analysis.changes.alerts import alerts
from workbench.analysis.changes.contested import Contested
from workbench.analysis.changes.effects import State
from workbench.analysis.changes.leads import Place
from workbench.analysis.linchpins import Linchpin
from workbench.analysis.ranking import Result
from workbench.analysis.weights import Weight
from workbench.model import Rating
from workbench.report.separatedjson import separated_record

FORMAT = 1
"""Counted up when a field is renamed or taken away."""


def diff_record(found: Comparison, program: str) -> dict[str, Any]:
    """What `ach diff --format json` prints. Ids are those after the change."""
    return {
        "format": FORMAT,
        "program": program,
        "before": found.before.label,
        "after": found.after.label,
        "different": found.different,
        "alerts": [_alert(alert) for alert in alerts(found)],
        "effects": [_effect(effect) for effect in found.effects],
        "unmoved": [_unmoved(matrix) for matrix in found.unmoved],
        "contested": [_contested(cell) for cell in found.contested],
        "no_longer_contested": [_contested(cell) for cell in found.settled],
        "matrices": [_matrix(matrix) for matrix in found.matrices],
        "things": [_thing(thing) for thing in found.things],
        "not_compared": [fault._asdict() for fault in found.unread],
        "other_files": list(found.quiet),
    }


def _effect(effect: Effect) -> dict[str, Any]:
    return {
        "question": effect.question,
        "analyst": effect.analyst,
        "verdict": effect.verdict.value,
        "lead": _lead(effect) if effect.before and effect.after else None,
        "before": effect.before and _state(effect.before),
        "after": effect.after and _state(effect.after),
        "linchpins_new": [_linchpin(pin) for pin in effect.linchpins_new],
        "linchpins_gone": [_linchpin(pin) for pin in effect.linchpins_gone],
        "reweighed": [
            {"item": address, "from": _weight(was), "to": _weight(now)}
            for address, (was, now) in effect.reweighed.items()
        ],
        "stale": list(effect.stale),
        "no_longer_stale": list(effect.confirmed),
        "judgement_stale": effect.judgement_stale,
        "unrated": {address: list(some) for address, some in effect.unrated.items()},
        "joined": list(effect.joined),
        "left": list(effect.left),
    }


def _alert(alert: Alert) -> dict[str, Any]:
    return {
        "code": alert.code.value,
        "kind": alert.kind,
        "about": alert.about,
        "question": alert.question or None,
        "analysts": list(alert.analysts),
        "hypotheses": list(alert.hypotheses),
        "way": alert.way or None,
        "from": alert.was or None,
        "to": alert.now or None,
        "because": alert.reason or None,
        "only": alert.only,
        "led_before": alert.led,
        "rows": alert.rows,
    }


def _unmoved(matrix: Unmoved) -> dict[str, Any]:
    return {
        "question": matrix.question,
        "analyst": matrix.analyst,
        "headline": matrix.standing.headline,
        "leading": list(matrix.leading),
    }


def _lead(effect: Effect) -> dict[str, Any]:
    found = lead(effect)
    return {
        "turn": found.turn.value,
        "before": _place(found.before),
        "after": _place(found.after),
        "ranks": {h: list(both) for h, both in found.ranks.items()},
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "leading": list(place.leading),
        "leading_equal_weights": list(place.equal),
        "leading_adjusted": list(place.once),
        "ahead": None if place.margin is None else float(place.margin),
        "next": list(place.next),
    }


def _state(state: State) -> dict[str, Any]:
    separation = state.answer.separation
    return {
        "headline": state.answer.headline,
        "remarks": list(state.answer.remarks),
        "separated": separated_record(separation) if separation else None,
        "methods": {name: _result(result) for name, result in state.standing.methods.items()},
        "coverage": dict(state.standing.coverage),
        "not_tested": list(state.standing.not_tested),
        "little_tested": list(state.standing.little_tested),
        "linchpins": list(state.linchpins),
        "stale": list(state.stale),
        "unrated": state.standing.unrated,
    }


def _result(result: Result) -> dict[str, Any]:
    return {
        "scores": {h: float(total) for h, total in result.scores.items()},
        "ranks": dict(result.ranks),
        "leading": list(result.leading),
        "adjusted": {h: float(total) for h, total in result.adjusted.items()},
        "leading_adjusted": list(result.leading_adjusted),
    }


def _linchpin(pin: Linchpin) -> dict[str, Any]:
    return {"item": pin.address, "takes": pin.takes, "leading": list(pin.leading)}


def _weight(weight: Weight) -> float:
    return float(points.weighted(1, weight.exponent))


def _contested(cell: Contested) -> dict[str, Any]:
    return {
        "question": cell.question,
        "item": cell.address,
        "hypothesis": cell.hypothesis,
        "ratings": {analyst: rating.value for analyst, rating in cell.ratings.items()},
    }


def _matrix(matrix: MatrixChange) -> dict[str, Any]:
    return {
        "question": matrix.question,
        "analyst": matrix.analyst,
        "how": matrix.how.value,
        "cells": [_cell(cell) for cell in matrix.cells],
        "entries": [_entry(entry) for entry in matrix.entries],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "item": cell.address,
        "hypothesis": cell.hypothesis,
        "from": _rating(cell.was),
        "to": _rating(cell.now),
        "because_from": cell.because_was,
        "because_to": cell.because_now,
        "suspect": cell.suspect or None,
    }


def _rating(rating: Rating | None) -> str | None:
    return rating.value if rating else None


def _entry(entry: Entry) -> dict[str, Any]:
    return {"what": entry.what, "keys": list(entry.keys), "from": _said(entry.was), "to": _said(entry.now)}


def _thing(thing: Thing) -> dict[str, Any]:
    return {
        "kind": thing.kind,
        "id": thing.id,
        "question": thing.question or None,
        "how": thing.how.value,
        "was_id": thing.was_id or None,
        "into": thing.into or None,
        "fields": [_field(field) for field in thing.fields],
    }


def _field(field: Field) -> dict[str, Any]:
    return {"name": field.name, "from": _said(field.was), "to": _said(field.now)}


def _said(value: str | Sequence[str]) -> str | list[str] | None:
    return value or None if isinstance(value, str) else list(value)
