from datetime import date

from main import Booking

MAY_1, MAY_4 = date(2026, 5, 1), date(2026, 5, 4)


def refusal(*fields):
    try:
        Booking(*fields)
    except ValueError as error:
        return str(error)
    return None


def test_nights():
    """A booking knows its nights"""
    found = getattr(Booking("Amara", MAY_1, MAY_4), "nights", None)
    assert found == 3, f"From May 1 to May 4 there are 3 nights, found {found}."


def test_order_of_dates():
    """A departure that is not after the arrival is refused, and both dates are named"""
    for leaves in (MAY_1, date(2026, 4, 28)):
        message = refusal("Amara", MAY_1, leaves)
        assert message is not None, f"Arrival on {MAY_1} and departure on {leaves} should raise ValueError."
        for day in (MAY_1, leaves):
            assert str(day) in message, f"The message should name {day}. Found: {message!r}."


def test_guest():
    """A booking without a guest is refused"""
    for guest in ("", "   "):
        assert refusal(guest, MAY_1, MAY_4) is not None, f"The guest {guest!r} should raise ValueError."


def test_frozen():
    """A booking can't be changed afterwards"""
    booking = Booking("Amara", MAY_1, MAY_4)
    try:
        booking.leaves = date(2026, 4, 1)
    except AttributeError:
        return
    raise AssertionError("The departure was moved to April 1, before the arrival. The dataclass should be frozen.")


def test_equal():
    """Equal bookings are equal, and can be in a set"""
    try:
        found = len({Booking("Amara", MAY_1, MAY_4), Booking("Amara", MAY_1, MAY_4)})
    except TypeError as error:
        raise AssertionError(f"Bookings can't be put into a set: {error}.") from None
    assert found == 1, f"Two bookings with equal fields should be one in a set, found {found}."
