r"""JSON: the full matrix with every method, cell, reason and weight, and the scores alone.

Strings keep every character of the files; what could act on a terminal is written as `\uXXXX`.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from typing import Any

from workbench.analysis import points, ranking, scoring
from workbench.analysis.answer import Answer, answer
from workbench.analysis.diagnosticity import INDICES
from workbench.analysis.methods import DEFAULT, METHODS
from workbench.analysis.scoring import Score as Number
from workbench.analysis.scoring import Scored
from workbench.analysis.standing import Standing
from workbench.model import RATING_MEANING, Hypothesis, Item, Origin, Source
from workbench.report import assumptions, rewordings, wording
from workbench.report.content import Content, Row
from workbench.report.narrowing import narrowing_record
from workbench.report.separatedjson import separated_record
from workbench.report.visible import seen

DIGITS = 12
"""How many digits are written of a number that is not exact."""

FORMAT = 1
"""Counted up when a field is renamed or taken away."""

_BEYOND_ASCII = re.compile(r"[^\x00-\x7e]")


def written(value: Any) -> str:
    """A value as JSON text, with a line end; safe to print."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return _BEYOND_ASCII.sub(_harmless, text) + "\n"


def _harmless(found: re.Match[str]) -> str:
    return found[0] if seen(found[0]) else json.dumps(found[0])[1:-1]


def render(content: Content) -> str:
    """The whole matrix as JSON text."""
    return written(matrix_record(content))


def score_record(standing: Standing, ratio: float | None = None) -> dict[str, Any]:
    """What `ach score --format json` prints: every method, with coverage, for one matrix; `ratio` as in `scoring`."""
    return _scores(standing, scoring.every_method(standing, ratio), answer(standing))


def _scores(standing: Standing, every: Mapping[str, Scored], said: Answer) -> dict[str, Any]:
    return {
        "question": standing.case.question.id,
        "analyst": standing.case.matrix.analyst,
        **narrowing_record(standing.case),
        "headline": said.headline,
        "remarks": list(said.remarks),
        "separated": separated_record(said.separation) if said.separation else None,
        "methods": {name: _result(found) for name, found in every.items()},
        "coverage": dict(standing.coverage),
        "bears_on": dict(standing.bears_on),
        "contradicts": dict(standing.contradicts),
        "not_tested": list(standing.not_tested),
        "little_tested": list(standing.little_tested),
    }


def _result(result: Scored) -> dict[str, Any]:
    found = {
        "scores": _floats(result.scores),
        "ranks": dict(result.ranks),
        "leading": list(result.leading),
        "adjusted": _floats(result.adjusted),
        "leading_adjusted": list(result.leading_adjusted),
    }
    return found | assumptions.record(result.assumptions) if result.assumptions else found


def matrix_record(content: Content) -> dict[str, Any]:
    """What `ach matrix --format json` prints: the whole matrix."""
    question, standing = content.case.question, content.standing
    every = scoring.every_method(standing)
    return {
        "format": FORMAT,
        "program": content.program,
        "marking": question.marking,
        "question": {
            "id": question.id,
            "text": question.text,
            "scope": question.scope._asdict(),
            "cutoff": question.cutoff,
        },
        "analyst": content.case.matrix.analyst,
        **narrowing_record(content.case),
        "sort": content.sort,
        "complete": standing.complete,
        "rated": standing.rated,
        "unrated": standing.unrated,
        "headline": content.headline,
        "remarks": list(content.answer.remarks),
        "hypotheses": _hypotheses(content, every),
        "no_longer_compared": [_other(hypothesis) for hypothesis in content.others],
        "scores": _scores(standing, every, content.answer),
        "rows": [
            _row(row, block.value) | _cells(content, row) for block, rows in content.bands.items() for row in rows
        ],
        "parked": [_item(item) | {"because": why} for item, why in content.parked],
        "sources": [_source(source) for source in content.sources],
        "origins": [_origin(origin) for origin in content.origins],
        "legend": {rating.value: meaning for rating, meaning in RATING_MEANING.items()},
        "methods": [_method(name) for name in METHODS],
        "points_are": wording.NO_PROBABILITY,
    }


def _hypotheses(content: Content, every: Mapping[str, Scored]) -> list[dict[str, Any]]:
    """The hypotheses with what is printed of them, as text; the numbers stand under `scores`."""
    plain = {name: scoring.texts(found.scores) for name, found in every.items()}
    adjusted = {name: scoring.texts(found.adjusted) for name, found in every.items()}
    return [
        {
            "id": score.hypothesis.id,
            "short": score.hypothesis.short,
            "statement": score.hypothesis.statement,
            "points": {name: texts[score.hypothesis.id] for name, texts in plain.items()},
            "adjusted": {name: texts[score.hypothesis.id] for name, texts in adjusted.items()},
            "ranks": {name: ranking.label(found.ranks, score.hypothesis.id) for name, found in every.items()},
            "bears_on": score.bears_on,
            "contradicts": score.contradicts,
            "coverage": score.share,
            "remark": score.remark(DEFAULT),
        }
        for score in content.scores
    ]


def _other(hypothesis: Hypothesis) -> dict[str, str]:
    return {
        "id": hypothesis.id,
        "short": hypothesis.short,
        "statement": hypothesis.statement,
        "status": hypothesis.status.value,
        "because": hypothesis.because,
        "into": hypothesis.into,
    }


def _row(row: Row, block: str) -> dict[str, Any]:
    weight = row.standing.weight
    return {
        "row": row.number,
        "block": block,
        **_item(row.item),
        "graded": str(row.standing.grade),
        "cannot_be_judged": row.standing.grade.marked,
        "credibility_weight": row.standing.grade.level.value,
        "relevance": weight.relevance.value,
        "weight": float(points.weighted(1, weight.exponent)),
        "diagnosticity": {
            name: _steady(index.of(row.ratings.values())) for name, index in INDICES.items()
        },
        "marks": [
            {"kind": mark.kind.value, "text": mark.text, "beside": list(mark.beside)} for mark in row.marks
        ],
        "reworded": rewordings.records(row.reworded),
    }  # fmt: skip


def _cells(content: Content, row: Row) -> dict[str, Any]:
    """Ratings (null where unrated), reasons, and what each cell adds under each method."""
    ids = [score.hypothesis.id for score in content.scores]
    return {
        "ratings": {h: row.ratings[h].value if h in row.ratings else None for h in ids},
        "because": dict(row.reasons),
        "points": {m: _floats(cells) for m, cells in scoring.cells(content.standing, row.item.address).items()},
    }


def _floats(cells: Mapping[str, Number]) -> dict[str, float]:
    return {h: float(p) if isinstance(p, points.Points) else _steady(p) for h, p in cells.items()}


def _steady(number: float) -> float:
    """A number that logarithms went into, without the last digits, in which computers differ."""
    return float(f"{number:.{DIGITS}g}")


def _item(item: Item) -> dict[str, Any]:
    return {
        "address": item.address,
        "text": item.text,
        "kind": item.kind.value,
        "when": item.when,
        "reported": item.reported,
        "at": item.at,
        "origins": list(item.origins),
        "credibility": item.credibility,
        "credibility_because": item.because,
        "retells": item.retells,
        "changed": item.changed,
        "rests_on": list(item.rests_on),
    }


def _source(source: Source) -> dict[str, Any]:
    known = dataclasses.asdict(source)
    return {key: value for key, value in known.items() if key not in {"path", "formerly"}}


def _origin(origin: Origin) -> dict[str, Any]:
    known = origin._asdict()
    return {key: value for key, value in known.items() if key != "formerly"} | {"maybe_same": list(origin.maybe_same)}


def _method(name: str) -> dict[str, str]:
    method = METHODS[name]
    return {
        "name": method.name,
        "title": method.title,
        "formula": method.formula,
        "source": method.source,
        "ignores": method.ignores,
    }
