"""Colours that are changed while a page of a step is closed are those it opens in."""

from __future__ import annotations

from typing import Any

from textual.app import App

from tests.tui.hosting import Host, heuer

SIZE = (100, 30)


def grounds(app: App[Any]) -> set[str]:
    """The colours behind everything that is on the screen."""
    strips = app.screen._compositor.render_strips()
    return {str(s.style.bgcolor.name) for strip in strips for s in strip if s.style and s.style.bgcolor}


async def test_a_page_that_was_open_before_takes_the_new_colours() -> None:
    kept, fresh = Host(heuer()), Host(heuer())
    async with kept.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        await pilot.pause()
        dark = grounds(kept)
        await pilot.press("3")
        kept.theme = "textual-light"
        await pilot.press("1")
        await pilot.pause()
        shown = grounds(kept)
    async with fresh.run_test(size=SIZE) as pilot:
        fresh.theme = "textual-light"
        await pilot.press("1")
        await pilot.pause()
        assert shown == grounds(fresh)
    assert shown != dark
