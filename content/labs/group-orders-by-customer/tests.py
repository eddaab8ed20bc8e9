import random
from decimal import Decimal

from main import best_months

ORDERS = [
    ("Amara", "2026-03-14", Decimal("12.50")),
    ("Bilal", "2026-01-02", Decimal("5.00")),
    ("Amara", "2026-02-01", Decimal("20.00")),
    ("Amara", "2026-03-20", Decimal("8.10")),
]


def test_customers():
    """Every customer is in the report"""
    found = sorted(best_months(ORDERS))
    assert found == ["Amara", "Bilal"], f"Expected Amara and Bilal, found {found}."


def test_adds_up():
    """The orders of a month are added up"""
    found = best_months(ORDERS).get("Amara")
    expected = ("2026-03", Decimal("20.60"))
    assert found == expected, f"Amara's March is 12.50 and 8.10, more than February's 20.00: expected {expected}, found {found}."


def test_order_does_not_matter():
    """The order of the list does not matter"""
    found = best_months(reversed(ORDERS))
    assert found == best_months(ORDERS), f"Backwards, the same list gave {found}."


def test_tie():
    """Of two equal months the earlier one counts"""
    orders = [("Chen", "2026-05-01", Decimal("9")), ("Chen", "2025-12-31", Decimal("9")), ("Chen", "2026-01-01", Decimal("9"))]
    found = (best_months(orders).get("Chen") or ["nothing"])[0]
    assert found == "2025-12", f"Three months with 9 each: expected the earliest, 2025-12, found {found}."
    orders = [("Chen", "2026-04-01", Decimal("0.30")), ("Chen", "2026-05-01", Decimal("0.10")), ("Chen", "2026-05-02", Decimal("0.20"))]
    found = best_months(orders).get("Chen")
    assert found == ("2026-04", Decimal("0.30")), f"0.30 in April, and 0.10 and 0.20 in May, are the same: expected the earlier, April, found {found}."


def test_refunds():
    """A customer who only has refunds has a best month, too"""
    orders = [("Dana", "2026-01-01", Decimal("-5")), ("Dana", "2026-02-01", Decimal("-3"))]
    found = best_months(orders).get("Dana")
    assert found == ("2026-02", Decimal("-3")), f"-3 is more than -5: expected February, found {found}."


def test_once():
    """The orders are read once"""
    found = best_months(iter(ORDERS)).get("Amara")
    assert found == ("2026-03", Decimal("20.60")), f"From an iterator that can be read once, found {found}."


def reference(orders):
    """Looks through all orders again for each customer and month."""
    best = {}
    for customer in {order[0] for order in orders}:
        months = sorted({day[:7] for name, day, _ in orders if name == customer})
        sums = [(month, sum(amount for name, day, amount in orders if name == customer and day[:7] == month)) for month in months]
        best[customer] = max(sums, key=lambda each: each[1])
    return best


def test_many():
    """Many orders of many customers are right"""
    chance = random.Random(11)
    for count in (0, 1, 2, 8, 30, 120):
        orders = [
            (chance.choice(("Amara", "amara", "Chen", "Dana Lee")), f"20{chance.choice((25, 26))}-{chance.choice((1, 9, 10, 12)):02}-{chance.randrange(1, 29):02}", Decimal(chance.randrange(-300, 900)) / 100)
            for _ in range(count)
        ]
        found = best_months(tuple(orders))
        expected = reference(orders)
        for customer in expected:
            assert found.get(customer) == expected[customer], f"{count} orders: for {customer} expected {expected[customer]}, found {found.get(customer)}."
        assert len(found) == len(expected), f"{count} orders of {len(expected)} customers, found {len(found)} customers."
