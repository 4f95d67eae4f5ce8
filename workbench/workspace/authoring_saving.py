"""Getting at the files that an author writes, and putting them in place: under locks, all of them or none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path

from workbench import yamltext
from workbench.workspace import durable, files, folder
from workbench.workspace.authoring_outcomes import Refused
from workbench.workspace.files import Unusable
from workbench.workspace.folder import NotAWorkspace, Workspace


@contextmanager
def locked(root: Path, names: Iterable[str]) -> Iterator[None]:
    """Hold the locks of these folders of a workspace; one that is missing is made.

    Raises:
        OSError: a folder is held by another program, gone or closed.
    """
    with ExitStack() as held:
        for name in sorted(names):
            if any((root / other).is_dir() for other in files.FOLDERS):
                (root / name).mkdir(exist_ok=True)
            held.enter_context(durable.locked(root / name))
        yield


def fresh(read: Workspace) -> Workspace:
    """The workspace as it stands in the files: as it was read, if every file has the stamp it had.

    Raises:
        NotAWorkspace: its folders are gone.
    """
    entries = [entry for entry in files.found(read.root) if isinstance(entry, tuple)]
    stamps = {files.relative(read.root, path): durable.signature(path) for _, path in entries}
    return read if stamps == read.signatures else folder.read(read.root, read)


def content(read: Workspace, path: str) -> bytes | None:
    """The bytes of a file as they stand; None where there was none when the workspace was read."""
    return files.content(read.root, read.root / path) if path in read.signatures else None


def as_read(read: Workspace, path: str, data: bytes | None) -> bool:
    """Whether a file's bytes are those that were read; a stamp may stay the same where a copy keeps its time."""
    text = read.texts.get(path)
    if text is None:
        return data is None and not os.path.lexists(read.root / path)
    return text[1].bytes() == data


def replaced(
    root: Path, changed: Mapping[str, bytes | None], before: Mapping[str, bytes | None]
) -> dict[str, durable.Signature]:
    """Put these bytes in the place of files, or take them away (None); gives the new stamps.

    Raises:
        OSError: a file cannot be written. Those written before it then hold their old bytes again.
        Unusable: a link leads out of the workspace.
    """
    marks: dict[str, durable.Signature] = {}
    made: list[str] = []
    try:
        for path, data in changed.items():
            made.append(path)
            if (mark := _replace(root, path, data)) is not None:
                marks[path] = mark
    except BaseException:
        for path in made[:-1]:
            _replace(root, path, before[path])
        raise
    return marks


def _replace(root: Path, path: str, data: bytes | None) -> durable.Signature | None:
    real = files.target(root, root / path)
    linked = real.parent != (root / path).parent.resolve()
    with durable.locked(real.parent) if linked else nullcontext():
        if data is not None:
            return durable.replace(real, data)
        real.unlink(missing_ok=True)
        durable.force_folder(real.parent)
    return None


def unreached(error: Exception) -> Refused:
    """What keeps a file from being read or written, in words."""
    match error:
        case Unusable(finding=found):
            return Refused(found.message, found.remedy, found.path, found.line)
        case yamltext.YamlError(problem=found):
            return Refused(found.message, found.remedy)
        case durable.Locked():
            return Refused("another program is writing in this folder and does not let go", "try again")
        case FileNotFoundError() | NotADirectoryError() | NotAWorkspace():
            return Refused("the folder of the file is gone", "put it back and try again")
        case OSError(errno=number) if number:
            return Refused(f"nothing is written: {os.strerror(number)}", "see to it and try again")
    return Refused(f"nothing is written: {error}", "try again")
