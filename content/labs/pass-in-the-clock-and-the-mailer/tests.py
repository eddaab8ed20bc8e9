from datetime import datetime, timedelta, timezone

from main import remind

now = datetime(2026, 4, 10, 12, 0, tzinfo=timezone.utc)


def order(email, age=timedelta(days=5), paid=False, reminded_at=None):
    return {"email": email, "placed_at": now - age, "paid": paid, "reminded_at": reminded_at}


class Mailer:
    def __init__(self, broken=()):
        self.sent = []
        self.broken = broken

    def __call__(self, email, text):
        if email in self.broken:
            raise ConnectionError("mailbox is full")
        self.sent.append((email, text))


def test_due():
    """A waiting order gets one reminder"""
    mailer = Mailer()
    found = remind([order("ada@shop.test")], now, mailer)
    assert mailer.sent == [("ada@shop.test", "Your order is waiting")], f"Found the mails {mailer.sent}."
    assert found == (1, 0), f"One mail went out: expected (1, 0), found {found}."


def test_three_days():
    """Three days are counted to the second"""
    mailer = Mailer()
    remind([order("exactly@shop.test", timedelta(days=3)), order("almost@shop.test", timedelta(days=3) - timedelta(seconds=1))], now, mailer)
    names = [email for email, _ in mailer.sent]
    assert names == ["exactly@shop.test"], f"Only the order of exactly three days is due. Mails went to {names}."


def test_paid():
    """Paid orders and those reminded before get none"""
    mailer = Mailer()
    found = remind([order("paid@shop.test", paid=True), order("known@shop.test", reminded_at=now - timedelta(days=1))], now, mailer)
    assert mailer.sent == [], f"Nobody is to be reminded, found {mailer.sent}."
    assert found == (0, 0), f"Expected (0, 0), found {found}."


def test_next_hour():
    """The next run sends nothing again"""
    mailer = Mailer()
    orders = [order("ada@shop.test")]
    remind(orders, now, mailer)
    remind(orders, now + timedelta(hours=1), mailer)
    assert len(mailer.sent) == 1, f"Two runs: expected 1 mail, found {len(mailer.sent)}."
    assert orders[0]["reminded_at"] == now, f"reminded_at should be the now of the first run, found {orders[0]['reminded_at']}."


def test_failure():
    """A mail that fails does not stop the others"""
    mailer = Mailer(broken=["full@shop.test"])
    found = remind([order("full@shop.test"), order("ada@shop.test")], now, mailer)
    names = [email for email, _ in mailer.sent]
    assert names == ["ada@shop.test"], f"The second mail should go out, found {names}."
    assert found == (1, 1), f"One went out, one failed: expected (1, 1), found {found}."


def test_again():
    """A mail that failed is tried again"""
    orders = [order("full@shop.test")]
    remind(orders, now, Mailer(broken=["full@shop.test"]))
    mailer = Mailer()
    remind(orders, now + timedelta(hours=1), mailer)
    assert len(mailer.sent) == 1, f"The mail failed in the first run: the second should send it, found {len(mailer.sent)} mails."
