from datetime import datetime, timedelta, timezone

from main import remind

now = datetime(2026, 4, 10, 12, 0, tzinfo=timezone.utc)
DAYS = timedelta(days=1)


def order(email, age=5 * DAYS, paid=False, reminded_at=None, at=now):
    return {"email": email, "placed_at": at - age, "paid": paid, "reminded_at": reminded_at}


class Mailer:
    """Notes each mail; to some addresses it fails."""

    def __init__(self, **broken):
        self.tried = []
        self.sent = []
        self.broken = broken

    def __call__(self, email, text):
        self.tried.append(email)
        if email in self.broken:
            raise self.broken[email]
        self.sent.append((email, text))
        return False  # Only an exception means that a mail failed.

    @property
    def names(self):
        return [email for email, _ in self.sent]


class MailboxFull(Exception):
    pass


def run(orders, mailer, at=now):
    """Calls remind, and says in words what it should have returned."""
    try:
        found = remind(orders, at, mailer)
    except Exception as error:
        raise AssertionError(f"remind raised {error!r}. An error of one mail shouldn't reach the caller.") from None
    assert isinstance(found, tuple | list) and len(found) == 2, f"remind should return a pair of numbers, found {found!r}."
    return tuple(found)


def test_due():
    """A waiting order gets one reminder"""
    mailer = Mailer()
    found = run([order("ada@shop.test")], mailer)
    assert mailer.sent == [("ada@shop.test", "Your order is waiting")], f"Found the mails {mailer.sent}."
    assert found == (1, 0), f"One mail went out: expected (1, 0), found {found}."
    mailer = Mailer()
    found = run([order("ada@shop.test"), order("bo@shop.test"), order("ada@shop.test")], mailer)
    assert mailer.names == ["ada@shop.test", "bo@shop.test", "ada@shop.test"], f"Three orders wait, two of them of ada: found mails to {mailer.names}."
    assert found == (3, 0), f"Three mails went out: expected (3, 0), found {found}."
    found = run([], Mailer())
    assert found == (0, 0), f"Without orders, expected (0, 0), found {found}."


def test_three_days():
    """Three days are counted to the second"""
    for at in (now, datetime(1999, 12, 31, 23, 59, tzinfo=timezone.utc), datetime(2190, 3, 1, tzinfo=timezone.utc)):
        mailer = Mailer()
        run([order("exactly@shop.test", 3 * DAYS, at=at), order("almost@shop.test", 3 * DAYS - timedelta(seconds=1), at=at), order("later@shop.test", -5 * DAYS, at=at)], mailer, at)
        assert mailer.names == ["exactly@shop.test"], f"now is {at:%Y-%m-%d}, and only the order of exactly three days is due. Mails went to {mailer.names}."


def test_paid():
    """Orders that are paid or already reminded get none"""
    mailer = Mailer()
    orders = [order("paid@shop.test", paid=True), order("known@shop.test", reminded_at=now - DAYS), order("both@shop.test", paid=True, reminded_at=now - DAYS)]
    found = run(orders, mailer)
    assert mailer.sent == [], f"No one should be reminded, found {mailer.sent}."
    assert found == (0, 0), f"Expected (0, 0), found {found}."
    assert orders[0]["reminded_at"] is None, f"The paid order didn't get an email, but reminded_at is {orders[0]['reminded_at']}."
    assert orders[1]["reminded_at"] == now - DAYS, "The order was reminded a day ago, and reminded_at was changed."
    mailer = Mailer()
    run([*orders, order("ada@shop.test")], mailer)
    assert mailer.names == ["ada@shop.test"], f"After three orders that don't get an email, ada's order should get one. Found emails to {mailer.names}."


def test_next_hour():
    """The next run sends nothing again"""
    mailer = Mailer()
    orders = [order("ada@shop.test"), order("bo@shop.test", 2 * DAYS)]
    run(orders, mailer)
    run(orders, mailer, now + timedelta(hours=1))
    assert len(mailer.sent) == 1, f"Two runs: expected 1 mail, found {len(mailer.sent)}."
    assert orders[0]["reminded_at"] == now, f"reminded_at should be the now of the first run, found {orders[0]['reminded_at']}."
    assert orders[1]["reminded_at"] is None, f"bo didn't get an email, but reminded_at is {orders[1]['reminded_at']}."
    found = run(orders, mailer, now + DAYS)
    assert mailer.names == ["ada@shop.test", "bo@shop.test"], f"A day later only bo is due. Mails went to {mailer.names}."
    assert found == (1, 0), f"A day later one mail went out: expected (1, 0), found {found}."


def test_failure():
    """A mail that fails does not stop the others"""
    errors = (ConnectionError("mailbox is full"), ValueError("no address"), RuntimeError("no answer"), MailboxFull(), KeyError("host"))
    for error in errors:
        mailer = Mailer(full=error)
        found = run([order("full"), order("ada@shop.test"), order("full"), order("bo@shop.test")], mailer)
        assert mailer.names == ["ada@shop.test", "bo@shop.test"], f"send raised {error!r} for two orders. The others should get their mail, found {mailer.names}."
        assert found == (2, 2), f"Two went out, two failed: expected (2, 2), found {found}."


def test_again():
    """A mail that failed is tried again"""
    orders = [order("full")]
    broken = Mailer(full=ValueError("no address"))
    run(orders, broken)
    assert len(broken.tried) == 1, f"The mail failed, and this run called send {len(broken.tried)} times. It should go on with the next order."
    assert orders[0]["reminded_at"] is None, f"The mail failed, and reminded_at is {orders[0]['reminded_at']}."
    mailer = Mailer()
    found = run(orders, mailer, now + timedelta(hours=1))
    assert mailer.names == ["full"], f"The mail failed in the first run: the second should send it, found {len(mailer.sent)} mails."
    assert found == (1, 0), f"In the second run one mail went out: expected (1, 0), found {found}."
    assert len(mailer.tried) == 1, f"Each run tries a mail once, found {len(mailer.tried)} calls of send."
