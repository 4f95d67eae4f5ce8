"""Every edit there is, drawn at random over the small case, and a matrix file that has everything in it."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.workspace.small_case import ADDRESSES
from workbench.model import (
    CHECKLIST,
    CREDIBILITIES,
    Check,
    Confidence,
    Confirm,
    Grade,
    Judge,
    Level,
    Look,
    Matrix,
    Note,
    Park,
    Rate,
    Rating,
    Reason,
    Relevance,
    Row,
    Shuffle,
    Suspect,
    Weigh,
    Weighing,
)

FULL = """\
# mine
format: 1                        # the path says whose
rows:
  # what he says
  embassy/saddam-public-statement: {none: C, minor: C, major: "C"}   # said twice
  monitors/radio-traffic:   {none: 'I', minor: C}

notes:
  # beside the rows
  monitors/radio-traffic:
    # why
    because:
      none: Agents have no use for more traffic if nothing is planned.   # really
      minor: >-
        A text that is folded
        over two lines.
    weighed: {none: "fatal", minor: error}   # by myself
    parked: 'not now'

  embassy/on-guard: {relevance: high}
grades: {embassy/on-guard: {credibility: "2", because: Seen.}, monitors/radio-traffic: {credibility: 5}}
deceptive:
  border-monitors:
    # if they lie
    monitors/radio-traffic: {none: C, minor: 'N'}   # both
  embassy: {embassy/on-guard: {none: C}}
checks:
  embassy:
    # asked twice
    motive: "None: known."

    past: |
      It lied before.
  monitors: {evidence: Nobody else heard it.}
order: {looked: [embassy/on-guard], seed: 4711}   # as shuffled
# in the end
judgement:
  because: >-
    It is the radio.

  confidence: low   # for now
  likelihood: {none: 20, minor: 62.5, other: "17.5"}
  matrix: ma5474ac9720aef47
"""
"""Every section, in many ways of writing it."""

BRACES = """\
format: 1
judgement: {
  confidence: low, # so
  likelihood: {none: 20,
    minor: 30}
}
notes: {monitors/radio-traffic: {because: {none: "No, # really"}, weighed: {
    none: fatal  # I think
  }}}
rows: {}
order:
  looked:
    - embassy/on-guard   # first
deceptive: {embassy: {embassy/on-guard: {none: C},   # a
  monitors/radio-traffic: {minor: C}}}
checks:
  embassy: {
    motive: None,   # said
  }
grades:
  # mine

  embassy/on-guard: {credibility: 2}

"""
"""The same in braces that run over several lines, with the sections in another order."""

STARTS = (
    FULL,
    FULL.replace("\n", "\r\n"),
    FULL.removesuffix("\n"),
    "format: 1\nrows: {}\n",
    "format: 1\nrows:\nnotes:\ngrades:\ndeceptive:\nchecks:\norder:\njudgement:\n",
    BRACES,
    "{format: 1, rows: {embassy/on-guard: {none: C}}, judgement: {confidence: low}, checks: {embassy: {past: No.}}}\n",
)

HYPOTHESES = ("none", "minor", "major")
SUSPECTS = ("embassy", "monitors", "border-monitors")
TEXTS = st.one_of(
    st.sampled_from(
        ["", "why", "a: b # c", "two\nlines", " x ", "yes", "1.5", "# none", "word " * 30, "'s {[", "老师。"]
    ),
    st.text(max_size=40).filter(str.isprintable),
)
SHARES = st.one_of(
    st.none(),
    st.integers(0, 100).map(float),
    st.floats(0, 100, allow_subnormal=False).filter(lambda share: share == 0 or share > 1e-9),
)

_address = st.sampled_from(ADDRESSES)
_hypothesis = st.sampled_from(HYPOTHESES)
_suspect = st.sampled_from(SUSPECTS)
_rating = st.one_of(st.none(), st.sampled_from(Rating))

EDITS = st.one_of(
    st.builds(Rate, _address, _hypothesis, _rating),
    st.builds(Reason, _address, _hypothesis, TEXTS),
    st.builds(Weigh, _address, _hypothesis, st.one_of(st.none(), st.sampled_from(Weighing))),
    st.builds(Relevance, _address, st.sampled_from(Level)),
    st.builds(Park, _address, TEXTS),
    st.builds(Grade, _address, st.sampled_from(["", *CREDIBILITIES]), TEXTS),
    st.builds(Suspect, _suspect, _address, _hypothesis, _rating),
    st.builds(Confirm, _address, st.sampled_from(["", *SUSPECTS])),
    st.builds(Check, _suspect, st.sampled_from(list(CHECKLIST)), TEXTS),
    st.builds(
        Judge,
        st.dictionaries(st.sampled_from([*HYPOTHESES, "other"]), SHARES, max_size=3),
        st.one_of(st.none(), st.just(""), st.sampled_from(Confidence)),
        st.one_of(st.none(), TEXTS),
        st.one_of(st.none(), TEXTS),
        st.booleans(),
    ),
    st.builds(Shuffle, st.one_of(TEXTS, st.integers(0, 10**12).map(str))),
    st.builds(Look, st.lists(_address, min_size=1, unique=True).map(tuple)),
)


def meaning(matrix: Matrix) -> object:
    """All that a matrix says; an empty row or note says nothing."""
    rows = {address: row for address, row in matrix.rows.items() if row != Row()}
    notes = {address: note for address, note in matrix.notes.items() if note != Note()}
    beside = matrix.grades, matrix.deceptive, matrix.checks
    return rows, notes, *beside, matrix.seed, matrix.looked, matrix.judgement
