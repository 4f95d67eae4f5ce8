"""Asking for a source: a new document, or what stands of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.model import Source
from workbench.model.authoring import AddSource, SetSource
from workbench.model.ids import proposed
from workbench.model.words import RELIABILITY_MEANING
from workbench.tui.doing.itemfields import DATES, unless_untouched
from workbench.tui.doing.itemform import OWN, may_write
from workbench.tui.doing.writes import Writes
from workbench.tui.forms.field import Field, Shape, Values, a_date_or_unknown, changed, new_id
from workbench.tui.forms.staying import Staying

if TYPE_CHECKING:
    from workbench.tui.steps import Steps

KEPT = ("origins", OWN)
"""Ids that are kept for files of our own."""

NAMES = (
    "title", "author", "publisher", "published", "accessed", "url", "archive", "sha256", "reliability", "because",
    "marking",
)  # fmt: skip


def fields(source: Source) -> tuple[Field, ...]:
    """The fields of a source as it stands, but for its id."""
    unknown = "Write unknown where it does not say; never invent one."
    made = (
        Field("title", "title", source.title, told="The title, in its own language.", needed=not source.own),
        Field("author", "author", source.author, told=f"Who wrote it, as the document says. {unknown}"),
        Field("publisher", "publisher", source.publisher, told=f"Who published it. {unknown}"),
        Field(
            "published", "published", source.published, told=f"When it was published. {DATES}", check=a_date_or_unknown,
        ),
        Field("accessed", "accessed", source.accessed, told=f"When it was read. {DATES}", check=a_date_or_unknown),
        Field("url", "url", source.url, told="Where it was read, exactly as found; empty where there is none."),
        Field("archive", "archive", source.archive, told="Where an archived copy is kept: an address or a path."),
        Field(
            "sha256", "sha256", source.sha256, check=a_fingerprint,
            told="The SHA-256 of the archived file, 64 hex digits, as sha256sum prints it.",
        ),
        Field(
            "reliability", "reliability", source.reliability, Shape.CHOICE,
            "Graded before and apart from any rating of what it says.", RELIABILITY_MEANING,
        ),
        Field(
            "because", "because", source.because, Shape.TEXT,
            "Why this grade: access, bias, age, purpose, past record.",
        ),
        Field("marking", "marking", source.marking, told="Its handling marking; without one the question's holds."),
    )  # fmt: skip
    return tuple(unless_untouched(field) for field in made if not source.own or field.name in {"title", "marking"})


def a_fingerprint(text: str) -> str:
    """What is wrong with a SHA-256."""
    fine = len(text) == 64 and not text.strip("0123456789abcdef")
    return "" if fine else "write 64 digits 0-9 and a-f"


def add_source(steps: Steps, then: Callable[[str], None] = lambda _: None) -> None:
    """Ask for a new source and write it; `then` is told its id once it is on the screen."""
    if not may_write(steps):
        return
    from workbench.tui.steps import today  # noqa: PLC0415 - it loads what is done on the pages

    known = steps.desk.case.sources
    taken = {*known, *KEPT, *(old for source in known.values() for old in source.formerly)}
    told = "Its file will be evidence/<id>.yaml, and items are called <id>/<item>. Empty: made from the title."
    first, *others = fields(Source("", "", accessed=today().isoformat()))
    asked = (first, Field("id", "id", told=told, check=new_id(taken)), *others)

    def saved(form: Staying, values: Values) -> None:
        texts = {name: str(values[name]) for name in NAMES}
        source = Source(str(values["id"]) or proposed(texts["title"], taken, "source"), formerly=(), **texts)
        form.busy = True

        def done(_: object) -> None:
            form.close()
            steps.call_later(then, source.id)

        Writes(steps).write(
            AddSource(source), said=f"{source.id}: added. a adds what it says.",
            refused=lambda refusal: form.refuse(str(refusal)), done=done,
        )  # fmt: skip

    steps.app.push_screen(Staying("New source: a document", asked, saved))


def edit_source(steps: Steps, id_: str, at: str = "") -> None:
    """Ask what is to stand in the fields of a source, and write those that change; `at` is the field to begin with."""
    source = steps.desk.case.sources.get(id_)
    if source is None or not may_write(steps):
        return
    asked = fields(source)

    def saved(form: Staying, values: Values) -> None:
        given = changed(asked, values)
        if not given:
            form.close()
            return
        form.busy = True
        Writes(steps).write(
            SetSource(id_, given), said=f"{id_}: {', '.join(given)} written.",
            refused=lambda refusal: form.refuse(str(refusal)), done=lambda _: form.close(),
        )  # fmt: skip

    steps.app.push_screen(Staying(f"{id_}: the source as it stands", asked, saved, at=at))
