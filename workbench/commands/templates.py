"""The first lines of a new file: what a user fills in, with guidance beside it that stays out of the way."""

from __future__ import annotations

QUESTION_TEXT = "Write the question here?"
TITLE_TEXT = "Write the title of the document here"

QUESTION = """\
# yaml-language-server: $schema=../schemas/hypotheses.schema.json
format: 1

# One question, in one sentence. Every hypothesis below is an answer to it.
question: {question}

# What exactly is asked: who is meant, which period (2019, 2019-07, 2019-07/2019-12), and what the
# key words mean. Take the signs away and fill in.
# scope:
#   who: the people, groups or states that are meant
#   period: 2019-07/2019-12
#   means: what the key words of the question mean here
# background: what a reader has to know first
# cutoff: 2019-12-31            # information up to this day

# The answers that compete: three to seven, none part of another. The id before the colon stands in
# every row of the matrix: up to 8 letters read best, and it is never used for anything else again.
# `expect_not` is what you should not see if the answer were true: without it, nothing can
# contradict the answer.
hypotheses:
  first:
    short: First answer
    statement: Write the first answer here, as one sentence that could turn out to be wrong.
    expect:
      - Write here what you should see if it were true.
    expect_not:
      - Write here what you should not see if it were true.

  second:
    short: Second answer
    statement: Write an answer here that cannot be true together with the first.
    expect:
      - Write here what you should see if it were true.
    expect_not:
      - Write here what you should not see if it were true.

  nothing:
    short: Nothing special
    statement: Write here what holds if nothing out of the ordinary is going on.
    expect:
      - Write here what you should see if it were true.
    expect_not:
      - Write here what you should not see if it were true.
    role: null-hypothesis
"""

SOURCE = """\
# yaml-language-server: $schema=../schemas/evidence.schema.json
format: 1

# One document. `unknown` is a good answer; an invented one never is. Reliability by the Admiralty
# scale: A reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged. Grade it
# before any rating, and say why.
source:
  title: {title}
  author: unknown
  publisher: unknown
  published: unknown
  accessed: {today}
  url: unknown
  reliability: F
  because: Write here why this grade - access, bias, age, purpose.

# One claim each, in your own words, in the order of the document. Credibility by the Admiralty
# scale: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.
items:
  first-claim:
    text: >-
      Write one claim of the document here, in your own words.
    kind: report                # report, statement, denial, absence or assessment
    credibility: 6
    at: Write here where it stands - a paragraph, or a few opening words.
    # origin: an id of evidence/origins.yaml, where the document has it from somebody else
    # when: 2019-07             # the time it speaks of
"""
