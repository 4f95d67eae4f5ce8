"""What is wrong with a workspace beyond the shape of its files: one small function for each rule.

The table `RULES` is what `ach check` runs and what docs/findings.md is made from.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks import (
    circles,
    dates,
    estimating,
    grades,
    hypotheses,
    ids,
    items,
    judgements,
    markings,
    matrices,
    suspects,
    unfilled,
)
from workbench.checks.rule import Rule
from workbench.checks.survey import Survey
from workbench.model import Finding
from workbench.workspace import Workspace, shapes

__all__ = ["RULES", "Rule", "everything", "findings"]

RULES = (
    Rule("C001", "unknown hypothesis", ids.unknown_hypothesis),
    Rule("C002", "unknown item", ids.unknown_item),
    Rule("C003", "unknown origin", ids.unknown_origin),
    Rule("C004", "unknown source or origin under suspicion", ids.unknown_suspect),
    Rule("C005", "matrix without a question", ids.unknown_question),
    Rule("C006", "id used twice", ids.used_twice),
    Rule("C007", "old and new id side by side", ids.named_twice),
    Rule("C008", "old id still written", ids.old_id, note=True),
    Rule("C009", "evidence that selects nothing", ids.selects_nothing, note=True),
    Rule("C010", "items in a circle", circles.items_in_a_circle),
    Rule("C011", "hypotheses merged in a circle", circles.merged_in_a_circle),
    Rule("C012", "origin the same as itself", circles.same_as_itself),
    Rule("C020", "not a date", dates.not_a_date),
    Rule("C021", "unknown marking", markings.unknown_label),
    Rule("C022", "source marked lower than its items", markings.source_lower_than_items),
    Rule("C023", "question marked lower than its evidence", markings.question_lower_than_evidence),
    Rule("C030", "E or 5 stays without a reason", grades.doubtful_stays),
    Rule("C031", "grades that say nothing", grades.cannot_be_judged, note=True),
    Rule("C032", "own thinking graded", grades.own_graded),
    Rule("C033", "evidence among our own analysis", grades.evidence_among_own),
    Rule("C034", "own thinking among evidence", grades.own_among_evidence, note=True),
    Rule("C035", "unnamed origin above F", grades.unnamed_above_f),
    Rule("C036", "retelling graded above its original", grades.retelling_above_original),
    Rule("C040", "absence without a search", items.absence_without_search),
    Rule("C041", "assessment without grounds", items.assessment_without_grounds),
    Rule("C042", "quote too long", items.long_quote),
    Rule("C043", "text copied from its quote", items.text_is_the_quote),
    Rule("C044", "text shared with another item", items.text_is_anothers),
    Rule("C050", "hypothesis that cannot be contradicted", hypotheses.not_refutable),
    Rule("C051", "status without a reason", hypotheses.status_without_reason),
    Rule("C052", "merged into nothing", hypotheses.merged_into_nothing),
    Rule("C053", "wide column header", hypotheses.wide_header, note=True),
    Rule("C054", "too few or too many hypotheses", hypotheses.how_many, note=True),
    Rule("C055", "still to be written", unfilled.still_to_write, note=True),
    Rule("C060", "inconsistency without a reason", matrices.inconsistency_without_reason),
    Rule("C061", "row that says nothing", matrices.says_nothing),
    Rule("C062", "stale row", matrices.stale),
    Rule("C063", "unconfirmed row", matrices.unconfirmed, note=True),
    Rule("C064", "cells not yet rated", matrices.unrated, note=True),
    Rule("C065", "row outside the question", matrices.not_asked, note=True),
    Rule("C066", "weighed without an inconsistency", matrices.weighed_without_inconsistency, note=True),
    Rule("C067", "another's row rated again", suspects.not_from_the_suspect),
    Rule("C068", "row rated again in part", suspects.rated_again_in_part, note=True),
    Rule("C070", "likelihoods that do not add up", judgements.not_a_hundred),
    Rule("C071", "confidence mixed with likelihood", judgements.confidence_with_likelihood),
    Rule("C072", "likelihood of a hypothesis that is out", judgements.share_of_what_is_out),
    Rule("C073", "confidence without grounds", judgements.confidence_without_grounds, note=True),
    Rule("C074", "word beside another number", estimating.word_beside_another_number),
    Rule("C075", "words of several rows", estimating.words_of_several_rows, note=True),
    Rule("C076", "no evidence of what was not looked for", estimating.no_evidence, note=True),
    Rule("C077", "stale judgement", judgements.stale),
    Rule("C078", "unconfirmed judgement", judgements.unconfirmed, note=True),
)
"""Every rule. A code is never given a new meaning, nor used again once dropped."""


def everything(workspace: Workspace) -> tuple[Finding, ...]:
    """All there is to mend in a workspace, with lines, in the order of the files.

    What reading found comes with what each file's schema and the rules across files find.
    """
    shaped = (f for path, (kind, text) in workspace.texts.items() for f in shapes.findings(kind, path, text))
    return workspace.located({*workspace.findings, *shaped, *findings(workspace)})


def findings(workspace: Workspace) -> Iterator[Finding]:
    """Everything in a workspace that breaks a rule, rule by rule; `Workspace.located` adds the lines.

    Files that could not be read are passed over, and what only they could explain is not reported.
    """
    survey = Survey(workspace)
    for rule in RULES:
        yield from rule.findings(survey)
