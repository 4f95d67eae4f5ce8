"""Where words and data go: data to standard output, sentences to standard error, and no traceback."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TextIO

from workbench.report.visible import visible

IN_A_PIPE = 80
"""How wide text is laid out where there is no terminal to ask."""


def data(text: str, *, encoding: str = "") -> None:
    r"""Write a result to standard output; a reader that has gone away (`| head`) is no error.

    Args:
        text: what is written, line ends as they are.
        encoding: of a file format; the terminal's own where none is given, with what it cannot
            show written as `\uXXXX`.

    Raises:
        OSError: the output cannot be written, for want of room for instance.
    """
    if sys.stdout is not None:
        raw(text.encode(encoding or sys.stdout.encoding or "utf-8", "backslashreplace"))


def raw(content: bytes) -> None:
    """Write a result to standard output as it is; a reader that has gone away is no error.

    Raises:
        OSError: the output cannot be written, for want of room for instance.
    """
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
        rest = memoryview(content)
        while rest:  # where Python does not buffer, what finds no room is left out without a word
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _give_up(sys.stdout)
    except OSError as error:
        _give_up(sys.stdout)
        raise OSError(error.errno, error.strerror, "the output") from error


def _give_up(stream: TextIO) -> None:
    """Send what is left in a stream nowhere, so that closing it at exit cannot fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def words(sentence: str) -> None:
    """Say something on standard error, if anybody listens."""
    if sys.stderr is None:
        return
    try:
        encoding = sys.stderr.encoding or "utf-8"
        shown = visible(f"ach: {sentence}").encode(encoding, "backslashreplace").decode(encoding)
        sys.stderr.write(shown + "\n")
        sys.stderr.flush()
    except OSError:
        _give_up(sys.stderr)


def note(args: argparse.Namespace, sentence: str) -> None:
    """Say something that `-q` keeps quiet."""
    if not args.quiet:
        words(sentence)


def in_terminal() -> bool:
    """Whether there is a terminal to open the workbench in."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"


def at_terminal() -> bool:
    """Whether standard output is a terminal."""
    return _is_terminal(sys.stdout)


def colourful(args: argparse.Namespace) -> bool:
    """Whether to write in colours: to a terminal, where neither the user nor the terminal forbids it."""
    forbidden = args.no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return _is_terminal(sys.stdout) and not forbidden


def width() -> int:
    """How wide text may be: the terminal's width, or 80 in a pipe."""
    if not _is_terminal(sys.stdout):
        return IN_A_PIPE
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or IN_A_PIPE
    except OSError:
        return IN_A_PIPE


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()
