"""Sensitivity as plain data for JSON; its schema is schemas/output/sensitivity.schema.json."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.analysis.deceptions import Deception
from workbench.analysis.flips import Flip
from workbench.analysis.linchpins import Linchpin
from workbench.analysis.losses import Loss
from workbench.analysis.noise import Noise
from workbench.analysis.steps import Step
from workbench.analysis.tornado import Tornado
from workbench.analysis.ungraded import Ungraded
from workbench.report.narrowing import narrowing_record
from workbench.report.sensitivitycontent import SensitivityContent
from workbench.report.separatedjson import cell_records, level, separated_record

LOSSES = ("item", "source", "origin", "origins", "kind")
"""What can be left out; `origins` are those that may be the same, together."""


def sensitivity_record(content: SensitivityContent) -> dict[str, Any]:
    """What `ach sensitivity --format json` prints. Leading sets are lists of hypothesis ids, in file order."""
    case, found = content.standing.case, content.found
    return {
        "question": case.question.id,
        "analyst": case.matrix.analyst,
        **narrowing_record(case),
        "method": found.method,
        "leading": list(found.leading),
        "leading_adjusted": list(found.leading_adjusted),
        "headline": content.headline,
        "separated": separated_record(content.separation),
        "linchpins": [_linchpin(pin) for pin in found.linchpins],
        "leave_one_out": _losses(content, lambda loss: loss.leading),
        "leave_one_out_adjusted": _losses(content, lambda loss: loss.leading_adjusted),
        "flips": [_flip(flip) for flip in found.flips],
        "steps": [_step(step) for step in found.steps],
        "ungraded": _ungraded(found.ungraded),
        "deceptions": [_deception(deception) for deception in found.deceptions],
        "smallest_set": None if found.smallest_set is None else list(found.smallest_set),
        "smallest_set_leading": list(found.smallest_set_leading),
        "smallest_steps": cell_records(found.smallest_steps),
        "smallest_steps_leading": list(found.smallest_steps_leading),
        "tornado": _tornado(content.tornado) if content.tornado else None,
        "noise": _noise(content.noise),
    }


def _losses(content: SensitivityContent, lead: Callable[[Loss], tuple[str, ...]]) -> dict[str, dict[str, list[str]]]:
    """Who leads without each item, source, origin and kind, by what is left out."""
    return {what: {loss.id: list(lead(loss)) for loss in content.found.losses if loss.what == what} for what in LOSSES}


def _linchpin(pin: Linchpin) -> dict[str, Any]:
    return {"item": pin.address, "takes": pin.takes, "leading": list(pin.leading), "swing": float(pin.swing)}


def _flip(flip: Flip) -> dict[str, Any]:
    return {
        "cell": {"item": flip.address, "hypothesis": flip.hypothesis},
        "from": flip.was.value,
        "to": flip.now.value,
        "steps": flip.steps,
        "leading": list(flip.leading),
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "what": step.what,
        "id": step.id,
        "items": list(step.items),
        "up": step.up,
        "from": level(step.was),
        "to": level(step.now),
        "leading": list(step.leading),
    }


def _ungraded(found: Ungraded) -> dict[str, Any]:
    return {
        "items": list(found.items),
        "rows": [_step(step) for step in found.rows],
        "changes": found.changes,
        "levels": [{"item": address, "level": of.value} for address, of in found.levels],
        "leading": list(found.leading),
        "can_lead": list(found.can_lead),
    }


def _deception(found: Deception) -> dict[str, Any]:
    return {"suspect": found.suspect, "items": list(found.items), "leading": list(found.leading)}


def _tornado(found: Tornado) -> dict[str, Any]:
    return {
        "leader": found.leader,
        "rival": found.rival,
        "gap": float(found.gap),
        "rows": [{"item": swing.address, "swing": float(swing.points)} for swing in found.swings],
    }


def _noise(found: Noise) -> dict[str, Any]:
    return {
        "copies": found.copies,
        "first": dict(found.first),
        "exact": found.exact,
        "error": found.error,
        "seed": found.seed,
    }
