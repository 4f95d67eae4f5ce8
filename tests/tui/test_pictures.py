"""What the screen looks like: pictures kept as text, every size, every colour, hostile words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from rich.cells import cell_len
from textual.color import Color

from tests.tui.hosting import Host, heuer, screen_text
from workbench.model import Case, Hypothesis, Item, Note, Origin, Rating, Source
from workbench.tui.paint import Paint, _contrast
from workbench.tui.pieces import Ground, Tone

SIZES = [(80, 24), (120, 40), (200, 60)]

HOSTILE = (
    "see [sic] x[/y [b \x1b[2J\x1b]0;title\x07 a\u202eb\u2066c \u200bd\u0301\u0301 日本語テキスト "
    "👨\u200d👩\u200d👧 \ud800 " + "w" * 10_000
)


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
async def test_picture_of_a_finished_matrix(size: tuple[int, int], snapshot: Callable[[str, str], None]) -> None:
    host = Host(heuer())
    async with host.run_test(size=size) as pilot:
        await pilot.press("down", "I")
        await pilot.pause()
        snapshot(f"finished-{size[0]}x{size[1]}", screen_text(host))


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
async def test_picture_of_the_blind_first_pass(size: tuple[int, int], snapshot: Callable[[str, str], None]) -> None:
    host = Host(heuer(rated=False))
    async with host.run_test(size=size) as pilot:
        await pilot.press("c", "c", "n", "I")
        await pilot.pause()
        snapshot(f"blind-{size[0]}x{size[1]}", screen_text(host))


@pytest.mark.parametrize(
    "key, name", [("question_mark", "help"), ("colon", "commands"), ("f", "filter"), ("space", "reason")]
)
async def test_picture_of_what_opens(key: str, name: str, snapshot: Callable[[str, str], None]) -> None:
    host = Host(heuer())
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        snapshot(f"{name}-80x24", screen_text(host))


ALL_SIZES = [(1, 1), (20, 5), (30, 9), (60, 16), (132, 43), (300, 100)]


@pytest.mark.parametrize("size", ALL_SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
async def test_every_size_shows_rows_of_its_width(size: tuple[int, int]) -> None:
    host = Host(heuer())
    async with host.run_test(size=size) as pilot:
        await pilot.press("i", "question_mark", "escape", "f", "x", "escape", "slash", "a", "escape")
        await pilot.pause()
        for text in _lines(host):
            assert cell_len(text) == size[0]


async def test_resizing_keeps_the_cursor_in_view() -> None:
    host = Host(heuer())
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("G", "end")
        for width, height in [(80, 24), (20, 5), (60, 16), (200, 60), (40, 10), (120, 40)]:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert "[C]" in screen_text(host), f"{width}x{height}"


def _lines(host: Host) -> list[str]:
    return ["".join(segment.text for segment in strip) for strip in host.screen._compositor.render_strips()]


def hostile() -> Case:
    case = heuer()
    told: dict[str, Any] = dict.fromkeys(("path", "because", "when", "at", "quote", "retells", "reported"), HOSTILE)
    item = Item(
        "embassy/" + HOSTILE[:40], HOSTILE, origins=(HOSTILE,), tags={HOSTILE: (HOSTILE,)}, rests_on=(HOSTILE,), **told
    )  # fmt: skip
    question = replace(case.question, text=HOSTILE, marking=HOSTILE, hypotheses={
        h.id: Hypothesis(h.id, HOSTILE, HOSTILE) for h in case.question.hypotheses.values()})  # fmt: skip
    notes = {item.address: Note(because=dict.fromkeys(case.question.hypotheses, HOSTILE))}
    rows = {**case.matrix.rows, item.address: case.matrix.rows["own/loss-of-face"]}
    return replace(
        case, question=question, items={item.address: item, **case.items},
        sources={**case.sources, "embassy": Source("embassy", HOSTILE, publisher=HOSTILE, because=HOSTILE)},
        origins={HOSTILE: Origin(HOSTILE, HOSTILE)},
        matrix=replace(case.matrix, analyst=HOSTILE, rows=rows, notes=notes),
        colleagues={HOSTILE: replace(case.matrix, rows=rows, notes=notes)},
    )  # fmt: skip


@pytest.mark.parametrize("size", [(20, 5), (80, 24), (200, 60)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_hostile_words_show_as_text_everywhere(size: tuple[int, int]) -> None:
    host = Host(hostile(), me=HOSTILE)
    async with host.run_test(size=size) as pilot:
        host.desk.go(next(iter(host.desk.case.items)))
        for key in ("left", "f", "escape", "space", "escape", "c", "p"):
            await pilot.press(key)
            await pilot.pause()
            for text in _lines(host):
                assert text.isprintable()
                assert cell_len(text) == size[0]


async def test_square_brackets_are_text() -> None:
    host = Host(hostile(), me=HOSTILE)
    async with host.run_test(size=(200, 60)) as pilot:
        host.desk.go(next(iter(host.desk.case.items)))
        await pilot.press("right")
        shown = screen_text(host)
        assert "see [sic] x[/y [b ␛[2J" in shown
        assert "⟨U+202E⟩" in shown


async def test_no_color_is_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    host = Host(heuer())
    async with host.run_test(size=(80, 24)):
        assert host.no_color
        shown = screen_text(host)
        assert "[I]" in shown
        for strip in host.screen._compositor.render_strips():
            for segment in strip:
                assert segment.style is None or not segment.style.color or segment.style.color.is_default


@pytest.mark.parametrize(
    "theme", ["textual-dark", "textual-light", "nord", "solarized-light", "dracula", "catppuccin-latte", "gruvbox"]
)
async def test_everything_can_be_read_in_every_theme(theme: str) -> None:
    host = Host(heuer())
    async with host.run_test(size=(80, 24)) as pilot:
        host.theme = theme
        await pilot.pause()
        paint = Paint(host.get_css_variables(), dark=host.current_theme.dark, ansi=False, colourless=False)
        for tone in Tone:
            for ground in Ground:
                style = paint.style(tone, ground)
                assert style.color is not None
                assert style.bgcolor is not None
                least = 2.4 if tone in {Tone.RULE, Tone.WEIGHT, Tone.BAR} else 4.3
                front, back = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                assert _contrast(front, back) >= least, (tone, ground)


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_a_terminals_own_colours_can_be_used(theme: str) -> None:
    host = Host(heuer())
    async with host.run_test(size=(80, 24)) as pilot:
        host.theme = theme
        await pilot.press("down")
        assert "[II]" in screen_text(host)


async def test_the_letters_say_what_colours_say() -> None:
    host = Host(heuer())
    async with host.run_test(size=(80, 24)):
        shown = screen_text(host)
        assert all(rating.value in shown for rating in (Rating.C, Rating.I, Rating.II))
