from datetime import time

import pytest

from hutlog.readings import Reading, parse, read


# #region parse
def test_a_line_becomes_a_reading() -> None:
    assert parse("eagle 06:00 -4.5\n") == Reading("eagle", time(6, 0), -4.5)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("eagle 06:00", "not enough values"),
        ("eagle 06:00 1.0 2.0", "too many values"),
        ("eagle 25:00 1.0", "hour must be in 0..23"),
        ("eagle 06:00+01:00 1.0", "not a local time"),
        ("eagle 06:00 n/a", "could not convert"),
        ("eagle 06:00 nan", "not a temperature"),
        ("eagle 06:00 inf", "not a temperature"),
        ("eagle 08 -273.16", "not a temperature"),
    ],
)
def test_other_lines_are_refused(line: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse(line)


# #endregion parse


def test_bad_lines_are_reported_and_the_rest_is_kept() -> None:
    readings, problems = read(["eagle 06:00 n/a\n", "\n", "eagle 07:00 2.0\n"])
    assert readings == [Reading("eagle", time(7, 0), 2.0)]
    assert problems == ["line 1: could not convert string to float: 'n/a'"]


def test_a_reading_cannot_be_changed() -> None:
    reading = parse("eagle 06:00 -4.5")
    with pytest.raises(AttributeError):
        reading.celsius = 0.0  # type: ignore[misc]
