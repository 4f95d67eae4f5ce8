"""A new question: a file of its own that reads as if a careful person had begun it; nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.small_case import write
from workbench import checks, workspace
from workbench.model import Hypothesis
from workbench.model.authoring import AddHypothesis, AddQuestion
from workbench.workspace.authoring import Author
from workbench.workspace.authoring_outcomes import Done, Refused

ASKED = AddQuestion(
    "oil", {"question": "Who sold the oil?", "who": "Traders.", "period": "2019", "marking": "TLP:CLEAR"}
)

WRITTEN = """\
# yaml-language-server: $schema=../schemas/hypotheses.schema.json
format: 1

question: >-
  Who sold the oil?
scope:
  who: Traders.
  period: 2019
marking: TLP:CLEAR

hypotheses:
  traders:
    short: Traders
    statement: >-
      Traders sold it.
    expect_not:
      - Invoices of others.
"""


def test_it_is_written_as_a_careful_person_would(tmp_path: Path) -> None:
    write(tmp_path)
    author = Author(workspace.read(tmp_path), checks.findings)
    assert isinstance(author.do(ASKED), Done)
    traders = Hypothesis("traders", "Traders", "Traders sold it.", expect_not=("Invoices of others.",))
    assert isinstance(author.do(AddHypothesis("oil", traders)), Done)
    path = tmp_path / "hypotheses" / "oil.yaml"
    assert path.read_text() == WRITTEN
    author.undo()
    author.undo()
    assert not path.exists()


@pytest.mark.parametrize(
    "change, said",
    [
        (AddQuestion("iraq", {"question": "Again?"}), "there already"),
        (AddQuestion("No Id", {"question": "Why?"}), "no id"),
        (AddQuestion("oil", {"question": "  "}), "empty"),
        (AddQuestion("oil", {"question": "Why?", "period": "soon"}), "soon"),
        (AddQuestion("oil", {"question": "Why \x07?"}), ""),
    ],
)
def test_what_cannot_be_a_question_is_refused(tmp_path: Path, change: AddQuestion, said: str) -> None:
    write(tmp_path)
    before = sorted(p.name for p in (tmp_path / "hypotheses").iterdir())
    outcome = Author(workspace.read(tmp_path), checks.findings).do(change)
    assert isinstance(outcome, Refused)
    assert said in str(outcome)
    assert sorted(p.name for p in (tmp_path / "hypotheses").iterdir()) == before
