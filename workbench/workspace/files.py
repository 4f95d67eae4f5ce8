"""Finding the files of a workspace and getting at their bytes, whatever lies in the folders."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from workbench import yamltext
from workbench.model import Finding
from workbench.model.ids import is_id

FOLDERS = ("hypotheses", "evidence", "matrices")
"""What makes a folder a workspace."""


class Unusable(Exception):
    """A file that cannot be read, and the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def found(root: Path) -> Iterator[tuple[str, Path] | Finding]:
    """Every file of the workspace as (kind, path), and a finding for what should not lie there.

    Kinds: `hypotheses`, `evidence`, `origins`, `matrix`. In order of folder, then of name.
    """
    for folder, kind in (("hypotheses", "hypotheses"), ("evidence", "evidence")):
        yield from _files(root, root / folder, kind)
    for entry in _entries(root, root / "matrices"):
        if isinstance(entry, Finding):
            yield entry
        elif _is_folder(entry):
            yield from _files(root, entry, "matrix")
        elif not entry.name.startswith("."):
            yield _stray(root, entry, "a matrix stands in matrices/<question>/<analyst>.yaml")


def _files(root: Path, folder: Path, kind: str) -> Iterator[tuple[str, Path] | Finding]:
    for entry in _entries(root, folder):
        if isinstance(entry, Finding):
            yield entry
        elif entry.name.startswith("."):
            continue
        elif entry.suffix != ".yaml" and entry.suffix.lower() in {".yml", ".yaml"}:
            yield _stray(root, entry, "name it .yaml: only that ending is read")
        elif entry.suffix == ".yaml" and is_id(entry.stem):
            yield ("origins" if kind == "evidence" and entry.stem == "origins" else kind), entry
        elif entry.suffix == ".yaml":
            yield Finding(
                relative(root, entry),
                "W005",
                f"'{entry.stem}' cannot be an id",
                "name the file with a-z, 0-9 and single hyphens, beginning with a letter, 60 characters at most",
            )
        elif _is_folder(entry):
            yield _stray(root, entry, f"{kind} files lie side by side in one folder; move them up")


def _entries(root: Path, folder: Path) -> list[Path] | list[Finding]:
    """What lies in a folder, by name; nothing where there is no such folder, a finding where it cannot be read."""
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        if not folder.is_symlink():
            return []
        why = "its link leads nowhere"
    except NotADirectoryError:
        why = "it is no folder"
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)
    remedy = "nothing in it is used: put the folder in its place or see to its rights"
    return [Finding(relative(root, folder), "W002", f"this folder cannot be read: {why}", remedy)]


def _is_folder(path: Path) -> bool:
    """Whether there is a folder; of what cannot be reached nothing is known."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where the folder around it may not be entered


def _stray(root: Path, path: Path, remedy: str) -> Finding:
    return Finding(relative(root, path), "W006", "this is not read", remedy)


def relative(root: Path, path: Path) -> str:
    """A path as findings name it: from the workspace's root, with forward slashes."""
    return path.relative_to(root).as_posix()


def target(root: Path, path: Path) -> Path:
    """Where a file of the workspace is to be written: a link is followed, whether anything stands there or not.

    Raises:
        Unusable: a link leads out of the workspace, or to itself.
    """
    try:
        real = path.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself (Python before 3.13)
        raise Unusable(_loop(root, path)) from error
    if real.is_symlink():
        raise Unusable(_loop(root, path))
    if not real.is_relative_to(root.resolve()):
        raise Unusable(_outside(root, path))
    return real


def _outside(root: Path, path: Path) -> Finding:
    return Finding(relative(root, path), "W003", "the link leads out of the workspace", "copy the file in instead")


def _loop(root: Path, path: Path) -> Finding:
    message = "the file cannot be read: a link leads to itself"
    return Finding(relative(root, path), "W002", message, "see to its rights or remove it")


def content(root: Path, path: Path) -> bytes:
    """The bytes of a file of the workspace.

    Raises:
        Unusable: it is no regular file, cannot be read, is too large, or a link leads out of the workspace.
    """
    shown = relative(root, path)
    try:
        if not path.resolve(strict=True).is_relative_to(root.resolve()):
            raise Unusable(_outside(root, path))
        # A pipe would be waited on for ever, and a device never ends: look before opening.
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            what = "a folder" if stat.S_ISDIR(state.st_mode) else "no regular file"
            raise Unusable(Finding(shown, "W001", f"this is {what}", "put a YAML file in its place or rename it"))
        if state.st_size > yamltext.MAX_BYTES:
            sizes = f"{state.st_size:,} bytes; at most {yamltext.MAX_BYTES:,} are read"
            raise Unusable(Finding(shown, "W004", f"the file is too large: {sizes}", "split it"))
        return path.read_bytes()
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself (Python before 3.13)
        why = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else "a link leads to itself"
        raise Unusable(
            Finding(shown, "W002", f"the file cannot be read: {why}", "see to its rights or remove it")
        ) from error
