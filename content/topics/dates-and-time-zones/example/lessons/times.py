from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


# region weekly
def weekly(first: datetime, zone: str, weeks: int) -> list[datetime]:
    """The instants of a local time that repeats every week."""
    local = [first + timedelta(weeks=n) for n in range(weeks)]
    return [to_instant(moment, zone) for moment in local]


def to_instant(local: datetime, zone: str) -> datetime:
    """Of two equal local times the first; a skipped one moves forward."""
    if local.tzinfo is not None:
        raise ValueError("expected a local time without a zone")
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


# endregion weekly


# region candidates
def candidates(local: datetime, zone: str) -> list[datetime]:
    """The instants at which clocks in the zone show this time: 0, 1 or 2."""
    tries = dict.fromkeys(to_instant(local.replace(fold=n), zone) for n in (0, 1))
    return [instant for instant in tries if on_the_clock(instant, zone) == local]


def on_the_clock(instant: datetime, zone: str) -> datetime:
    """What clocks in the zone show at this instant."""
    return in_utc(instant).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def in_utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("expected an instant with an offset")
    return instant.astimezone(UTC)


# endregion candidates


# region recompute
def recompute(local: datetime, zone: str, starts_at: datetime) -> datetime:
    """The instant under today's rules. A choice between two equal times stays."""
    chosen = in_utc(starts_at)
    return chosen if chosen in candidates(local, zone) else to_instant(local, zone)


# endregion recompute


# region day-bounds
def day_bounds(day: date, zone: str) -> tuple[datetime, datetime]:
    """The first instant of a day, and the first instant of the next."""
    midnight = datetime.combine(day, time())
    return to_instant(midnight, zone), to_instant(midnight + timedelta(days=1), zone)


# endregion day-bounds


# region months
def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day."""
    years, month0 = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month0 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def due_dates(first: date, count: int) -> list[date]:
    return [add_months(first, n) for n in range(count)]


def age(born: date, today: date) -> int:
    """Years completed; born on February 29, you turn older on March 1."""
    had_birthday = (today.month, today.day) >= (born.month, born.day)
    return today.year - born.year - (0 if had_birthday else 1)


# endregion months
