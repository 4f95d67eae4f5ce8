"""What a case was narrowed to, as plain data for JSON."""

from __future__ import annotations

from typing import Any

from workbench.analysis.narrowing import unparked
from workbench.model import Case


def narrowing_record(case: Case) -> dict[str, Any]:
    """What a case was narrowed to; nothing where it is whole.

    `left_out` counts unparked rows, `undated` names those of them that have no date to tell by, and
    `timeless` our own thinking that stands without one.
    """
    if case.narrowed is None:
        return {}
    to, outside, undated, timeless = case.narrowed
    return {
        "slice": [str(condition) for condition in to.conditions],
        "as_of": to.as_of or None,
        "left_out": len(unparked(case, outside)),
        "undated": list(unparked(case, undated)),
        "timeless": list(unparked(case, timeless)),
    }
