"""The command line: parse, call the command, and turn whatever goes wrong into a sentence.

A command is loaded when it is called, so that `ach` starts with what it needs and no more.
"""

from __future__ import annotations

import importlib
import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from workbench.commands import arguments, output
from workbench.commands.refusal import CANNOT, Refusal

INTERRUPTED = 130
"""Exit code after ctrl+c, as shells have it."""

SHOW_TRACEBACK = "ACH_TRACEBACK"
"""Set in the environment, this lets an unexpected error through, for whoever mends it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run `ach` and give its exit code: 0 fine, 1 findings, 2 cannot run, 130 interrupted."""
    try:
        typed = sys.argv[1:] if argv is None else argv
        return _run(arguments.parser(typed).parse_args(typed))
    except Refusal as refusal:
        output.words(str(refusal))
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        output.words(_sentence(error))
    except ModuleNotFoundError as error:
        output.words(f"a part of the installation is missing ({error.name}); install ach-workbench again")
    except MemoryError:
        output.words("there is not enough memory for this")
    except Exception as error:
        if SHOW_TRACEBACK in os.environ:
            raise
        output.words(_unexpected(error))
    return CANNOT


def _run(args: Namespace) -> int:
    command = importlib.import_module(f"workbench.commands.{arguments.module(args.command)}")
    return int(command.run(args))


def _sentence(error: OSError) -> str:
    """What the system refused, and for which file."""
    reason = (error.strerror or type(error).__name__).lower()
    return f"{error.filename}: {reason}" if error.filename is not None else f"the system refused: {reason}"


def _unexpected(error: Exception) -> str:
    what = " ".join(f"{type(error).__name__} {error}".split())
    return (
        f"this should not happen and is a fault of the program, not yours ({what}). "
        f"Please report the command and `ach --version`; {SHOW_TRACEBACK}=1 shows where it happened"
    )
