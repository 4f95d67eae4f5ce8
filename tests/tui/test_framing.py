"""A frame goes to the terminal in one piece, in the order in which it was drawn."""

from __future__ import annotations

import pytest
from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.drivers.linux_driver import LinuxDriver

from workbench.tui.framing import BEGINS, ENDS, Framing, framing


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What reaches the terminal, piece by piece."""
    pieces: list[str] = []
    monkeypatch.setattr(LinuxDriver, "write", lambda _self, data: pieces.append(data))
    return pieces


def driver() -> Framing:
    return Framing.__new__(Framing)


def test_a_frame_is_one_piece(written: list[str]) -> None:
    one = driver()
    for data in (BEGINS, "a", "b", ENDS, BEGINS, "c", ENDS):
        one.write(data)

    assert written == [f"{BEGINS}ab{ENDS}", f"{BEGINS}c{ENDS}"]


def test_what_stands_in_no_frame_is_written_at_once(written: list[str]) -> None:
    one = driver()
    one.write("\a")
    one.write(BEGINS)
    one.write("a")

    assert written == ["\a"]


def test_nothing_is_held_back_when_the_terminal_is_given_back(
    written: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LinuxDriver, "stop_application_mode", lambda self: self.write("left"))
    one = driver()
    one.write(BEGINS)
    one.write("a")
    one.stop_application_mode()

    assert written == [f"{BEGINS}a{ENDS}", "left"]


def test_bytes_that_are_no_text_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = [b"\xe9", b"c"]
    typed: list[str] = []

    def run(_self: LinuxDriver) -> None:
        while read:
            typed.append(read.pop(0).decode())

    monkeypatch.setattr(LinuxDriver, "run_input_thread", run)
    driver().run_input_thread()

    assert typed == ["c"]


@pytest.mark.parametrize(("known", "taken"), [(LinuxDriver, Framing), (HeadlessDriver, HeadlessDriver)])
def test_only_textuals_own_driver_is_replaced(known: type[Driver], taken: type[Driver]) -> None:
    assert framing(known) is taken
