"""Text in ASCII alone, for printers and terminals that know nothing else.

Signs that ASCII has a form for get it: a dash is a hyphen. Every other character is written out, as `<U+00E9>`: leaving
off an accent would change a name without saying so.
"""

from __future__ import annotations

import re

from workbench.report import visible

SIGNS = {
    "·": ".", "•": "*", "…": "...", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'",
    "×": "x", "÷": "/", "√": "root ", "Σ": "sum ", "Π": "product ", "ρ": "rho", "²": "^2", "⁵": "^5", "½": "1/2",
    "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "±": "+-",
    "→": "->", "←": "<-", "↑": "^", "↓": "v", "▲": "^", "▼": "v", "◆": "<>",
    "▁": "1", "▂": "2", "▃": "3", "▄": "4", "▅": "5", "▆": "6", "▇": "7", "█": "#", "▌": "#", "▐": "#",
}  # fmt: skip
"""What stands for a sign. Columns of growing height are digits, so that a course over time can still be read."""

OUT = "<U+"
"""How a character that is written out begins."""

WRITTEN_OUT = "<U+ and digits> stands for a character that is not in ASCII, by its number in Unicode."
"""What a page says where it has such characters."""

_OTHER = re.compile(r"[^ -~]")


def line(text: str) -> str:
    """The text on one line, in ASCII alone; what is not seen is written out as elsewhere."""
    shown = visible.line(text)
    return shown if shown.isascii() else _OTHER.sub(_written, shown)


def _written(found: re.Match[str]) -> str:
    return SIGNS.get(found[0], f"{OUT}{ord(found[0]):04X}>")
