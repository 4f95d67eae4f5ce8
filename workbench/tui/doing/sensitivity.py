"""Step 6 on the screen: what only the analyst can say of suspects and of our own assumptions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workbench.analysis.heuer.suspects import Suspect, suspects
from workbench.tui.chooser import Chooser, Option
from workbench.tui.doing.deed import Deed, Doing
from workbench.tui.leaf import Goal


class Does(Doing):
    """Takes up a suspect or our own assumptions, each on a leaf of its own."""

    ENTER = "goes there"
    DEEDS = (
        Deed("D", "deception", "Go through the deception checklist of a source or an origin", "check"),
        Deed("X", "rated again", "Rate the rows of a source or an origin again, as if it deceived us", "again"),
        Deed("A", "assumptions", "Say how well founded our own assumptions are, and what if they are wrong", "assume"),
    )

    @classmethod
    def parts(cls) -> Iterator[tuple[str, tuple[Deed, ...]]]:
        """The keys of what is taken up."""
        from workbench.tui.doing import assuming, deception  # noqa: PLC0415 - off the way to the first paint

        yield "On a deception checklist", deception.Checking.DEEDS
        yield "On rows rated again", tuple(deed for deed in deception.RatingAgain.DEEDS if deed.brief)
        yield "On our own assumptions", assuming.Assuming.DEEDS

    def enter(self, goal: Goal) -> bool:
        """Take up what is under the cursor; from the rest one goes to the matrix."""
        if goal.act != "take up":
            return False
        if goal.about == "suspect":
            self.check(goal)
        else:
            self.assume(goal)
        return True

    def check(self, goal: Goal) -> None:
        """Show the checklist of the suspect under the cursor, or of one that is asked for."""
        from workbench.tui.doing.deception import take_up_checklist  # noqa: PLC0415 - off the way to the first paint

        self._one(goal, "Whose deception checklist?", lambda suspect: take_up_checklist(self.steps, suspect))

    def again(self, goal: Goal) -> None:
        """Show the rows of the suspect under the cursor, or of one that is asked for, to be rated again."""
        from workbench.tui.doing.deception import take_up_rows  # noqa: PLC0415 - off the way to the first paint

        self._one(goal, "Rate the rows again as if who deceived us?", lambda suspect: take_up_rows(self.steps, suspect))

    def assume(self, _: Goal) -> None:
        """Show our own assumptions."""
        from workbench.tui.doing.assuming import Assuming  # noqa: PLC0415 - off the way to the first paint
        from workbench.tui.part import take_up  # noqa: PLC0415

        take_up(Assuming(self.steps))

    def _one(self, goal: Goal, asked: str, then: Callable[[str], None]) -> None:
        """Go on with the suspect under the cursor; else ask for one, those that matter most first."""
        if goal.about == "suspect" and goal.file:
            then(str(goal.file.place[-1]))
            return
        standing = self.steps.desk.standing
        found = suspects(standing, every=True) if standing is not None else ()
        if not found:
            self.say("There is no source or origin but our own analysis.")
            return
        options = [Option(one.id, one.id, _note(one)) for one in found]
        self.steps.ask(Chooser(asked, options, typed=True), lambda suspect: then(str(suspect)))


def _note(suspect: Suspect) -> str:
    """What a list says of a suspect."""
    from workbench.analysis.narrowing import counted  # noqa: PLC0415 - off the way to the first paint
    from workbench.tui.deceptionview import state  # noqa: PLC0415

    key = "the lead hangs on it" if suspect.key else ""
    told = (suspect.what, counted(len(suspect.items)), key, state(suspect) if suspect.suspected else "")
    return ", ".join(filter(None, told))
