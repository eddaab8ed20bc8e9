from main import timeline


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


def test_z():
    """Z means UTC"""
    found = timeline([("2026-03-01T08:00:00Z", "log")])
    assert found == [("2026-03-01T08:00:00+00:00", "log")], f"08:00:00Z is eight o'clock in UTC, found {found}."


def test_same_moment():
    """Events of the same moment keep their order"""
    found = timeline([("2026-03-01T09:00:00+01:00", "paid"), ("2026-03-01T08:00:00Z", "invoiced")])
    names = [name for _, name in found]
    assert names == ["paid", "invoiced"], f"Both are the same moment, so paid stays first. Found {names}."


def test_without_offset():
    """A time without an offset is refused and named"""
    try:
        found = timeline([("2026-03-01T08:00:00Z", "a"), ("2026-03-01T09:15:00", "b")])
    except ValueError as error:
        assert "2026-03-01T09:15:00" in str(error), f"The message should contain the time: {str(error)!r}."
        return
    except TypeError as error:
        raise AssertionError(f"Expected ValueError that names the time, found {error!r}.") from None
    raise AssertionError(f"2026-03-01T09:15:00 has no offset: expected ValueError, found {found}.")
