import random
from collections.abc import Sequence

from main import price_for

limits = [500, 1000, 2000]
prices = [390, 490, 650]


class Table(Sequence):
    """A table of a million rows that knows which of them were looked at."""

    def __init__(self, make):
        self.make = make
        self.seen = set()

    def __len__(self):
        return 1_000_000

    def __getitem__(self, position):
        if isinstance(position, slice):
            self.seen.update(range(*position.indices(len(self))))
            return [self.make(each) for each in range(*position.indices(len(self)))]
        if not -len(self) <= position < len(self):
            raise IndexError(position)
        self.seen.add(position % len(self))
        if len(self.seen) > 2000:
            raise AssertionError("More than 2,000 limits were looked at in a table of a million rows. 25 are enough.")
        return self.make(position % len(self))


def expect(grams, price):
    found = price_for(grams, limits, prices)
    assert found == price, f"A parcel of {grams} g costs {price} with the limits {limits}. Found {found}."


def test_between():
    """A weight between two limits finds its row"""
    expect(0, 390)
    expect(1, 390)
    expect(500.5, 490)
    expect(100, 390)
    expect(499, 390)
    expect(501, 490)
    expect(999, 490)
    expect(1001, 650)
    expect(1999, 650)


def test_border():
    """A weight equal to a limit belongs to that row"""
    expect(500, 390)
    expect(1000, 490)
    expect(2000, 650)


def test_too_heavy():
    """A parcel that is too heavy has no price"""
    expect(2001, None)
    expect(1_000_000, None)


def test_tables():
    """Tables of every size give the right price"""
    chance = random.Random(5)
    for size in range(1, 13):
        table = sorted(chance.sample(range(1, 60), size))
        costs = [100 + 7 * row for row in range(size)]
        for grams in range(1, 62):
            expected = next((cost for limit, cost in zip(table, costs) if grams <= limit), None)
            found = price_for(grams, table, costs)
            assert found == expected, f"{grams} g with the limits {table} and the prices {costs}: expected {expected}, found {found}."


def test_empty():
    """An empty table has no price"""
    found = price_for(1, [], [])
    assert found is None, f"Expected None for an empty table, found {found}."


def test_large():
    """A million rows need 25 looks at most"""
    for grams in (1, 10, 11, 4_999_990, 7_000_005, 9_999_990, 9_999_991, 10_000_000, 10_000_001):
        table = Table(lambda row: (row + 1) * 10)
        found = price_for(grams, table, range(1_000_000))
        expected = (grams + 9) // 10 - 1 if grams <= 10_000_000 else None
        assert found == expected, f"{grams} g in a table of a million rows of 10 g each: expected row {expected}, found {found}."
        assert len(table.seen) <= 25, f"To find {grams} g, {len(table.seen)} limits were looked at. 25 are enough."
