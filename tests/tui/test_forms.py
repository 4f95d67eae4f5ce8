"""Forms: what is typed is taken in order however fast it comes, checked while it is typed, and never lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from textual import events
from textual.app import App
from textual.pilot import Pilot

from tests.tui.hosting import screen_text
from tests.tui.test_pictures import HOSTILE
from workbench.model.words import CREDIBILITY_MEANING
from workbench.tui.chooser import Chooser
from workbench.tui.forms.field import Field, Shape, Values, a_date, changed, new_id, one_of
from workbench.tui.forms.form import Form
from workbench.tui.prompts import Ask, Write

ORIGINS = ("radio", "press")

FIELDS = (
    Field("id", "id", told="Names it.", check=new_id({"taken"}), needed=True),
    Field("statement", "statement", "It is so.", Shape.TEXT),
    Field("expect", "expect", ("One.", "Two."), Shape.LINES),
    Field("credibility", "credibility", "2", Shape.CHOICE, known=CREDIBILITY_MEANING),
    Field(
        "origin", "origin", ("radio",), Shape.NAMES, known=dict.fromkeys(ORIGINS, ""), check=one_of(ORIGINS, "origin")
    ),
    Field("when", "when", check=a_date),
)


class Host(App[None]):
    """Shows a form, and keeps what it gives back."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, make: Callable[[], Form | Ask | Write]) -> None:
        super().__init__()
        self.make = make
        self.given: list[Values | str | None] = []

    def on_mount(self) -> None:
        self.push_screen(self.make(), self.given.append)


async def at_once(host: Host, pilot: Pilot[None], keys: Sequence[str]) -> None:
    """Send keys as a slow line does: all of them before any is answered."""
    for key in keys:
        host.post_message(events.Key(key, key if len(key) == 1 else None))
    await pilot.pause(0.3)


async def test_a_form_filled_in_at_once_is_taken_as_it_was_typed() -> None:
    host = Host(lambda: Form("A form", FIELDS))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await at_once(
            host,
            pilot,
            [*"nex", "backspace", "w", "tab", *"Yes", "tab", *"x", "tab", "5", "tab", "tab", *"1993", "enter"],
        )
        assert host.given == [
            {
                "id": "new", "statement": "It is so.Yes", "expect": ("One.", "Two.x"), "credibility": "5",
                "origin": ("radio",), "when": "1993",
            }
        ]  # fmt: skip


@pytest.mark.parametrize("screen", [lambda: Ask("What?"), lambda: Write("What?")], ids=["ask", "write"])
async def test_a_text_typed_and_saved_at_once_is_whole(screen: Callable[[], Ask | Write]) -> None:
    host = Host(screen)
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await at_once(host, pilot, [*"abx", "backspace", *"c def", "enter"])
        assert host.given == ["abc def"]


async def test_what_is_wrong_is_said_while_it_is_typed_and_keeps_the_form_open() -> None:
    host = Host(lambda: Form("A form", FIELDS))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"taken")
        assert "taken is taken" in screen_text(host)
        await pilot.press("enter")
        await pilot.pause()
        assert not host.given
        await pilot.press("2", "shift+tab", *"soon", "enter")
        await pilot.pause()
        assert "'soon' is not a date" in screen_text(host)
        assert not host.given


async def test_what_is_needed_is_asked_for() -> None:
    host = Host(lambda: Form("A form", FIELDS))
    async with host.run_test(size=(80, 24)) as pilot:
        assert "to mend" not in screen_text(host)
        await pilot.press("enter")
        await pilot.pause()
        assert "id is needed" in screen_text(host)


async def test_leaving_asks_only_where_something_was_typed() -> None:
    host = Host(lambda: Form("A form", FIELDS))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "escape")
        await pilot.pause()
        assert isinstance(host.screen, Chooser)
        await pilot.press("g", "backspace", "escape")
        await pilot.pause()
        assert host.given == [None]


async def test_what_was_not_touched_comes_back_as_it_was() -> None:
    hostile = Field("statement", "statement", HOSTILE, Shape.TEXT)
    host = Host(lambda: Form("A form", [Field("short", "short"), hostile]))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "enter")
        await pilot.pause()
        (given,) = host.given
        assert isinstance(given, dict)
        assert changed([hostile], given) == {}
        assert "\x1b" not in screen_text(host)


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (300, 100)])
async def test_no_size_is_too_small_or_too_large(size: tuple[int, int]) -> None:
    host = Host(lambda: Form(HOSTILE, [field._replace(label=HOSTILE) for field in FIELDS], intro=[HOSTILE]))
    async with host.run_test(size=size) as pilot:
        await pilot.press("tab", "tab", "tab", "right", "tab", "shift+tab", "ctrl+s")
        await pilot.pause()
        assert not host.given
