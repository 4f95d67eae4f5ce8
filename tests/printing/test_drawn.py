"""SVG files of everything that is drawn: each stands for itself, nothing in it acts, the same case gives the same."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from tests.report.conftest import hostile_case
from workbench.analysis.methods import METHODS
from workbench.analysis.standing import standing
from workbench.model import Case
from workbench.printing import PROGRAM, parts
from workbench.printing.printed import NoPicture, Printed, Setting
from workbench.report.comparecontent import compare_content

SVG = "{http://www.w3.org/2000/svg}"

EVERY: dict[str, Callable[[Case], Printed]] = {
    "matrix": lambda case: parts.matrix(standing(case)),
    "score": lambda case: parts.score(standing(case), ["quadratic", "log-likelihood"]),
    "sensitivity": lambda case: parts.sensitivity(standing(case), "parc-weighted", 0.1),
    "slices": lambda case: parts.slices(standing(case), "source"),
    "timeline": lambda case: parts.timeline(standing(case), ["event", "reported"]),
    "windows": lambda case: parts.timeline(standing(case), ["event", "reported"], "year"),
}

ATTACKS = [
    "<script>alert(1)</script>", '"/><image href=x onerror=alert(1)>', "]]></text><a href='javascript:alert(1)'>",
    "&lt;&#0;&xxe;", "\u202eevil\u0000\x1b[31m", "{{7*7}}", "漢字" * 60,
]  # fmt: skip


def drawings(printed: Printed) -> dict[str, str]:
    """Every picture of what is printed as SVG, by its name."""
    names = [picture.name for picture in printed.pictures()] if printed.pictures else []
    return {name: printed.rendered("svg", Setting(picture=name)) for name in names}


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("what", EVERY)
def test_nothing_in_a_picture_acts(what: str, attack: str) -> None:
    for text in drawings(EVERY[what](hostile_case(attack))).values():
        root = ElementTree.fromstring(text)  # noqa: S314 - it is our own

        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
            "svg", "title", "desc", "metadata", "rect", "polyline", "text",
        }  # fmt: skip
        assert not any("href" in name or name.startswith("on") for element in root.iter() for name in element.attrib)


@pytest.mark.parametrize("what", EVERY)
def test_a_picture_stands_for_itself(what: str) -> None:
    """Caption, question, analyst and program; the marking at the top and at the bottom."""
    case = hostile_case("TLP:AMBER")
    for name, text in drawings(EVERY[what](case)).items():
        root = ElementTree.fromstring(text)  # noqa: S314 - it is our own
        said = [element.text or "" for element in root.iter(f"{SVG}text")]

        assert said[0] == said[-1] == "TLP:AMBER", name
        assert "Rated by analyst." in " ".join(said)
        assert PROGRAM in " ".join(said)
        assert root.findtext(f"{SVG}title")
        assert root.findtext(f"{SVG}desc")


@pytest.mark.parametrize("what", EVERY)
def test_the_same_case_gives_the_same_pictures(what: str) -> None:
    case = hostile_case("text")

    assert drawings(EVERY[what](case)) == drawings(EVERY[what](case))


def test_pictures_are_chosen_by_name() -> None:
    printed = EVERY["matrix"](hostile_case("text"))

    assert list(drawings(printed)) == ["matrix", "scores"]
    assert printed.rendered("svg") == printed.rendered("svg", Setting(picture="matrix"))
    with pytest.raises(NoPicture, match="there are: matrix, scores"):
        printed.rendered("svg", Setting(picture="pie"))


def test_scores_are_drawn_under_each_method_with_its_formula() -> None:
    found = drawings(EVERY["score"](hostile_case("text")))

    assert list(found) == ["scores-quadratic", "scores-log-likelihood"]
    assert all(METHODS[name.removeprefix("scores-")].title in text for name, text in found.items())


def test_where_there_is_nothing_to_draw_that_is_said() -> None:
    """One analyst alone differs from nobody."""
    printed = parts.compare(compare_content(hostile_case("text"), PROGRAM))

    with pytest.raises(NoPicture, match="nothing to draw"):
        printed.rendered("svg")
