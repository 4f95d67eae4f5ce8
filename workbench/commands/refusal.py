"""The ways in which a command cannot run, each a sentence with what to do."""

from __future__ import annotations

from collections.abc import Iterable

FINE, FINDINGS, CANNOT = 0, 1, 2
"""Exit codes."""


class Refusal(Exception):
    """A command cannot run. The message is a sentence that says why and what to do (exit code 2)."""


def meant(word: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?` where something known is spelled much like the word, else nothing."""
    import difflib  # noqa: PLC0415 - wanted only once something went wrong

    near = difflib.get_close_matches(word, list(known), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""
