"""A screen over the others that is answered once, however many keys were pressed ahead."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Modal(ModalScreen[Answer]):
    """A modal screen; keys that reach it after it has gone do not close the screen below it.

    Textual takes the topmost screen away, whichever is dismissed.
    """

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Go, and give back the result; nothing where it has gone already or lies under another screen."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
