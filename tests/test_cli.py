"""What holds for every command: help, mistakes, streams, colours, and no traceback, ever."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from workbench import __version__, cli
from workbench.commands import opening
from workbench.commands.arguments import COMMANDS, parser
from workbench.commands.known import SHELLS

PROJECT = Path(__file__).parents[1]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A new workspace, as `ach new` makes it."""
    run("new", "case", cwd=tmp_path)
    return tmp_path / "case"


def run(*words: str, cwd: Path = PROJECT, **environment: str) -> subprocess.CompletedProcess[str]:
    """`ach` in a process of its own, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "workbench", *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(PROJECT), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A line for the shell, in which `$ACH` is the command."""
    called = f"{sys.executable} -m workbench"
    return subprocess.run(
        ["bash", "-c", line],
        env={**os.environ, "PYTHONPATH": str(PROJECT), "ACH": called, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def in_terminal(*words: str, **environment: str) -> str:
    """What `ach` writes where standard output is a terminal."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench", *words],
        env={**os.environ, "PYTHONPATH": str(PROJECT), "TERM": "xterm", **environment},
        stdin=subprocess.DEVNULL,
        stdout=follower,
    )
    os.close(follower)
    written = b""
    try:
        while data := os.read(leader, 65536):
            written += data
    except OSError:
        pass
    process.wait()
    os.close(leader)
    return written.decode()


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        cli.main([command, "--help"])

    assert leaving.value.code == 0
    assert f"example:\n  ach {command}" in capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_declared_whole_wherever_it_stands(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    typed, told = ["-C", "open", "--analyst", "check", command, "--help"], []
    for known in (parser(typed), parser()):
        with pytest.raises(SystemExit):
            known.parse_args(typed)
        told.append(capsys.readouterr().out)

    assert told[0] == told[1] != ""
    assert parser(typed).format_help() == parser().format_help()


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--version"])

    assert capsys.readouterr().out == f"ach-workbench {__version__}\n"


@pytest.mark.parametrize(
    "words, said",
    [
        (["matrx"], 'did you mean "matrix"?'),
        (["matrix", "--sort", "dates"], 'did you mean "date"?'),
        (["matrix", "--frmat", "md"], "unrecognized arguments: --frmat"),
        (["matrix", "--form", "md"], "unrecognized arguments: --form"),
        (["matrix", "--width", "wide"], "is not a number"),
        (["completion"], "required"),
    ],
)
def test_mistakes_are_one_sentence(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words) == 2
    out, err = capsys.readouterr()

    assert out == ""
    assert said in err
    assert err.startswith("ach: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "raised, code, said",
    [
        (KeyboardInterrupt(), 130, ""),
        (PermissionError(13, "Permission denied", "a.yaml"), 2, "ach: a.yaml: permission denied\n"),
        (OSError("odd"), 2, "ach: the system refused: oserror\n"),
        (ModuleNotFoundError("No", name="textual"), 2, "install ach-workbench again"),
        (MemoryError(), 2, "not enough memory"),
        (RecursionError("deep"), 2, "a fault of the program"),
        (ValueError("\x1b[31m"), 2, "<U+001B>[31m"),
    ],
)
def test_whatever_goes_wrong_is_a_sentence(
    raised: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> int:
        raise raised

    monkeypatch.delenv(cli.SHOW_TRACEBACK, raising=False)
    monkeypatch.setattr(opening, "run", fail)

    assert cli.main([]) == code
    assert said in capsys.readouterr().err


def test_whoever_mends_it_can_see_where_it_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> int:
        raise ValueError

    monkeypatch.setenv(cli.SHOW_TRACEBACK, "1")
    monkeypatch.setattr(opening, "run", fail)
    with pytest.raises(ValueError, match=r"^$"):
        cli.main([])


@pytest.mark.parametrize("command", ["matrix", "--help", "status", "check"])
def test_a_reader_that_goes_away_is_no_error(command: str, workspace: Path) -> None:
    ran = shell(f"$ACH -q -C {workspace} {command} | head -0; exit ${{PIPESTATUS[0]}}")

    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_full_disk_is_a_sentence(workspace: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    ran = shell(f"$ACH -C {workspace} status > /dev/full")

    assert (ran.returncode, ran.stderr) == (2, "ach: the output: no space left on device\n")


def test_closed_streams_are_no_error(workspace: Path) -> None:
    assert shell(f"$ACH -C {workspace} status >&- 2>&-").returncode == 0


def test_an_old_encoding_gets_what_it_can_show(workspace: Path) -> None:
    ran = run("-C", str(workspace), "matrix", PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert ran.returncode == 0
    assert "1/\\u221a2" in ran.stdout


def test_files_are_utf_8_in_any_locale(workspace: Path) -> None:
    ran = run("-C", str(workspace), "matrix", "--format", "md", PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert "1/√2" in ran.stdout


def test_colour_is_for_terminals_only(workspace: Path) -> None:
    score = ("-C", str(workspace), "score")

    assert "\x1b[" not in run(*score).stdout
    assert "\x1b[1m" in in_terminal(*score, NO_COLOR="")
    assert "\x1b[" not in in_terminal(*score, NO_COLOR="1")
    assert "\x1b[" not in in_terminal(*score, "--no-color")
    assert "\x1b[" not in in_terminal(*score, TERM="dumb")


@pytest.mark.parametrize("name", SHELLS)
def test_completion_is_a_script_of_the_shell(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["completion", name]) == 0
    script = capsys.readouterr().out

    assert [command for command in COMMANDS if command not in script] == []


def test_the_bash_script_is_good_bash() -> None:
    ran = shell("$ACH completion bash | bash -n")

    assert (ran.returncode, ran.stderr) == (0, "")
