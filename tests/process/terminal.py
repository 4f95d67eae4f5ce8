"""A program in a real pseudo-terminal: what it draws, when, and what it makes of keys.

Bytes are stamped as they arrive and laid on an emulated screen only when somebody looks, so that the
emulator's own cost is in no measurement. The queries that a modern terminal answers are answered here.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pyte

ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # synchronised output: known, off
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",  # size reports in the stream: not known
    b"\x1b[6n": b"\x1b[1;1R",  # where the cursor is
    b"\x1b[c": b"\x1b[?62;22c",  # what kind of terminal this is
}

FRAME_OPENS, FRAME_CLOSES = b"\x1b[?2026h", b"\x1b[?2026l"

UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[\?[0-9]+\$p|\x1b\[[><=][0-9;]*[a-zA-Z]")

KEYS = {"enter": "\r", "escape": "\x1b", "tab": "\t", "delete": "\x1b[3~", "backspace": "\x7f", "space": " "} | {
    name: f"\x1b[{code}"
    for name, code in {
        "up": "A",
        "down": "B",
        "right": "C",
        "left": "D",
        "home": "H",
        "end": "F",
        "pageup": "5~",
        "pagedown": "6~",
        "ctrl+end": "1;5F",
        "ctrl+home": "1;5H",
    }.items()
}


class Terminal:
    """A program running in a pseudo-terminal of its own. Use it as a context manager: it is killed at the end.

    `chunks` holds (moment, bytes) as they came, moments by `time.perf_counter`; `began` is the moment
    before the program was started.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        rows: int = 40,
        columns: int = 120,
        folder: Path | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        self.chunks: list[tuple[float, bytes]] = []
        self.over = False
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._drawn = 0
        self._unanswered = b""
        self._frame_open = False
        self._end_of_last = b""
        self._end, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.began = time.perf_counter()
        self.program = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env=_environment(settings or {}),
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509 - no other thread runs here
        )
        os.close(theirs)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        os.close(self._end)

    def read(self, seconds: float) -> bytes:
        """Waits at most `seconds` for the next bytes; none when nothing came or the program is over."""
        ready, _, _ = select.select([self._end], [], [], seconds)
        if not ready or self.over:
            return b""
        try:
            data = os.read(self._end, 1 << 16)
        except OSError:  # how Linux says that the other end is closed
            data = b""
        if not data:
            self.over = True
            return b""
        self.chunks.append((time.perf_counter(), data))
        self._answer(data)
        return data

    def settle(self, quiet: float = 0.12, limit: float = 30.0) -> None:
        """Reads until nothing has come for `quiet` seconds."""
        last, end = time.perf_counter(), time.perf_counter() + limit
        while not self.over and (now := time.perf_counter()) < end:
            if self.read(0.005):
                last = time.perf_counter()
            elif now - last > quiet:
                return

    def listen(self, seconds: float) -> None:
        """Reads for so many seconds, whatever comes."""
        end = time.perf_counter() + seconds
        while not self.over and (left := end - time.perf_counter()) > 0:
            self.read(left)

    def wait_for(self, shown: str | Callable[[list[str]], bool], limit: float = 20.0) -> None:
        """Reads until the screen shows a text, or what `shown` looks for in its lines.

        Raises:
            TimeoutError: with the screen as it stood, when it never came.
        """
        looks = shown if callable(shown) else lambda lines: any(shown in line for line in lines)
        end = time.perf_counter() + limit
        while not looks(self.lines):
            if self.over or time.perf_counter() > end:
                raise TimeoutError(f"never shown: {shown}\n" + "\n".join(self.lines))
            self.read(0.05)

    def press(self, *keys: str) -> None:
        """Sends keys: characters as they are, others by name."""
        os.write(self._end, "".join(KEYS.get(key, key) for key in keys).encode())

    @property
    def lines(self) -> list[str]:
        """The screen as it stands now."""
        for _ in self.replay():
            pass
        return list(self._screen.display)

    @property
    def cells(self) -> list[list[pyte.screens.Char]]:
        """The screen as it stands now, cell by cell with colours; a wide character is followed by an empty cell."""
        rows, columns = range(len(self.lines)), range(self._screen.columns)
        return [[self._screen.buffer[y][x] for x in columns] for y in rows]

    def replay(self) -> Iterator[tuple[float, list[str]]]:
        """The screen after each frame that was not looked at before, with the moment it was whole.

        A frame that the program brackets (synchronised output) is shown once it is closed, as a terminal does.
        """
        while self._drawn < len(self.chunks):
            moment, data = self.chunks[self._drawn]
            self._drawn += 1
            self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", data))
            if not self._in_frame(data):
                yield moment, list(self._screen.display)

    def kill(self) -> None:
        """Ends the program as a power cut would (SIGKILL), and reads what it had drawn by then."""
        self.program.kill()
        self.program.wait()
        while self.read(0.2):
            pass

    def leave(self, limit: float = 10.0) -> int:
        """Waits for the program to end by itself; its exit code.

        Raises:
            TimeoutError: when it did not end.
        """
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            self.read(0.02)
            if (code := self.program.poll()) is not None:
                return code
        raise TimeoutError("the program did not end\n" + "\n".join(self.lines))

    def _in_frame(self, data: bytes) -> bool:
        """Whether a bracketed frame is still open after these bytes."""
        heard = self._end_of_last + data
        opened, closed = heard.rfind(FRAME_OPENS), heard.rfind(FRAME_CLOSES)
        if opened != closed:
            self._frame_open = opened > closed
        self._end_of_last = heard[-len(FRAME_OPENS) + 1 :]
        return self._frame_open

    def _answer(self, data: bytes) -> None:
        """Answers queries, also one that came in two pieces."""
        heard = self._unanswered + data
        for query, answer in ANSWERS.items():
            for _ in range(heard.count(query)):
                os.write(self._end, answer)
            heard = heard.replace(query, b"")
        self._unanswered = heard[-16:] if b"\x1b" in heard[-16:] else b""


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    """The environment of a modern terminal; nothing of the caller's that would slow or colour the program."""
    unwanted = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "NO_COLOR", "LINES", "COLUMNS", "ACH_ANALYST"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    modern = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "ACH_NO_TOUR": "1"}
    return {**kept, **modern, **settings}


def _take_terminal() -> None:
    """In the child, before the program starts: what it was given becomes its controlling terminal."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
