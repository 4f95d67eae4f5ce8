"""The report as plain data for JSON: the records of the commands it is made from, and what it adds to them."""

from __future__ import annotations

from typing import Any

from workbench.analysis.heuer.estimative import Yardstick
from workbench.analysis.heuer.indicators import Watched
from workbench.analysis.heuer.judging import differences, judged_ranks, likeliest
from workbench.analysis.sourcebase import Share
from workbench.model import judgement_stale, judgement_unconfirmed
from workbench.report.comparejson import compare_record
from workbench.report.diffjson import diff_record
from workbench.report.jsontext import matrix_record
from workbench.report.product.content import ReportContent
from workbench.report.product.sources import statement
from workbench.report.sensitivityjson import sensitivity_record
from workbench.report.slicerecords import slices_record, timeline_record

FORMAT = 1
"""Counted up when a field is renamed or taken away."""


def report_record(content: ReportContent) -> dict[str, Any]:
    """What `ach report --format json` prints; its schema is schemas/output/report.schema.json."""
    question = content.case.question
    return {
        "format": FORMAT,
        "program": content.program,
        "marking": question.marking,
        "question": question.id,
        "analyst": content.case.matrix.analyst,
        "headline": content.matrix.headline,
        "judgement": _judgement(content) if content.case.matrix.judgement else None,
        "hypotheses": [_hypothesis(content, h) for h in content.columns],
        "background": question.background,
        "overlap": [{"between": list(pair.between), "because": pair.because} for pair in question.overlap],
        "assumptions": _assumptions(content),
        "sources": _sources(content),
        "suspects": [
            {
                "id": one.id, "what": one.what, "items": list(one.items), "leading_without": list(one.leading),
                "key": one.key, "answers": dict(one.answers),
            }
            for one in content.suspects
        ],
        "gaps": [gap._asdict() for gap in question.gaps.values()],
        "indicators": [_indicator(content, one) for one in content.watched],
        "matrix": matrix_record(content.matrix),
        "sensitivity": sensitivity_record(content.sensitivity),
        "slices": [slices_record(one) for one in content.slices],
        "timeline": timeline_record(content.case, list(content.timelines)),
        "compare": compare_record(content.compared) if content.compared else None,
        "since": diff_record(content.since, content.program) if content.since else None,
    }  # fmt: skip


def _judgement(content: ReportContent) -> dict[str, Any]:
    judged = content.judged
    return {
        "words": content.words.name,
        "likelihood": {h: _likelihood(content.words, share) for h, share in content.likelihood.items()},
        "places": judged_ranks(content.likelihood),
        "likeliest": list(likeliest(content.likelihood)),
        "confidence": judged.confidence or None,
        "because": judged.because,
        "differs": [pair._asdict() for pair in differences(content.standing)],
        "differs_because": judged.differs_because,
        "stale": judgement_stale(content.case),
        "unconfirmed": judgement_unconfirmed(content.case),
        "ratings_changed": content.rated_since,
    }


def _likelihood(words: Yardstick, share: float) -> dict[str, Any]:
    return {"per_cent": share, "word": words.word(share) or None}


def _hypothesis(content: ReportContent, hypothesis: str) -> dict[str, Any]:
    """What contradicts it, strongest first; the rest stands in the matrix."""
    return {
        "id": hypothesis,
        "inconsistencies": [
            {
                "item": cell.address,
                "rating": cell.rating.value,
                "points": float(cell.points),
                "because": cell.because,
                "weighed": cell.weighed.value if cell.weighed else None,
            }
            for cell in content.columns[hypothesis].inconsistencies
        ],
    }


def _assumptions(content: ReportContent) -> list[dict[str, Any]]:
    return [
        {
            "item": row.address,
            "kind": content.case.items[row.address].kind.value,
            "standing": row.standing or None,
            "if_wrong": row.if_wrong,
            "parked": row.parked,
            "points": {h: float(points) for h, points in row.points.items()},
        }
        for row in content.assumptions
    ]


def _sources(content: ReportContent) -> dict[str, Any]:
    """The figures of the source summary statement, and its sentences; the sources themselves stand in the matrix."""
    base = content.base
    return {
        "statement": [f"{paragraph.lead}: {paragraph.text}" for paragraph in statement(content)],
        "evidence": base.evidence,
        "own": base.own,
        "sources": dict(base.sources),
        "origins": dict(base.origins),
        "unnamed": base.unnamed,
        "voices": base.voices,
        "retold": base.retold,
        "letters": dict(base.letters),
        "levels": {level.value: n for level, n in base.levels.items()},
        "unjudged": base.unjudged,
        "confirmed": base.confirmed,
        "deciding": base.deciding,
        "deciding_source": _share(base.deciding_source),
        "deciding_origin": _share(base.deciding_origin),
    }


def _share(share: Share) -> dict[str, Any] | None:
    return share._asdict() if share.rows else None


def _indicator(content: ReportContent, one: Watched) -> dict[str, Any]:
    return {
        "id": one.indicator.id,
        "statement": one.indicator.statement,
        "by": one.indicator.by or None,
        "status": one.indicator.status,
        "overdue": one.overdue if content.day else None,
        "likely": dict(one.likely),
        "separates": one.separates,
    }
