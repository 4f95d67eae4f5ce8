"""Dates: what is read, what is refused, and the laws of periods."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.edtf import Period, parse, worded

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
MARKS = st.sampled_from(["", "?", "~", "%"])


@pytest.mark.parametrize(
    "text, start, end",
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-07", date(2019, 7, 1), date(2019, 7, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-02", date(2019, 2, 1), date(2019, 2, 28)),
        ("2019-07-29", date(2019, 7, 29), date(2019, 7, 29)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
        ("1993-06/1993-07", date(1993, 6, 1), date(1993, 7, 31)),
        ("1993-06-27/1993-12", date(1993, 6, 27), date(1993, 12, 31)),
        ("2019/2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("../2019-07", None, date(2019, 7, 31)),
        ("/2019-07", None, date(2019, 7, 31)),
        ("2019-07/..", date(2019, 7, 1), None),
        ("2019-07/", date(2019, 7, 1), None),
    ],
)
def test_reads_first_and_last_day(text: str, start: date | None, end: date | None) -> None:
    assert parse(text) == Period(start, end, text)


@pytest.mark.parametrize(
    "text, approximate, uncertain",
    [
        ("2019", False, False),
        ("2019~", True, False),
        ("2019-07?", False, True),
        ("2019-07-29%", True, True),
        ("2019~/2020", True, False),
        ("2019/2020?", False, True),
        ("2019~/2020?", True, True),
        ("../2020~", True, False),
        ("2019%/", True, True),
    ],
)
def test_reads_marks(text: str, approximate: bool, uncertain: bool) -> None:
    period = parse(text)

    assert (period.approximate, period.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("", "'' is not a date"),
        ("unknown", "'unknown' is not a date"),
        ("July 2019", "'July 2019' is not a date"),
        ("2019-7", "'2019-7' is not a date"),
        ("19", "'19' is not a date"),
        ("2019-07-29T10:00", "'2019-07-29T10:00' is not a date"),
        ("2019-07-29 ", "'2019-07-29 ' is not a date"),
        ("2019-07-29\n", "is not a date"),
        ("２０１９", "is not a date"),
        ("~2019", "'~2019' is not a date"),
        ("2019?~", "'2019?~' is not a date"),
        ("-0044", "'-0044' is not a date"),
        ("0000", "there is no year 0"),
        ("2019-13", "there is no month 13"),
        ("2019-00", "there is no month 00"),
        ("2019-02-29", "2019-02 has no day 29"),
        ("2019-04-31", "2019-04 has no day 31"),
        ("2019-04-00", "2019-04 has no day 00"),
        ("2019/2020/2021", "more than one slash"),
        ("2020/2019", "it ends before it begins"),
        ("/", "open at both ends"),
        ("../..", "open at both ends"),
        ("./2019", "'./2019' is not a date"),
        ("2019/x", "'2019/x' is not a date"),
    ],
)
def test_refuses_with_a_sentence_that_quotes_the_text(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=r"is not a (date|period)") as refused:
        parse(text)

    assert sentence in str(refused.value)
    assert "write 2019" in str(refused.value) or "put the earlier date first" in str(refused.value)


@given(DAYS, MARKS)
def test_every_day_is_read_back(day: date, mark: str) -> None:
    period = parse(f"{day.isoformat()}{mark}")

    assert period.start == period.end == day


@given(DAYS)
def test_a_day_lies_in_its_month_and_the_month_in_its_year(day: date) -> None:
    iso = day.isoformat()

    assert parse(iso).overlaps(parse(iso[:7]))
    assert parse(iso[:7]).overlaps(parse(iso[:4]))


@given(DAYS, DAYS, DAYS, DAYS)
def test_overlapping_is_mutual_and_means_a_day_in_common(a: date, b: date, c: date, d: date) -> None:
    one, other = (parse(f"{min(x, y)}/{max(x, y)}") for x, y in ((a, b), (c, d)))

    assert one.overlaps(one)
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) == (max(min(a, b), min(c, d)) <= min(max(a, b), max(c, d)))


@given(DAYS.filter(lambda day: day < date.max))
def test_neighbouring_days_do_not_overlap(day: date) -> None:
    assert not parse(day.isoformat()).overlaps(parse((day + timedelta(days=1)).isoformat()))


@given(DAYS, DAYS)
def test_an_open_end_reaches_every_day_beyond(first: date, day: date) -> None:
    assert parse(f"{first}/..").overlaps(parse(day.isoformat())) == (day >= first)
    assert parse(f"../{first}").overlaps(parse(day.isoformat())) == (day <= first)


@given(st.text(max_size=30))
def test_any_other_text_is_refused_with_value_error_only(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert parse(text).text == text


@pytest.mark.parametrize(
    "text, said",
    [
        ("2019", "2019"),
        ("2022-12~", "about December 2022"),
        ("2019-07-29", "29 July 2019"),
        ("2019-07-09?", "perhaps 9 July 2019"),
        ("2019%", "perhaps about 2019"),
        ("2017/2019", "2017 to 2019"),
        ("2019-01/2019-07-29~", "January 2019 to about 29 July 2019"),
        ("2019/2019", "2019"),
        ("../2019-07", "until July 2019"),
        ("2019-07/..", "from July 2019 on"),
        ("2019~/", "from about 2019 on"),
        ("0987-01", "January 987"),
    ],
)
def test_a_date_is_said_in_words_no_finer_than_it_is_known(text: str, said: str) -> None:
    assert worded(text) == said


@pytest.mark.parametrize("text", ["", "unknown", "the years of the crisis", "2019-13", "2019/2018"])
def test_what_is_no_date_is_said_as_it_is_written(text: str) -> None:
    assert worded(text) == text
