from collections.abc import Sequence

from main import price_for

limits = [500, 1000, 2000]
prices = [390, 490, 650]


class Table(Sequence):
    """A table of a million rows that counts how often it's looked at."""

    def __init__(self, make):
        self.make = make
        self.looks = 0

    def __len__(self):
        return 1_000_000

    def __getitem__(self, position):
        if isinstance(position, slice):
            self.looks += len(range(*position.indices(len(self))))
            return [self.make(each) for each in range(*position.indices(len(self)))]
        if not 0 <= position < len(self):
            raise IndexError(position)
        self.looks += 1
        if self.looks > 2000:
            raise AssertionError("More than 2,000 limits were looked at in a table of a million rows. 25 are enough.")
        return self.make(position)


def expect(grams, price):
    found = price_for(grams, limits, prices)
    assert found == price, f"A parcel of {grams} g costs {price} with the limits {limits}. Found {found}."


def test_between():
    """A weight between two limits finds its row"""
    expect(100, 390)
    expect(501, 490)
    expect(1999, 650)


def test_border():
    """A weight equal to a limit belongs to that row"""
    expect(500, 390)
    expect(1000, 490)
    expect(2000, 650)


def test_too_heavy():
    """A parcel that is too heavy has no price"""
    expect(2001, None)


def test_empty():
    """An empty table has no price"""
    found = price_for(1, [], [])
    assert found is None, f"Expected None for an empty table, found {found}."


def test_large():
    """A million rows need 25 looks at most"""
    for grams in (1, 7_000_005, 10_000_000):
        table = Table(lambda row: (row + 1) * 10)
        found = price_for(grams, table, range(1_000_000))
        expected = (grams + 9) // 10 - 1
        assert found == expected, f"{grams} g belongs to row {expected}, found {found}."
        assert table.looks <= 25, f"Finding {grams} g took {table.looks} looks at the limits. 25 are enough."
