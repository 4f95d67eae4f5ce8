"""What is looked at before anything is written: comments that would be lost, and findings that would be new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from workbench import yamltext
from workbench.model import Finding
from workbench.workspace import shapes
from workbench.workspace.authoring_outcomes import Refusing
from workbench.workspace.folder import Workspace

Check = Callable[[Workspace], Iterable[Finding]]
"""The rules that a workspace breaks, beyond the shape of its files."""

Texts = dict[str, tuple[str, yamltext.Text] | None]
"""Relative path to (kind, text); None for a file that is to go."""

GRADED_ELSEWHERE = frozenset({"C036"})
"""Findings about how grades stand to one another: an honest grade is never refused for what it means elsewhere."""


class Standing:
    """The findings of a workspace, kept for as long as it is the same."""

    def __init__(self, check: Check) -> None:
        self._check = check
        self._of: Workspace | None = None
        self._found: tuple[Finding, ...] = ()

    def findings(self, workspace: Workspace) -> tuple[Finding, ...]:
        """Every rule that a workspace breaks."""
        if self._of is not workspace:
            self._found, self._of = tuple(self._check(workspace)), workspace
        return self._found

    def moved(self, proposed: Workspace, now: Workspace) -> None:
        """The proposed workspace was written and read as this one: what was found in it holds."""
        if self._of is proposed:
            self._of = now


def refuse_lost_comments(workspace: Workspace, texts: Mapping[str, tuple[str, yamltext.Text] | None]) -> None:
    """Refuse an edit that would take a comment away: somebody wrote it, and nobody asked for it to go."""
    for path, held in texts.items():
        before = workspace.texts.get(path)
        if before is None or held is None:
            continue
        lost = Counter(yamltext.remarks(before[1])) - Counter(yamltext.remarks(held[1]))
        for comment in lost:
            line = before[1].text.partition(comment)[0].count("\n") + 1
            remedy = "take the comment away first, or make this change in the file itself"
            raise Refusing(f"the comment that stands here would be lost ({comment[:60]})", remedy, path, line)


def consequences(
    standing: Standing,
    before: Workspace,
    after: Workspace,
    written: set[str],
    entries: Mapping[str, tuple[str | int, ...]],
) -> tuple[Finding, ...]:
    """What would be found that was not found before.

    Args:
        standing: finds it.
        before: the workspace as it stands.
        after: as it would be.
        written: the files in which a new fault keeps the change from being made.
        entries: by file, the way to the entry that is written.

    Raises:
        Refusing: there is such a fault.
    """
    known = Counter(map(_same, (*standing.findings(before), *_shaped(before, written))))
    new = []
    for finding in (*standing.findings(after), *_shaped(after, written)):
        known[_same(finding)] -= 1
        if known[_same(finding)] < 0:
            new.append(finding)
    found = after.located(new)
    faults = tuple(f for f in found if f.path in written and not f.note and not _told(f, entries.get(f.path, ())))
    if faults:
        first = faults[0]
        line = before.line(first.path, first.keys) if first.path in before.texts else 0
        raise Refusing(first.message, first.remedy, first.path, line, faults)
    return found


def _shaped(workspace: Workspace, paths: Iterable[str]) -> Iterator[Finding]:
    """What the schemas find in these files."""
    for path in paths:
        if path in workspace.texts:
            kind, text = workspace.texts[path]
            yield from shapes.findings(kind, path, text)


def _same(finding: Finding) -> tuple[str, str, str]:
    """What makes two findings one: lines and the index in a list change with what stands above."""
    return finding.path, finding.code, finding.message


def _told(finding: Finding, entry: tuple[str | int, ...]) -> bool:
    """Whether a finding is told of and does not keep a change from being made."""
    return finding.code in GRADED_ELSEWHERE and finding.keys[: len(entry)] != entry
