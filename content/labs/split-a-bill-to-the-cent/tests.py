import random
from decimal import Decimal

from main import split


def shares(total, people):
    return [str(share) for share in split(Decimal(total), people)]


def test_even():
    """A bill that divides evenly gives equal shares"""
    found = shares("90.00", 3)
    assert found == ["30.00", "30.00", "30.00"], f"90.00 for three is 30.00 each, found {found}."


def test_sum():
    """The shares are exactly the total"""
    for total, people in (("100.00", 3), ("0.05", 3), ("1234567.89", 7), ("10.00", 6), ("0", 4), ("0.03", 4), ("-100", 7)):
        found = split(Decimal(total), people)
        assert isinstance(found, list), f"split({total}, {people}) should return a list, found {found!r}."
        assert len(found) == people, f"split({total}, {people}) should return {people} shares, found {len(found)}."
        found = sum(split(Decimal(total), people))
        assert found == Decimal(total), f"{total} for {people} adds up to {found}."


def test_fair():
    """No one pays more than a cent more than anyone else, and larger shares come first"""
    found = shares("100.00", 3)
    assert found == ["33.34", "33.33", "33.33"], f"Expected 33.34, 33.33, 33.33, found {found}."
    found = shares("0.05", 3)
    assert found == ["0.02", "0.02", "0.01"], f"Five cents for three are 0.02, 0.02 and 0.01, found {found}."


def test_decimals():
    """Every share has two decimals"""
    found = shares("10", 2)
    assert found == ["5.00", "5.00"], f"10 for two is 5.00 each, written with two decimals. Found {found}."


def test_refund():
    """A refund is split in the same way"""
    found = shares("-0.05", 2)
    assert found == ["-0.03", "-0.02"], f"A refund of 0.05 for two is -0.03 and -0.02, found {found}."


def test_refuses():
    """A bill without anyone to pay it, or with parts of a cent, is refused"""
    for total, people in (("10.00", 0), ("10.00", -2), ("0.005", 1), ("-10.00", 0), ("0", 0), ("33.333", 3), ("-0.001", 1), ("0.0001", 2)):
        try:
            found = shares(total, people)
        except ValueError:
            continue
        except Exception as error:
            raise AssertionError(f"split({total}, {people}) should raise ValueError, found {error!r}.") from None
        raise AssertionError(f"split({total}, {people}) should raise ValueError, found {found}.")


def reference(total, people):
    """Gives out the cents one by one, in turn."""
    sign, cents = (-1 if total < 0 else 1), abs(int(total * 100))
    counts = [0] * people
    for number in range(cents):
        counts[number % people] += 1
    return [Decimal(sign * count) / 100 for count in counts]


def test_many():
    """Bills of every size are split right"""
    chance = random.Random(6)
    for _ in range(120):
        total, people = Decimal(chance.randrange(-700, 1500)) / 100, chance.randrange(1, 12)
        found = split(total, people)
        expected = reference(total, people)
        assert list(found) == expected, f"split({total}, {people}) should be {', '.join(map(str, expected))}, found {', '.join(map(str, found))}."
        for share in found:
            assert isinstance(share, Decimal), f"split({total}, {people}): each share should be a Decimal, found {share!r}."
            assert share.as_tuple().exponent == -2, f"split({total}, {people}): each share has two decimals, found {share}."
