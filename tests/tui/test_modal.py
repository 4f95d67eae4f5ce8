"""Keys pressed ahead, while what was asked is on its way out."""

from __future__ import annotations

import pytest
from textual import events

from tests.tui.hosting import Host
from tests.tui.test_steps import full, page
from workbench.tui.chooser import Chooser, Option


def ahead(host: Host, keys: str) -> None:
    """Keys that come all at once, as over a slow line."""
    for key in keys:
        host.screen.post_message(events.Key("enter" if key == "\r" else key, key))


@pytest.mark.parametrize("keys", ["\r\r\r\r", "aaaa", "ab"])
async def test_what_is_asked_is_answered_once(keys: str) -> None:
    host = Host(full())
    chosen: list[object] = []
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("7")
        options = [Option("a", "The first", key="a"), Option("b", "The second", key="b")]
        host.matrix.ask(Chooser("Which?", options), chosen.append)
        await pilot.pause()
        ahead(host, keys)
        await pilot.pause()
        assert chosen == ["a"]
        assert page(host).number == 7
        assert host.screen is page(host), "the page below stays"


async def test_a_page_that_has_gone_takes_nothing_with_it() -> None:
    host = Host(full())
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        ahead(host, "qqq")
        await pilot.pause()
        assert host.screen is host.matrix
