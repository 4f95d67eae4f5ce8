"""What is typed is taken in the order in which it was typed, however fast it comes, as over a slow line.

Textual looks a key up once it has gone from the widget up to the app, by when letters typed after it are taken in:
of `ab`, backspace and `c` that come at once it would take away the c. And an action of the app does not wait for the
letters before it.
"""

from __future__ import annotations

import asyncio
import contextlib

from textual import events
from textual.widget import Widget

PATIENCE = 1.0
"""Seconds after which keys no longer wait for those before them."""


async def in_turn(widget: Widget, event: events.Key) -> None:
    """Run what a key of the widget's own stands for, among the letters that it takes in."""
    for binding in widget._bindings.key_to_bindings.get(event.key, ()):
        event.stop()
        event.prevent_default()
        await widget.run_action(binding.action)


async def taken_in(field: Widget, form: Widget) -> None:
    """Wait until a field has taken in what was typed before, and the form around it what follows from that.

    Awaited by an action of the app, it keeps keys that come meanwhile back. The form itself must not await it.
    """
    done = asyncio.Event()
    field.call_later(form.call_later, done.set)
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(done.wait(), PATIENCE)
