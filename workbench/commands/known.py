"""Names that the command line knows with what they mean, said here again so that it need not load the analysis."""

from __future__ import annotations

SORTS = {
    "decides": "what decides, first: by difference of weighted points",
    "file": "order of the files",
    "grade": "grade, best first",
    "source": "source",
    "date": "the time it speaks of",
    "address": "address",
    "information": "mutual information, most first",
    "range": "range of the ratings, most first",
    "deviation": "standard deviation of the ratings, most first",
    "likelihood-ratio": "largest log-likelihood ratio, most first",
    "leaders": "what parts the leaders, or leader and next best",
}
"""The orders of rows, the default first, by their titles."""

METHODS = {
    "parc-weighted": "I 1, II 2, times credibility and relevance; the default",
    "inconsistency-count": "I 1, II 2; every row counts alike",
    "open-ach": "I 1, II 2, times credibility 2, 1 or 0.5; no relevance",
    "quadratic": "I 1, II 4; every row counts alike",
    "log-likelihood": "minus ln likelihood, by a table of ours; support counts",
}
"""The methods by their summaries."""

ADDITIVE = {name: summary for name, summary in METHODS.items() if name != "log-likelihood"}
"""Those under which every cell adds points of its own."""

WINDOWS = ("year", "quarter", "month")
CLOCKS = ("event", "reported")
YARDSTICKS = ("icd-203", "phia")
SHELLS = ("bash", "zsh", "tcsh")
