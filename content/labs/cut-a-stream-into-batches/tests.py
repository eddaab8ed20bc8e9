import itertools
import random
import sys
from itertools import count, islice

from main import batches


def cut(items, size):
    return [items[start : start + size] for start in range(0, len(items), size)]


def test_cut():
    """Items are cut into batches, the last one shorter"""
    found = list(batches([1, 2, 3, 4, 5], 2))
    assert found == [[1, 2], [3, 4], [5]], f"Expected [1, 2], [3, 4], [5], found {found}."
    chance = random.Random(7)
    for _ in range(40):
        items = [chance.choice((None, 0, "", False, "a", 7, [])) for _ in range(chance.randrange(12))]
        size = chance.randrange(1, 6)
        found = list(batches(items, size))
        assert found == cut(items, size), f"batches({items}, {size}): expected {cut(items, size)}, found {found}."
        assert all(type(batch) is list for batch in found), f"Each batch should be a list, found {found}."


def test_no_empty_batch():
    """There is never an empty batch"""
    found = list(batches([1, 2, 3, 4], 2))
    assert found == [[1, 2], [3, 4]], f"Four items in twos are two batches, found {found}."
    for nothing in ([], (), iter([]), "", {}):
        found = list(batches(nothing, 3))
        assert found == [], f"batches({nothing!r}, 3): no items give no batch, found {found}."


def test_iterables():
    """Any iterable is cut, and a list stays as it was"""
    for items, expected in (("abc", [["a", "b"], ["c"]]), (range(3), [[0, 1], [2]]), ({"x": 1, "y": 2}, [["x", "y"]]), ((n * n for n in range(3)), [[0, 1], [4]])):
        found = list(batches(items, 2))
        assert found == expected, f"batches({items!r}, 2): expected {expected}, found {found}."
    items = [1, 2, 3]
    list(batches(items, 2))
    assert items == [1, 2, 3], f"The list that was passed in was changed to {items}."


def test_endless():
    """An endless stream works, and is read only as far as needed"""
    taken = 0

    def stream():
        nonlocal taken
        for number in count():
            taken += 1
            assert taken < 1000, "The endless stream is read to its end, which never comes."
            yield number

    found = iter(batches(stream(), 3))
    assert taken == 0, f"No batch was asked for, and {taken} items were read."
    first = list(islice(found, 2))
    assert first == [[0, 1, 2], [3, 4, 5]], f"Expected the first two batches, found {first}."
    assert taken <= 6, f"Two batches of three need 6 items, and {taken} were read."
    third = next(found)
    assert third == [6, 7, 8], f"The third batch should be [6, 7, 8], found {third}."


def test_size():
    """A size below 1 is refused at once"""
    for size in (0, -1, -5):
        try:
            found = batches([1], size)
        except ValueError:
            continue
        except Exception as error:
            raise AssertionError(f"batches([1], {size}) should raise ValueError, found {error!r}.") from None
        try:
            next(iter(found), None)
        except ValueError:
            raise AssertionError(f"batches([1], {size}) raises ValueError for the first batch, not when it's called.") from None
        except Exception:
            pass
        raise AssertionError(f"batches([1], {size}) should raise ValueError when it's called.")
    found = list(batches([1, 2], 1))
    assert found == [[1], [2]], f"A size of 1 is right: expected [[1], [2]], found {found}."


def test_by_hand():
    """It works without itertools.batched"""
    real = itertools.batched

    def refuse(*_):
        raise AssertionError("itertools.batched is what you are rebuilding here.")

    itertools.batched = refuse
    try:
        sys.modules.pop("main")
        import main

        list(main.batches([1, 2, 3], 2))
    finally:
        itertools.batched = real
