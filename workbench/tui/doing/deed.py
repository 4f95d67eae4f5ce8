"""Deeds: what a key does on the page of a step, and what the page needs to know of whoever does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from workbench.model import Case, Edit, Question
from workbench.model.authoring import Authored
from workbench.tui.leaf import Goal

if TYPE_CHECKING:
    from workbench.tui.look import Look
    from workbench.tui.steps import Steps
    from workbench.workspace.authoring_outcomes import Done, Refused


class Deed(NamedTuple):
    """A key of a page. The line of keys, help, command list and docs are made from it.

    `does` is the name of a method of the page's `Does`; it takes the goal under the cursor.
    """

    key: str
    label: str
    tip: str
    does: str
    brief: bool = True
    """Whether the line of keys has it."""


class Doing:
    """The base of everything that is done on pages.

    Args:
        steps: the screen under the page: it makes edits, writes files, opens lists and forms.
    """

    DEEDS: ClassVar[tuple[Deed, ...]] = ()
    """The keys of the page beside those that all pages have, most important first."""
    ENTER: ClassVar[str] = ""
    """What enter does on this page, for the line of keys; empty where it only goes somewhere."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps

    @property
    def case(self) -> Case:
        """The case as it is."""
        return self.steps.desk.case

    @property
    def question(self) -> Question:
        """The question as it is."""
        return self.steps.desk.case.question

    @classmethod
    def parts(cls) -> Iterator[tuple[str, tuple[Deed, ...]]]:
        """What is taken up from the page on leaves of its own, each with its keys, for the help."""
        yield from ()

    def enter(self, goal: Goal) -> bool:  # noqa: ARG002 - for those that do
        """Do what enter asks for; False where enter only goes there."""
        return False

    def seen(self, look: Look) -> Look:
        """What the page is made from: the case, without what was passed over here."""
        return look

    def do(self, key: str, goal: Goal) -> bool:
        """Do what a key stands for; whether it stands for anything."""
        for deed in self.DEEDS:
            if deed.key == key:
                getattr(self, deed.does)(goal)
                return True
        return False

    # ---- for those that do

    def say(self, text: str, *, alarm: bool = False) -> None:
        """Tell the analyst something, until the next thing happens."""
        self.steps.say(text, alarm=alarm)

    def seek(self, sought: Callable[[Goal], bool]) -> None:
        """Put the cursor of the page on the first spot with such a goal, as soon as there is one: what is new."""
        if self.steps.page is not None:
            self.steps.page.page.seek(sought)

    def change(self, edit: Edit) -> None:
        """Make an edit of the matrix; it is saved as every rating is."""
        self.steps.change(edit)

    def write(
        self,
        *changes: Authored,
        said: str = "",
        refused: Callable[[Refused], None] | None = None,
        done: Callable[[Done], None] | None = None,
    ) -> None:
        """Write in the files of hypotheses and evidence, all of it or nothing, as one step that `u` takes back.

        Args:
            changes: what is to stand in the files.
            said: what the screen says when it does.
            refused: told the refusal; without it the screen says it.
            done: told when it is done and on the screen.
        """
        self.steps.write(*changes, said=said, refused=refused, done=done)


def hints(doing: Doing | None) -> Iterator[tuple[str, str, str]]:
    """Key, label and action for the line of keys of a page."""
    if doing is None:
        return
    if doing.ENTER:
        yield "enter", doing.ENTER, "go"
    for deed in doing.DEEDS:
        if deed.brief:
            yield deed.key, deed.label, f"deed('{deed.key}')"
