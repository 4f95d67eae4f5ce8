"""Several analysts as plain data for JSON: every cell, with whatever may be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.analysis.agreement import Agreement, Contested, Member, Orders, Settled
from workbench.analysis.methods import DEFAULT
from workbench.analysis.points import Points
from workbench.analysis.standing import Standing
from workbench.report.comparecontent import Compared, headlines


def compare_record(compared: Compared) -> dict[str, Any]:
    """What `ach compare --format json` prints; what follows from all rows is null while it is hidden."""
    found = compared.found
    return {
        "program": compared.program,
        "marking": found.case.question.marking,
        "question": found.case.question.id,
        "reader": compared.reader or None,
        "hidden": list(compared.hidden),
        "looked": list(compared.looked),
        "headline": " ".join(headlines(found)),
        "analysts": [_analyst(found, member) for member in found.analysts],
        "rated_nothing": list(found.idle),
        "rows": list(found.rows),
        "alpha": _alpha(found),
        "spreads": {str(steps): cells for steps, cells in found.spreads.items()},
        "cells": _cells(found),
        "contested_grades": [
            {
                "address": grade.address,
                "filed": grade.filed or None,
                "given": {
                    analyst: {"credibility": own.credibility, "because": own.because}
                    for analyst, own in grade.given.items()
                },
                "weighs": grade.weighs,
            }
            for grade in found.grades
        ],
        "relevance_differs": list(found.uneven),
        "orders": _orders(found.orders) if found.orders else None,
    }


def _analyst(found: Agreement, member: Member) -> dict[str, Any]:
    return {
        "id": member.id,
        "stale": [address for address in found.rows if address in member.stale],
        "parked": [address for address in found.rows if member.case.parked(address)],
    }


def _alpha(found: Agreement) -> dict[str, Any]:
    alpha = found.alpha
    return {
        "value": None if alpha.value is None else float(alpha.value),
        "cells": alpha.cells,
        "ratings": alpha.ratings,
        "neutral": alpha.neutral,
        "not_applicable": alpha.not_applicable,
    }


def _cells(found: Agreement) -> list[dict[str, Any]]:
    """Every cell that somebody rated: the contested ones in their order, then the others as the files have them."""
    contested = {(one.cell.address, one.cell.hypothesis): one for one in found.contested}
    others = (Contested(cell) for cell in found.cells if (cell.address, cell.hypothesis) not in contested)
    return [_cell(found, one) for one in (*contested.values(), *others)]


def _cell(found: Agreement, one: Contested) -> dict[str, Any]:
    cell = one.cell
    reasons = ((member.id, member.reason(cell.address, cell.hypothesis)) for member in found.analysts)
    made: dict[str, Any] = {
        "address": cell.address,
        "hypothesis": cell.hypothesis,
        "ratings": dict(cell.ratings),
        "because": {analyst: reason for analyst, reason in reasons if reason and analyst in cell.ratings},
        "spread": cell.spread,
        "contested": cell.contested,
    }
    if found.orders:
        made["median"] = found.medians[cell.address, cell.hypothesis].rating.value
    if found.orders and cell.contested:
        made["settling"] = {
            "median": _settled(one.team),
            "analysts": {analyst: _settled(some) for analyst, some in one.analysts.items()},
            "points": float(one.swing),
        }
    return made


def _settled(changes: Sequence[Settled]) -> dict[str, list[str]]:
    return {change.rating.value: list(change.leading) for change in changes}


def _orders(orders: Orders) -> dict[str, Any]:
    together, pooled = orders.fewest, orders.pooled
    return {
        "method": DEFAULT,
        "analysts": {analyst: _order(own) for analyst, own in orders.each.items()},
        "median": _order(orders.team),
        "median_read_the_other_way": list(orders.other_leading),
        "concordance": {
            "measure": orders.concordance.measure.value,
            "value": orders.concordance.value,
            "analysts": list(orders.concordance.analysts),
            "hypotheses": list(orders.concordance.hypotheses),
        },
        "fewest": {
            "cells": [
                {"address": address, "hypothesis": h, "rating": rating.value} for address, h, rating in together.cells
            ],
            "leading": list(together.leading),
        }
        if together
        else None,
        "likelihoods": {
            "mean": {h: float(share) for h, share in pooled.shares.items()} or None,
            "analysts": {a: {h: float(share) for h, share in each.items()} for a, each in pooled.each.items()},
            "left_out": dict(pooled.left_out),
        },
    }


def _order(standing: Standing) -> dict[str, Any]:
    result = standing.methods[DEFAULT]
    return {
        "scores": _floats(result.scores),
        "ranks": dict(result.ranks),
        "leading": list(result.leading),
        "unrated": standing.unrated,
        "not_tested": list(standing.not_tested),
        "little_tested": list(standing.little_tested),
    }


def _floats(scores: Mapping[str, Points]) -> dict[str, float]:
    return {h: float(p) for h, p in scores.items()}
