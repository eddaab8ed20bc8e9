from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from lessons.times import (
    add_months,
    age,
    candidates,
    day_bounds,
    due_dates,
    on_the_clock,
    recompute,
    to_instant,
    weekly,
)

VIENNA = ZoneInfo("Europe/Vienna")


@pytest.mark.parametrize("month, day", [(3, 23), (10, 26)])  # clocks change after both
def test_lesson_keeps_its_local_time(month, day):
    lessons = weekly(datetime(2027, month, day, 17), "Europe/Vienna", 2)
    assert [starts.astimezone(VIENNA).hour for starts in lessons] == [17, 17]


def test_lesson_in_the_skipped_hour_moves_forward():
    sundays = weekly(datetime(2027, 3, 21, 2, 30), "Europe/Vienna", 3)
    local = [f"{starts.astimezone(VIENNA):%H:%M}" for starts in sundays]
    assert local == ["02:30", "03:30", "02:30"]


@pytest.mark.parametrize("convert", [to_instant, candidates])
def test_an_aware_time_is_rejected(convert):
    with pytest.raises(ValueError):
        convert(datetime(2027, 3, 23, 17, tzinfo=UTC), "Europe/Vienna")


def test_an_unknown_zone_is_rejected():
    with pytest.raises(ZoneInfoNotFoundError):
        to_instant(datetime(2027, 3, 23, 17), "Europe/Viena")


def test_fold_chooses_the_second_of_two_equal_times():
    second = datetime(2027, 10, 31, 2, 30, fold=1)
    assert to_instant(second, "Europe/Vienna").hour == 1


@pytest.mark.parametrize(
    "local, hours_utc",
    [
        (datetime(2027, 3, 28, 2, 30), []),
        (datetime(2027, 6, 1, 2, 30), [0]),
        (datetime(2027, 10, 31, 2, 30), [0, 1]),
    ],
)
def test_a_local_time_occurs_never_once_or_twice(local, hours_utc):
    found = candidates(local, "Europe/Vienna")
    assert [instant.hour for instant in found] == hours_utc


OCTOBER_NIGHT = datetime(2027, 10, 31, 2, 30)


@pytest.mark.parametrize("choice", candidates(OCTOBER_NIGHT, "Europe/Vienna"))
@pytest.mark.parametrize("session_zone", [UTC, VIENNA])
def test_a_stored_choice_between_two_equal_times_stays(choice, session_zone):
    stored = choice.astimezone(session_zone)
    assert recompute(OCTOBER_NIGHT, "Europe/Vienna", stored) == choice


@pytest.mark.parametrize(
    "read",
    [
        lambda naive: on_the_clock(naive, "Asia/Tokyo"),
        lambda naive: recompute(OCTOBER_NIGHT, "Europe/Vienna", naive),
    ],
)
def test_an_instant_without_offset_is_rejected(read):
    with pytest.raises(ValueError):
        read(datetime(2027, 10, 31, 1, 30))


def test_an_instant_of_old_rules_moves_to_the_local_time():
    local = datetime(2027, 3, 30, 17)
    without_summer_time = datetime(2027, 3, 30, 16, tzinfo=UTC)
    new = recompute(local, "Europe/Vienna", without_summer_time)
    assert new == datetime(2027, 3, 30, 15, tzinfo=UTC)


def test_a_skipped_time_is_recomputed_to_the_same_instant():
    local = datetime(2027, 3, 28, 2, 30)
    stored = to_instant(local, "Europe/Vienna")
    assert recompute(local, "Europe/Vienna", stored) == stored


# region day-tests
@pytest.mark.parametrize(
    "day, zone, hours",
    [
        (date(2027, 3, 27), "Europe/Vienna", 24),
        (date(2027, 3, 28), "Europe/Vienna", 23),
        (date(2027, 10, 31), "Europe/Vienna", 25),
        (date(2027, 4, 30), "Africa/Cairo", 23),  # starts at 01:00
        (date(2027, 11, 7), "America/Havana", 25),  # has two midnights
        (date(2027, 10, 3), "Australia/Lord_Howe", 23.5),
    ],
)
def test_the_bounds_of_a_day(day, zone, hours):
    start, end = day_bounds(day, zone)
    assert end - start == timedelta(hours=hours)
    assert start.astimezone(ZoneInfo(zone)).date() == day
    just_before = start - timedelta(seconds=1)
    assert just_before.astimezone(ZoneInfo(zone)).date() == day - timedelta(days=1)


# endregion day-tests


def test_due_dates_return_to_the_31st():
    assert due_dates(date(2027, 12, 31), 4) == [
        date(2027, 12, 31),
        date(2028, 1, 31),
        date(2028, 2, 29),
        date(2028, 3, 31),
    ]


def test_adding_month_by_month_forgets_the_31st():
    february = add_months(date(2027, 1, 31), 1)
    assert add_months(february, 1) == date(2027, 3, 28)


def test_age_around_a_birthday_on_february_29():
    born = date(2004, 2, 29)
    assert age(born, date(2027, 2, 28)) == 22
    assert age(born, date(2027, 3, 1)) == 23
    assert age(born, date(2028, 2, 28)) == 23
    assert age(born, date(2028, 2, 29)) == 24


def test_months_can_be_negative():
    assert add_months(date(2027, 1, 31), -2) == date(2026, 11, 30)
