"""Which workspace, which question and whose matrix a command is about."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench import workspace
from workbench.commands import output, who
from workbench.commands.refusal import Refusal, meant
from workbench.model import Case, Question
from workbench.report.visible import line
from workbench.workspace import Workspace, files

START = "start one with `ach new DIR`, or look at the shipped case with `ach demo`"


def root(args: argparse.Namespace) -> Path:
    """The workspace's folder: -C DIR, else the present folder or the nearest one around it.

    Raises:
        Refusal: there is none.
    """
    if args.directory is None:
        found = around(here())
        if found is None:
            raise Refusal(f"there is no workspace here: no folder hypotheses/ in {here()} or around it; {START}")
        return found
    given: Path = args.directory
    if not given.is_dir():
        raise Refusal(f"there is no folder {given}; {START}")
    if not is_workspace(given):
        raise Refusal(f"{given} is not a workspace: it has no folder hypotheses/; {START}")
    return given


def here() -> Path:
    """The present folder.

    Raises:
        Refusal: it was removed meanwhile.
    """
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise Refusal("the present folder is gone; change to another, or name the workspace with -C DIR") from None


def is_workspace(folder: Path) -> bool:
    """Whether a folder holds one of those that make a workspace."""
    return any((folder / name).is_dir() for name in files.FOLDERS)


def around(place: Path) -> Path | None:
    """The workspace that a file or folder lies in, itself included."""
    return next((f for f in (place, *place.parents) if (f / "hypotheses").is_dir()), None)


def read(args: argparse.Namespace) -> Workspace:
    """Read the workspace, and say on standard error, and later on what is printed, which of its files are not used."""
    found = workspace.read(root(args))
    broken = {finding.path for finding in found.findings if not finding.note}
    if broken:
        files_are = "a file is" if len(broken) == 1 else f"{len(broken)} files are"
        args.unread = f"{files_are} not read, or not whole: {_listed(sorted(broken))}"
        output.note(args, f"{args.unread}; see `ach check`")
    return found


def _listed(names: list[str], most: int = 3) -> str:
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def question(found: Workspace, name: str | None) -> Question:
    """The question named, or the only one.

    Raises:
        Refusal: no such question, none at all, or several and none named.
    """
    if name is None and len(found.questions) == 1:
        return next(iter(found.questions.values()))
    if name is None:
        raise Refusal(_which(found))
    if name in found.questions:
        return found.questions[name]
    broken = next((f for f in found.findings if f.path == f"hypotheses/{name}.yaml"), None)
    if broken:
        raise Refusal(f"the question {name} cannot be read: {broken}")
    known = ", ".join(found.questions) or "none yet"
    raise Refusal(f'there is no question "{name}"' + (meant(name, found.questions) or f"; there are: {known}"))


def _which(found: Workspace) -> str:
    if not found.questions and any(f.path.startswith("hypotheses/") for f in found.findings):
        return "no question in this workspace can be read; `ach check` says why"
    if not found.questions:
        return "there is no question in this workspace yet; write one with `ach new question ID`"
    listed = (f"  {asked.id}  {line(asked.text)}" for asked in found.questions.values())
    return "\n".join(["which question? Name one of:", *listed])


def case(args: argparse.Namespace) -> Case:
    """The case a command is about: my own matrix, else the only one, else the first by id; narrowed as asked.

    Raises:
        Refusal: the question, the analyst or the slice named is not there, or my own matrix cannot be read.
    """
    from workbench.commands import narrowing  # noqa: PLC0415 - loads the analysis, which `ach check` does without

    to = narrowing.asked(args)
    found = read(args)
    asked = question(found, args.question).id
    me = who.analyst(args, found.root)
    there = found.analysts(asked)
    if unread := found.unread(asked, me):
        raise Refusal(f"your matrix cannot be read: {unread}")
    if args.analyst and there and me not in there:
        raise Refusal(f'"{me}" has no matrix for {asked}' + (meant(me, there) or f"; there are: {', '.join(there)}"))
    chosen = found.choose(asked, me)
    if chosen != me and len(there) > 1:
        others = ", ".join(a for a in there if a != chosen)
        output.note(args, f"this is the matrix of {chosen}; --analyst shows those of {others}")
    return narrowing.applied(found.case(asked, chosen), to)
