"""`ach check`: every finding in the files of a workspace, in one run."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from workbench import checks, workspace
from workbench.commands import output, rereading, where
from workbench.commands.refusal import FINDINGS, FINE, Refusal
from workbench.model import Finding
from workbench.report.visible import line


def run(args: argparse.Namespace) -> int:
    """Print the findings; the exit code says whether any asks for a change."""
    found = [finding for root, wanted in _asked(args) for finding in _shown(args, root, wanted)]
    if args.format == "json":
        from workbench.report import jsontext  # noqa: PLC0415 - loads the analysis, which findings do without

        output.data(jsontext.written([_record(finding) for finding in found]), encoding="utf-8")
    elif args.format in {"github", "sarif"}:
        output.data(_for_review(found, args.format), encoding="utf-8")
    else:
        output.data("".join(f"{line(str(finding))}\n" for finding in found))
    output.note(args, _count(found))
    return FINE if all(finding.note for finding in found) else FINDINGS


def _asked(args: argparse.Namespace) -> Iterator[tuple[Path, Sequence[Path]]]:
    """Each workspace that was asked about, with the places in it; none means all of it."""
    if not args.paths:
        yield where.root(args), ()
        return
    wanted: dict[Path, list[Path]] = {}
    for path in args.paths:
        place = (args.directory or Path()) / path
        if not place.exists():
            raise Refusal(f"there is no file or folder {place}; name one of the workspace, or none for all of it")
        root = where.around(place.resolve())
        if root is None:
            raise Refusal(f"{place} is in no workspace: there is no folder hypotheses/ beside or above it")
        wanted.setdefault(root, []).append(place.resolve())
    yield from wanted.items()


def _shown(args: argparse.Namespace, root: Path, wanted: Sequence[Path]) -> Iterator[Finding]:
    """The findings of a workspace at the places wanted, with paths from where the user stands."""
    base = _top() if args.format in {"github", "sarif"} else (args.directory or where.here()).resolve()
    found = workspace.read(root)
    for finding in rereading.explained(found, checks.everything(found)):
        path = root.resolve() / finding.path
        if not wanted or any(path.is_relative_to(place) for place in wanted):
            yield replace(finding, path=Path(os.path.relpath(path, base)).as_posix())


def _top() -> Path:
    """The top of the repository, as GitHub's runner says, else as git has it; else the present folder."""
    here = where.here().resolve()
    if given := os.environ.get("GITHUB_WORKSPACE"):
        return Path(given).resolve()
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def _for_review(found: Sequence[Finding], form: str) -> str:
    """The findings for programs that put them beside the lines of a pull request."""
    from workbench.checks import catalogue  # noqa: PLC0415 - these tables and formats are seldom wanted
    from workbench.report import github, sarif  # noqa: PLC0415 - as above

    entries = [entry for _, some in catalogue.sections() for entry in some]
    if form == "sarif":
        return sarif.render(found, entries)
    return github.render(found, {entry.code: entry.title for entry in entries})


def _record(finding: Finding) -> dict[str, object]:
    return {
        "path": finding.path,
        "line": finding.line,
        "code": finding.code,
        "message": finding.message,
        "remedy": finding.remedy,
    }


def _count(found: Sequence[Finding]) -> str:
    """How much there is to do, in words."""
    notes = sum(finding.note for finding in found)
    parts = [(len(found) - notes, "finding"), (notes, "note")]
    said = " and ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in parts if n)
    return said or "nothing to mend"
