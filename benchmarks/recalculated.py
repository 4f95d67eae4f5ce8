"""Do the formulas of a printed workbook agree with our own points? LibreOffice counts them anew, from nothing.

python -m benchmarks.recalculated

Each workbook is printed, every value of a formula is taken out of it, and LibreOffice fills them in again. Then each is
compared with the value we wrote. Needs `soffice` on the path; says so and ends where there is none.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import python_calamine

from benchmarks.measuring import PROJECT, show
from workbench import workspace
from workbench.analysis.standing import standing
from workbench.model import Case, Level, Note, Rating, Row
from workbench.ratingsheets.grid import letters
from workbench.report import workbook
from workbench.report.content import matrix_content
from workbench.report.workbook import parcel

_FORMULA = re.compile(rb'(<c r="[A-Z]+[0-9]+"[^>]*>)<f>(.*?)</f><v>.*?</v></c>')

CLOSE = 1e-9
"""A relative difference that comes from adding up in another order."""


def main() -> None:
    """Compares and prints."""
    parser = argparse.ArgumentParser(description="Formulas of printed workbooks, counted by LibreOffice.")
    parser.add_argument("--shuffled", type=int, default=20, help="so many matrices of random ratings besides")
    asked = parser.parse_args()
    program = shutil.which("soffice")
    if program is None:
        sys.exit("there is no soffice on the path: install LibreOffice Calc, and this compares with it")
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split(" ")
    show(
        f"Formulas of printed workbooks against {' '.join(version[:2])}; alike within {CLOSE:g}",
        ("matrix", "formulas", "counted otherwise"),
        (line(program, name, case) for name, case in cases(asked.shuffled)),
    )


def line(program: str, name: str, case: Case) -> tuple[str, ...]:
    """A line of the table."""
    cells, apart = compared(program, workbook.render(matrix_content(standing(case), program="ach-workbench")))
    return name, str(cells), ", ".join(apart[:5]) or "none"


def cases(shuffled: int) -> Iterator[tuple[str, Case]]:
    """The shipped matrices, and some with random ratings, relevance and parked rows."""
    found = workspace.read(PROJECT)
    for question, analyst in sorted(found.matrices):
        yield f"{question}, {analyst}", found.case(question, analyst)
    case = found.case(*sorted(found.matrices)[0])
    for seed in range(shuffled):
        yield f"random, seed {seed}", scrambled(case, random.Random(seed))


def scrambled(case: Case, chance: random.Random) -> Case:
    """The case with random cells, a few of them left out, so that some hypotheses tie and some are not tested."""
    ids = [hypothesis.id for hypothesis in case.hypotheses]
    kinds = chance.sample(list(Rating), chance.randint(1, len(Rating)))
    rows = {a: Row({h: chance.choice(kinds) for h in ids if chance.random() < 0.9}) for a in case.items}
    notes = {a: Note(relevance=chance.choice(list(Level)), parked=chance.choice(["", "", "Idle."])) for a in case.items}
    return case.with_matrix(replace(case.matrix, rows=rows, notes=notes))


def compared(program: str, data: bytes) -> tuple[int, list[str]]:
    """How many formulas there are, and those of which LibreOffice makes something else."""
    ours = values(data)
    held = parcel.parts(data)
    bare = {name: _FORMULA.sub(rb"\1<f>\2</f></c>", part) for name, part in held.items()}
    theirs = values(saved_again(program, parcel.packed(bare)))
    places = [(name, cell) for name, part in formulas(held) for cell in part]
    apart = [f"{name}!{cell}" for name, cell in places if not alike(ours[name].get(cell), theirs[name].get(cell))]
    return len(places), apart


def formulas(held: dict[str, bytes]) -> Iterator[tuple[str, list[str]]]:
    """The cells with formulas of each sheet that has some."""
    for number, name in enumerate(("Answer", "Matrix"), start=1):
        part = held[f"xl/worksheets/sheet{number}.xml"]
        yield name, [cell.decode() for cell in re.findall(rb'<c r="([A-Z]+[0-9]+)"[^>]*><f>', part)]


def alike(ours: object, theirs: object) -> bool:
    """Whether two values are the same but for the last digits of a float."""
    if isinstance(ours, float) and isinstance(theirs, float):
        return abs(ours - theirs) <= CLOSE * max(1.0, abs(ours))
    return ours == theirs


def values(data: bytes) -> dict[str, dict[str, object]]:
    """What stands in each cell of each sheet."""
    with python_calamine.load_workbook(io.BytesIO(data)) as book:
        sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    return {
        name: {f"{letters(c)}{r}": cell for r, row in enumerate(rows, start=1) for c, cell in enumerate(row)}
        for name, rows in sheets.items()
    }


def saved_again(program: str, data: bytes) -> bytes:
    """The workbook as LibreOffice saves it after it has counted."""
    with tempfile.TemporaryDirectory() as folder:
        given, into = Path(folder) / "given.xlsx", Path(folder) / "saved"
        given.write_bytes(data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(into), str(given)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return (into / "given.xlsx").read_bytes()


if __name__ == "__main__":
    main()
