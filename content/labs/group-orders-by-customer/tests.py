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
    found = best_months(ORDERS)["Amara"]
    expected = ("2026-03", Decimal("20.60"))
    assert found == expected, f"Amara's March is 12.50 and 8.10, more than February's 20.00: expected {expected}, found {found}."


def test_order_does_not_matter():
    """The order of the list does not matter"""
    found = best_months(reversed(ORDERS))
    assert found == best_months(ORDERS), f"Backwards, the same list gave {found}."


def test_tie():
    """Of two equal months the earlier one counts"""
    orders = [("Chen", "2026-05-01", Decimal("9")), ("Chen", "2025-12-31", Decimal("9")), ("Chen", "2026-01-01", Decimal("9"))]
    found = best_months(orders)["Chen"][0]
    assert found == "2025-12", f"Three months with 9 each: expected the earliest, 2025-12, found {found}."


def test_refunds():
    """A customer with refunds only has a best month too"""
    orders = [("Dana", "2026-01-01", Decimal("-5")), ("Dana", "2026-02-01", Decimal("-3"))]
    found = best_months(orders).get("Dana")
    assert found == ("2026-02", Decimal("-3")), f"-3 is more than -5: expected February, found {found}."


def test_once():
    """The orders are read once"""
    found = best_months(iter(ORDERS)).get("Amara")
    assert found == ("2026-03", Decimal("20.60")), f"From an iterator that can be read once, found {found}."
