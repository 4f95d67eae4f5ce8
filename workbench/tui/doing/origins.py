"""Origins named in an item: who else relies on them, and who they are where nobody knows them yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.model import Case, Origin
from workbench.model.authoring import AddOrigin, Authored
from workbench.model.ids import is_id, proposed
from workbench.model.words import RELIABILITY_MEANING
from workbench.tui.forms.field import Field, Shape, Value, Values, new_id, one_of
from workbench.tui.forms.staying import Staying

if TYPE_CHECKING:
    from workbench.tui.steps import Steps

SHOWN = 4
"""Sources that are named at most."""


def resting(case: Case) -> Mapping[str, Sequence[str]]:
    """The addresses of the items of the question that rest on each origin, those that are not shown too."""
    found: dict[str, list[str]] = {}
    for items in (case.items, case.narrowed.outside if case.narrowed else {}):
        for address, item in items.items():
            for origin in item.origins:
                found.setdefault(origin, []).append(address)
    return found


def relied(addresses: Sequence[str]) -> str:
    """How many items these are, and of which sources: `3 items, in embassy (2) and monitors`."""
    if not addresses:
        return "no item"
    sources = Counter(address.partition("/")[0] for address in addresses).most_common()
    several = len(sources) > 1
    named = [f"{source} ({number})" if number > 1 and several else source for source, number in sources[:SHOWN]]
    if len(sources) > SHOWN:
        named.append(f"{len(sources) - SHOWN:,} more")
    listed = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    return f"{len(addresses):,} item{'' if len(addresses) == 1 else 's'}, in {listed}"


class Relied:
    """Tells who else relies on the origins that stand in a form.

    Args:
        steps: the screen that has the case.
        address: the item the form is about, which is not counted; empty where it is a new one.
    """

    def __init__(self, steps: Steps, address: str = "") -> None:
        self._steps, self._address = steps, address
        self._of: tuple[Case, Mapping[str, Sequence[str]]] | None = None

    def told(self, name: str, text: str) -> str:
        """What is to be told of a field: of origins, which other items rest on them."""
        if name != "origin":
            return ""
        case = self._steps.desk.case
        if self._of is None or self._of[0] is not case:
            self._of = case, resting(case)
        names = dict.fromkeys(made for part in text.split(",") if (made := part.strip()))
        return " ".join(self._about(case, self._of[1], origin) for origin in names)

    def _about(self, case: Case, found: Mapping[str, Sequence[str]], origin: str) -> str:
        others = [address for address in found.get(origin, ()) if address != self._address]
        if origin in case.origins or others:
            return f"On {origin} else: {relied(others)}."
        return f"{origin}: not known yet; it is asked who that is."


def fields(case: Case, origin: Origin, taken: Collection[str]) -> tuple[Field, ...]:
    """The fields of an origin as it stands, its id too."""
    others = {other.id: other.who for other in case.origins.values() if other.id != origin.id}
    told = "Its name in the file: an old one stays known, and is never used again."
    return (
        Field(
            "who", "who", origin.who, Shape.TEXT,
            "Who or what it is, as precisely as the sources say and as is safe to say. Begin with unnamed where nobody "
            "is named.", needed=True,
        ),
        Field(
            "access", "access", origin.access, Shape.TEXT,
            "How this origin could know: was there, was told, works there; or the word unknown.",
        ),
        Field(
            "reliability", "reliability", origin.reliability, Shape.CHOICE,
            "An unnamed origin is F unless because says otherwise.", RELIABILITY_MEANING,
        ),
        Field("because", "because", origin.because, Shape.TEXT, "Why this grade."),
        Field(
            "maybe_same", "maybe same", origin.maybe_same, Shape.NAMES,
            "Origins that may be the same person or record, with commas between them.", others,
            one_of({*others, *origin.maybe_same}, "origin"),
        ),
        Field("id", "id", origin.id, told=told, check=new_id(taken), needed=True),
    )  # fmt: skip


def made_of(values: Values) -> Origin:
    """The origin that the values of a form make."""
    texts = {name: str(values[name]) for name in ("id", "who", "access", "reliability", "because")}
    return Origin(**texts, maybe_same=names_of(values["maybe_same"]), formerly=())


def names_of(value: Value) -> tuple[str, ...]:
    """A value as names."""
    return ((value,) if value else ()) if isinstance(value, str) else value


class Told:
    """Origins that were asked about and may not be in the files yet."""

    def __init__(self) -> None:
        self.by_name: dict[str, Origin] = {}
        """Each by what was typed for it, and by its id."""
        self.written: set[str] = set()
        """The ids of those that are written, or about to be."""

    def of(self, name: str, origin: Origin) -> None:
        """Keep what was said of an origin."""
        self.by_name[name] = self.by_name[origin.id] = origin

    def begun(self, changes: Sequence[Authored]) -> None:
        """What these changes add is about to be written."""
        self.written.update(change.origin.id for change in changes if isinstance(change, AddOrigin))

    def ended(self, changes: Sequence[Authored]) -> None:
        """What these changes add was not written."""
        self.written.difference_update(change.origin.id for change in changes if isinstance(change, AddOrigin))


def new_origins(
    steps: Steps, names: Sequence[str], told: Told, then: Callable[[Sequence[Authored], tuple[str, ...]], None]
) -> None:
    """Ask about those of these origins that nobody knows yet, one after another.

    Args:
        steps: the screen that has the case.
        names: ids of origins, or who they are in other words.
        told: those asked about before: nobody is asked about twice.
        then: takes what is to be written for the new ones, and the ids of all; not called where one is left out.
    """
    case = steps.desk.case
    former = {old: origin.id for origin in case.origins.values() for old in origin.formerly}
    ids: list[str] = []
    made: list[Authored] = []

    def go_on(place: int) -> None:
        if place == len(names):
            then(made, tuple(dict.fromkeys(ids)))
        elif (name := former.get(names[place], names[place])) in case.origins:
            ids.append(name)
            go_on(place + 1)
        elif (origin := told.by_name.get(name)) is not None:
            if origin.id not in {*case.origins, *told.written, *ids}:
                made.append(AddOrigin(origin))
            ids.append(origin.id)
            go_on(place + 1)
        else:
            ask(place, name)

    def ask(place: int, name: str) -> None:
        taken = {*case.origins, *former, *told.by_name}
        said = Origin(name if is_id(name) else proposed(name, taken, "origin"), who="" if is_id(name) else name)

        def saved(form: Staying, values: Values) -> None:
            told.of(name, made_of(values))
            form.close()
            steps.call_later(go_on, place)

        intro = ["Items that rest on one origin are one voice, however many sources repeat it."]
        form = Staying(f"Who is {name}? A new origin", fields(case, said, taken), saved, intro=intro)
        steps.app.push_screen(form)

    go_on(0)
