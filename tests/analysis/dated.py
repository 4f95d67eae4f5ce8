"""Random cases with tags and dates."""

from dataclasses import replace

from hypothesis import strategies as st

from workbench.analysis.standing import Standing
from workbench.model import Case, Item, Kind

TIMES = (
    *("2017", "2018-03", "2018-03-05", "2018/2019", "2018-10/..", "../2018-06", "2019-05~", "2021?"),
    *("unknown", "", "soon"),
)


@st.composite
def dated_items(draw: st.DrawFn, item: Item) -> Item:
    tags = {"camp": tuple(draw(st.lists(st.sampled_from("xyz"), max_size=1)))}
    tags["topic"] = tuple(draw(st.lists(st.sampled_from("pqr"), max_size=3)))
    return replace(
        item,
        tags={name: values for name, values in tags.items() if values},
        when=draw(st.sampled_from(TIMES)),
        reported=draw(st.sampled_from(TIMES)),
        kind=draw(st.sampled_from([item.kind, item.kind, Kind.ARGUMENT])),
    )


@st.composite
def dated_cases(draw: st.DrawFn, cases: st.SearchStrategy[Case]) -> Case:
    """A case whose items have at most one `camp` and any number of `topic`s, and dates of all sorts."""
    case = draw(cases)
    return replace(
        case,
        items={a: draw(dated_items(i)) for a, i in case.items.items()},
        sources={
            s: replace(source, published=draw(st.sampled_from(["2018-06", "2020", "unknown"])))
            for s, source in case.sources.items()
        },
    )


def figures(standing: Standing) -> tuple[object, ...]:
    """All that is counted and said of the hypotheses, without what is said of a narrowing."""
    return (
        standing.methods,
        standing.bears_on,
        standing.contradicts,
        standing.coverage,
        standing.not_tested,
        standing.little_tested,
        standing.rows,
        standing.unrated,
        standing.headline,
    )
