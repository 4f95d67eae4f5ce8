"""A large case is worked out beside the keys, and never written out as a text for that."""

from __future__ import annotations

import pytest

from tests.tui.hosting import Host, heuer, screen_text
from workbench.model import Case
from workbench.tui import overviews


@pytest.mark.parametrize("key", [*"1245678", "T", "d"])
async def test_no_page_writes_the_case_out(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Case] = []

    def written_out(case: Case) -> str:
        written.append(case)
        return "a case"

    monkeypatch.setattr(overviews, "PROMPTLY", 0)
    monkeypatch.setattr(Case, "__repr__", written_out)
    host = Host(heuer())
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await pilot.pause(0.2)
        await host.workers.wait_for_complete()
        await pilot.pause()
        assert "working it out" not in screen_text(host)
    assert written == []
