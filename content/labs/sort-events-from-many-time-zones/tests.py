import random
from datetime import datetime, timedelta, timezone

import main


def timeline(events):
    """The pairs as tuples; a list of lists is as good."""
    return [tuple(event) for event in main.timeline(events)]


def test_utc():
    """Each time is given in UTC"""
    found = timeline([("2026-03-01T09:00:00+01:00", "Berlin")])
    expected = [("2026-03-01T08:00:00+00:00", "Berlin")]
    assert found == expected, f"Nine o'clock at +01:00 is eight in UTC: expected {expected}, found {found}."


def test_order():
    """Events are in the order of their moments"""
    found = timeline(
        [
            ("2026-03-01T10:30:00+09:00", "Tokyo"),
            ("2026-03-01T09:00:00+01:00", "Berlin"),
            ("2026-02-28T22:00:00-05:00", "New York"),
        ]
    )
    names = [name for _, name in found]
    assert names == ["Tokyo", "New York", "Berlin"], (
        f"In UTC they happened at 01:30, 03:00 and 08:00: expected Tokyo, New York, Berlin, found {names}."
    )


def test_many():
    """Events of a whole year are right"""
    chance = random.Random(9)
    events, expected = [], []
    for number in range(60):
        moment = datetime(2025, 12, 30, tzinfo=timezone.utc) + timedelta(minutes=15 * chance.randrange(700), seconds=7 * chance.randrange(3))
        offset = timezone(timedelta(minutes=chance.choice((-720, -300, -210, 0, 60, 330, 345, 540, 840))))
        events.append((moment.astimezone(offset).isoformat(), f"event {number}"))
        expected.append((moment.isoformat(), f"event {number}"))
    expected.sort(key=lambda event: event[0])
    given = list(events)
    found = timeline(events)
    for place, (one, other) in enumerate(zip(found, expected), 1):
        assert one == other, f"Of 60 events around the new year, number {place} should be {other}, found {one}."
    assert len(found) == 60, f"60 events were given, found {len(found)}."
    assert events == given, "The list that was passed in was changed."
    assert timeline([]) == [], f"No events give an empty list, found {timeline([])}."


def test_z():
    """Z means UTC"""
    found = timeline([("2026-03-01T08:00:00Z", "log")])
    assert found == [("2026-03-01T08:00:00+00:00", "log")], f"08:00:00Z is eight o'clock in UTC, found {found}."


def test_same_moment():
    """Events of the same moment keep their order"""
    found = timeline([("2026-03-01T09:00:00+01:00", "paid"), ("2026-03-01T08:00:00Z", "invoiced")])
    names = [name for _, name in found]
    assert names == ["paid", "invoiced"], f"Both are the same moment, so paid stays first. Found {names}."
    same = ["2026-03-01T08:00:00Z", "2026-03-01T09:00:00+01:00", "2026-02-28T23:00:00-09:00", "2026-03-01T17:00:00+09:00"]
    for order in (same, same[::-1], same[2:] + same[:2]):
        given = [(time, name) for time, name in zip(order, ("d", "a", "c", "b"))]
        names = [name for _, name in timeline(given)]
        assert names == ["d", "a", "c", "b"], f"Four times of one moment were given in the order d, a, c, b. Found {names}."
    found = timeline([("2026-03-01T08:00:00Z", "paid")] * 2)
    assert len(found) == 2, f"The same event was given twice, found {found}."


def test_without_offset():
    """A time without an offset is refused and named"""
    for time in ("2026-03-01T09:15:00", "2026-03-01 09:15", "2026-03-01T09:15:00.5", "2026-03-01"):
        for events in ([("2026-03-01T08:00:00Z", "a"), (time, "b")], [(time, "b")], [(time, "b"), ("2026-03-01T08:00:00+01:00", "c")]):
            try:
                found = timeline(events)
            except ValueError as error:
                assert time in str(error), f"The message should contain the time {time}: {str(error)!r}."
                continue
            except Exception as error:
                raise AssertionError(f"{time} has no offset: expected ValueError that names it, found {error!r}.") from None
            raise AssertionError(f"{time} has no offset: expected ValueError, found {found}.")
