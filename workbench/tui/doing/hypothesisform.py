"""What is asked for of a hypothesis, and the hypothesis that the answers come to."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from workbench.analysis.heuer.hypotheses import ROLE_EXAMPLES, ROLE_MEANING
from workbench.model import Case, Hypothesis, Question, Status
from workbench.model.ids import proposed
from workbench.tui.doing.deed import Doing
from workbench.tui.doing.filled import text
from workbench.tui.forms.field import Field, Shape, Value, Values, new_id

SHORT = "The column header: two or three words, 24 characters or fewer."

STATEMENT = (
    "A full sentence that could turn out to be false. Ratings are tied to its wording: reworded, they are stale until "
    "confirmed."
)

EXPECT = "What should be seen if it is true, one sentence to a line. It guides the search for evidence."

EXPECT_NOT = (
    "What should not be seen if it is true, one to a line: what would contradict it. One is needed, or nothing can "
    "speak against it."
)

ROLE = "Its part in the set, where it has one; a set does well with one of each."

ID = "Stands in every row of the matrix: 8 characters or fewer read best. Left empty, it is made of the short name."

BECAUSE = "Why it is set aside."

EMPTY = Hypothesis("", "", "")

LISTS = ("expect", "expect_not")


def taken(question: Question) -> set[str]:
    """Every id that a hypothesis has or had: none is ever used again."""
    known = question.hypotheses.values()
    return {h.id for h in known} | {old for h in known for old in h.formerly}


def wording(hypothesis: Hypothesis = EMPTY, *, role: str = "") -> tuple[Field, ...]:
    """The fields of a hypothesis as it is, or of a new one; with the examples of a role that it is to have."""
    statement, contradicts = ROLE_EXAMPLES.get(role, ("", ""))
    fields = (
        Field("short", "short name", hypothesis.short, Shape.LINE, SHORT, needed=True),
        Field("statement", "statement", hypothesis.statement, Shape.TEXT, _as(STATEMENT, statement), needed=True),
        *expectations(hypothesis, contradicts),
        Field("role", "role", hypothesis.role or role, Shape.CHOICE, ROLE, ROLE_MEANING),
    )
    if hypothesis.status is Status.ACTIVE:
        return fields
    return (*fields, Field("because", "set aside", hypothesis.because, Shape.TEXT, BECAUSE, needed=True))


def expectations(hypothesis: Hypothesis, contradicts: str = "") -> tuple[Field, ...]:
    """What should be seen and what should not; one of the latter is asked for but of those that do without."""
    needed = bool(hypothesis.expect_not or not hypothesis.id)
    return (
        Field("expect", "expect", hypothesis.expect, Shape.LINES, EXPECT),
        Field(
            "expect_not", "expect not", hypothesis.expect_not, Shape.LINES, _as(EXPECT_NOT, contradicts), needed=needed
        ),
    )


def id_field(used: Collection[str], value: str = "") -> Field:
    """The id of a new hypothesis."""
    return Field("id", "id", value, Shape.LINE, ID, check=new_id(used))


def hypothesis_of(values: Values, used: Collection[str]) -> Hypothesis:
    """The hypothesis that the values of a form come to; its id is made where none was given."""
    short = text(values, "short")
    return Hypothesis(
        text(values, "id") or proposed(short, used, "answer"),
        short,
        text(values, "statement"),
        texts(values["expect"]),
        texts(values["expect_not"]),
        role=text(values, "role"),
    )


def texts(value: Value) -> tuple[str, ...]:
    """A value as texts."""
    return value if isinstance(value, tuple) else tuple(filter(None, (value,)))


def name(hypothesis: Hypothesis) -> str:
    """What a hypothesis is called."""
    return hypothesis.short or hypothesis.id


def seek(doing: Doing, id_: str) -> None:
    """Put the cursor on a hypothesis."""
    doing.seek(lambda goal: goal.act == "reword" and goal.hypothesis == id_)


def rated_in(case: Case, hypothesis: str) -> int:
    """How many rows of the matrix are rated against a hypothesis."""
    return sum(hypothesis in row.ratings for row in case.matrix.rows.values())


def staleness(case: Case, hypothesis: Hypothesis) -> Iterable[str]:
    """What a new statement does to the ratings of a column; nothing where there are none."""
    rows = rated_in(case, hypothesis.id)
    if rows:
        many = "1 row is rated under this statement. A new one makes it"
        many = many if rows == 1 else f"{rows} rows are rated under this statement. A new one makes them"
        yield f"{many} stale until looked at again and confirmed; another short name, expectation or role does not."


def _as(told: str, example: str) -> str:
    return f"For instance: {example} {told}" if example else told
