"""What is asked for of a question: its text and scope, what a reader has to know, its marking, which items belong."""

from __future__ import annotations

from workbench.checks.markings import TLP
from workbench.model import Blind, Question, Selector
from workbench.model.authoring import Authored, SetEvidence, SetQuestion
from workbench.tui.doing.deed import Doing
from workbench.tui.doing.filled import fill
from workbench.tui.doing.hypothesisform import texts
from workbench.tui.forms.field import Field, Shape, Values, a_date, changed

EDTF = "2019, 2019-07 or 2019-07-29, with ? or ~ behind it where it is not sure, or an interval as in 2019-07/2019-12."

TEXT = "One question, in one sentence that ends in a question mark. Every hypothesis is an answer to it."
WHO = "Who is meant: people, groups or states. Evidence about anybody else is NA."
PERIOD = f"The time that is meant: {EDTF}"
MEANS = "What the key words mean here, so that two analysts answer the same question."
BACKGROUND = "What a reader has to know before the hypotheses make sense. It is printed, and never scored."
MARKING = "The handling marking, printed on every page: a label of TLP, or your own organisation's."
CUTOFF = f"The last day whose reports were taken into account: {EDTF}"
ITEMS = (
    "Which items belong, one line for each choice; empty for all of them. A line names an address, as in embassy/* or "
    "embassy/visas, or tag=service=signals, or period=2019; all that stands in it must hold, with ; between."
)
BLIND = (
    "What colleagues rated in a row is shown when one has rated that row; with matrix, when one has rated all rows. "
    "Who leads with them waits for all rows in any case."
)


def ask(doing: Doing) -> None:
    """Ask for the question in other words, and write what changed."""
    question = doing.question
    asked = fields(question)

    def changes(values: Values) -> tuple[Authored, ...]:
        new = changed(asked, values)
        items = new.pop("items", None)
        made: list[Authored] = [SetQuestion(question.id, new)] if new else []
        if items is not None:
            made.append(SetEvidence(question.id, tuple(map(selector, texts(items)))))
        return tuple(made)

    intro = (
        () if not question.active else ("Ratings stay as they are, whatever the question says: look at them again.",)
    )
    fill(doing, f"The question {question.id}", asked, changes, said="The question is written.", intro=intro)


def fields(question: Question) -> tuple[Field, ...]:
    """The fields of a question as it stands; all but `items` by the names that `SetQuestion` has for them."""
    scope, blind = question.scope, question.blind.value if question.blind is Blind.MATRIX else ""
    return (
        Field("question", "question", question.text, Shape.TEXT, TEXT, needed=True),
        Field("who", "who", scope.who, Shape.TEXT, WHO),
        Field("period", "period", scope.period, Shape.LINE, PERIOD, check=a_date),
        Field("means", "what it means", scope.means, Shape.TEXT, MEANS),
        Field("background", "background", question.background, Shape.TEXT, BACKGROUND),
        Field("marking", "marking", question.marking, Shape.LINE, MARKING, dict.fromkeys(TLP, "")),
        Field("cutoff", "cut-off", question.cutoff, Shape.LINE, CUTOFF, check=a_date),
        Field("items", "items", tuple(map(written, question.evidence)), Shape.LINES, ITEMS, check=wrong_with),
        Field("blind", "blind", blind, Shape.CHOICE, BLIND, {Blind.MATRIX.value: "nothing before all rows are rated"}),
    )


def written(selector: Selector) -> str:
    """Which items a line of the form stands for."""
    tag = f"tag={selector.tag}" if selector.tag else ""
    period = f"period={selector.period}" if selector.period else ""
    return "; ".join(filter(None, (selector.address, tag, period)))


def selector(line: str) -> Selector:
    """The condition that a line of the form comes to.

    Raises:
        ValueError: it says something twice, or something else, in a sentence.
    """
    found: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in line.split(";"))):
        name, value = _named(part)
        if name in found:
            raise ValueError(f"{name} stands twice in one line")
        found[name] = value
    if not found:
        raise ValueError("name an address, a tag or a period")
    return Selector(**found)


def wrong_with(line: str) -> str:
    """What is wrong with a line of the form; empty where nothing is."""
    try:
        period = selector(line).period
    except ValueError as problem:
        return str(problem)
    return a_date(period) if period else ""


def _named(part: str) -> tuple[str, str]:
    name, sign, value = part.partition("=")
    if name.strip() in {"tag", "period", "address"} and sign:
        return name.strip(), value.strip()
    if sign:
        raise ValueError(f"write tag={part}")
    return "address", part
