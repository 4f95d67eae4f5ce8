"""Saying why a file cannot be read as a document."""

from __future__ import annotations


class Unreadable(Exception):
    """A file cannot be read.

    Args:
        name: the file's name, as it was given.
        wrong: what is wrong, to be read after the name.
        remedy: what to do about it.
    """

    def __init__(self, name: str, wrong: str, remedy: str) -> None:
        super().__init__(f"{name} {wrong}; {remedy}")
        self.name, self.wrong, self.remedy = name, wrong, remedy
