import dataclasses
from datetime import date, timedelta

from main import Booking

MAY_1, MAY_4 = date(2026, 5, 1), date(2026, 5, 4)


def refusal(*fields):
    try:
        found = Booking(*fields)
    except ValueError as error:
        return str(error)
    except Exception as error:
        raise AssertionError(f"Booking{fields} should raise ValueError, found {error!r}.") from None
    raise AssertionError(f"Booking{fields} should raise ValueError, found {found}.")


def test_nights():
    """A booking knows its nights"""
    for arrives, leaves, nights in ((MAY_1, MAY_4, 3), (MAY_1, date(2026, 5, 2), 1), (date(2026, 12, 30), date(2027, 1, 2), 3), (date(2028, 2, 28), date(2028, 3, 1), 2), (date(2026, 1, 1), date(2027, 1, 1), 365)):
        found = getattr(Booking("Amara", arrives, leaves), "nights", None)
        assert found == nights, f"From {arrives} to {leaves} there are {nights} nights, found {found}."


def test_fields():
    """A booking keeps its fields"""
    assert dataclasses.is_dataclass(Booking), "Booking should be a dataclass."
    found = [field.name for field in dataclasses.fields(Booking) if field.init]
    assert found == ["guest", "arrives", "leaves"], f"The fields that a caller gives should be guest, arrives and leaves, found {', '.join(found)}."
    booking = Booking(guest="Zoë van Dam", arrives=MAY_1, leaves=MAY_4)
    found = (booking.guest, booking.arrives, booking.leaves)
    assert found == ("Zoë van Dam", MAY_1, MAY_4), f"Expected Zoë van Dam, {MAY_1} and {MAY_4}, found {found}."


def test_order_of_dates():
    """A departure that is not after the arrival is refused, and both dates are named"""
    for days in (0, 1, 3, 400):
        leaves = MAY_1 - timedelta(days=days)
        message = refusal("Amara", MAY_1, leaves)
        for day in (MAY_1, leaves):
            assert str(day) in message, f"Arrival on {MAY_1} and departure on {leaves}: the message should name {day}. Found: {message!r}."


def test_guest():
    """A booking without a guest is refused"""
    for guest in ("", " ", "   ", "\t", " \n "):
        refusal(guest, MAY_1, MAY_4)
    Booking("A", MAY_1, MAY_4)


def test_frozen():
    """A booking can't be changed afterward"""
    for field, value in (("leaves", date(2026, 4, 1)), ("arrives", date(2026, 6, 1)), ("guest", "")):
        booking = Booking("Amara", MAY_1, MAY_4)
        try:
            setattr(booking, field, value)
        except AttributeError:
            continue
        raise AssertionError(f"booking.{field} became {value!r} after the booking was made. The dataclass should be frozen.")


def test_equal():
    """Equal bookings are equal, and can be in a set"""
    one = Booking("Amara", MAY_1, MAY_4)
    try:
        found = len({one, Booking("Amara", MAY_1, MAY_4)})
    except TypeError as error:
        raise AssertionError(f"Bookings can't be put into a set: {error}.") from None
    assert found == 1, f"Two bookings with equal fields should be one in a set, found {found}."
    assert one == Booking("Amara", MAY_1, MAY_4), "Two bookings with equal fields should be equal."
    for other in (Booking("Bilal", MAY_1, MAY_4), Booking("Amara", date(2026, 4, 30), MAY_4), Booking("Amara", MAY_1, date(2026, 5, 5))):
        assert one != other, f"{one} and {other} are different bookings, and == says they are equal."
