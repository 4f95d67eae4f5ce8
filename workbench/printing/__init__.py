"""Printing: what can be printed of a case, in which formats, and into which files; for commands and the terminal."""

from workbench import __version__

PROGRAM = f"ach-workbench {__version__}"
"""What printed pages are signed with."""
