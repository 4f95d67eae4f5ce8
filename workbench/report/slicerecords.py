"""Slices and timelines as plain data for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.analysis.methods import DEFAULT
from workbench.analysis.points import Points
from workbench.analysis.slices import Slice, Slices
from workbench.analysis.timeline import Moment, Timeline
from workbench.model import Case
from workbench.report import wording
from workbench.report.narrowing import narrowing_record
from workbench.report.slicewords import verdict


def slices_record(found: Slices) -> dict[str, Any]:
    """What `ach slices --format json` prints."""
    return {**_about(found.standing.case), **_slices(found)}


def _about(case: Case) -> dict[str, Any]:
    return {"question": case.question.id, "analyst": case.matrix.analyst, **narrowing_record(case), "method": DEFAULT}


def _slices(found: Slices) -> dict[str, Any]:
    return {
        "by": found.by,
        "window": str(found.window) or None,
        "different_leaders": found.differ,
        "headline": wording.answered(found.standing, verdict(found)),
        "slices": [_slice(one) for one in found.slices],
        "in_no_slice": list(found.without),
        "in_several": list(found.several),
    }


def _slice(one: Slice) -> dict[str, Any]:
    found, result = one.standing, one.standing.methods[DEFAULT]
    return {
        "value": one.value,
        "rows": list(one.rows),
        "headline": found.headline,
        "scores": _floats(result.scores),
        "ranks": dict(result.ranks),
        "leading": list(result.leading),
        "names_leaders": list(one.leaders),
        "adjusted": _floats(result.adjusted),
        "leading_adjusted": list(result.leading_adjusted),
        "coverage": dict(found.coverage),
        "bears_on": dict(found.bears_on),
        "contradicts": dict(found.contradicts),
        "not_tested": list(found.not_tested),
        "little_tested": list(found.little_tested),
    }


def _floats(scores: Mapping[str, Points]) -> dict[str, float]:
    return {h: float(p) for h, p in scores.items()}


def timeline_record(case: Case, found: list[Timeline]) -> dict[str, Any]:
    """What `ach timeline --format json` prints: every day on which a row came in, by each clock."""
    return {**_about(case), "timelines": [_timeline(one) for one in found]}


def windows_record(case: Case, found: list[Slices]) -> dict[str, Any]:
    """What `ach timeline --window --format json` prints: the rows of each window alone, by each clock."""
    return {**_about(case), "windows": [_slices(one) for one in found]}


def _timeline(found: Timeline) -> dict[str, Any]:
    return {
        "by": found.clock,
        "moments": [_moment(moment) for moment in found.moments],
        "undated": list(found.undated),
    }


def _moment(moment: Moment) -> dict[str, Any]:
    """A state; `day` is null for what stands from the start."""
    return {
        "day": moment.day.isoformat() if moment.day else None,
        "rows": list(moment.rows),
        "changed": moment.changed,
        "scores": _floats(moment.points),
        "leading": list(moment.leading),
        "adjusted": _floats(moment.adjusted),
        "leading_adjusted": list(moment.leading_adjusted),
        "coverage": moment.coverage.shares,
        "bears_on": dict(moment.coverage.bears_on),
        "contradicts": dict(moment.coverage.contradicts),
        "not_tested": list(moment.coverage.not_tested),
        "little_tested": list(moment.coverage.little_tested),
    }
