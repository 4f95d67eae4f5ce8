"""How many ratings changed since a stale judgement was written, out of git.

The judgement keeps the fingerprint of the matrix it was made on, not the ratings. Those are looked for in the revisions
of the matrix's own file that hold this very judgement's mark, the newest first, and proved by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from workbench import workspace, yamltext
from workbench.model import Case, Matrix, judgement_stale
from workbench.revisions import quickly
from workbench.revisions.git import CannotTell, Repository
from workbench.revisions.older import FIELDS, MOST_REVISIONS, SECONDS
from workbench.workspace import building, naming

MOST_READ = 10
"""Old files that are read."""


def rated_since(root: Path, case: Case) -> int | None:
    """How many cells under active hypotheses, of rows that are not parked, are rated otherwise than when it was judged.

    Rows that the case was narrowed away from are counted as well. Nothing where no rating changed, or that is unknown:
    there is no git, the matrix was never committed as it was judged, or more than this file changed since (a grade, a
    hypothesis, which items belong).

    Args:
        root: the folder of the workspace.
        case: with the judgement.
    """
    judged = case.matrix.judgement
    if judged is None or not judgement_stale(case):
        return None
    try:
        names = workspace.read(root).names
        for data in _files(root, case.matrix.path, judged.matrix):
            was = _matrix(names, case, data)
            if was and was.judgement and was.judgement.matrix == judged.matrix:
                then = case.with_matrix(replace(was, judgement=judged))
                if not judgement_stale(then):
                    return _changed(case, was) or None
    except (CannotTell, workspace.NotAWorkspace):
        pass
    return None


def _changed(case: Case, was: Matrix) -> int:
    ids = [hypothesis.id for hypothesis in case.hypotheses]
    items = {**case.items, **case.narrowed.outside} if case.narrowed else case.items
    pairs = ((case.matrix.row(a).ratings, was.row(a).ratings) for a in items if not case.parked(a))
    return sum(now.get(h) is not then.get(h) for now, then in pairs if now != then for h in ids)


def _matrix(names: naming.Names, case: Case, data: bytes) -> Matrix | None:
    try:
        held = quickly.read(data).root
    except yamltext.YamlError:
        return None
    matrix = case.matrix
    return naming.matrix(names, building.matrix(matrix.question, matrix.analyst, matrix.path, held))


def _files(root: Path, path: str, mark: str) -> Iterator[bytes]:
    """The states of a matrix file in which a mark stands, the newest first."""
    repository = replace(Repository.around(root), seconds=SECONDS)
    listed = repository.names(
        "log", "--full-history", "--raw", "--no-abbrev", "--no-renames", "--no-show-signature", "--root", "-z",
        "--no-textconv", "--no-ext-diff", "--format=", f"--max-count={MOST_REVISIONS}", f"-S{mark}", "HEAD", "--", path,
    )  # fmt: skip
    heads = (word.strip("\n").split(" ") for word in listed if word.strip("\n").startswith(":"))
    states = [head[3] for head in heads if len(head) == FIELDS and head[3].strip("0")]
    for _, data in repository.blobs(states[:MOST_READ]):
        if mark.encode() in data:
            yield data
