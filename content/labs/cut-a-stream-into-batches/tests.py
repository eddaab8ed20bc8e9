from itertools import count, islice

import lab
from main import batches


def test_cut():
    """Items are cut into batches, the last one shorter"""
    found = list(batches([1, 2, 3, 4, 5], 2))
    assert found == [[1, 2], [3, 4], [5]], f"Expected [1, 2], [3, 4], [5], found {found}."


def test_no_empty_batch():
    """There is never an empty batch"""
    found = list(batches([1, 2, 3, 4], 2))
    assert found == [[1, 2], [3, 4]], f"Four items in twos are two batches, found {found}."
    assert list(batches([], 3)) == [], "No items give no batch."


def test_endless():
    """An endless stream works, and is read only as far as needed"""
    taken = 0

    def stream():
        nonlocal taken
        for number in count():
            taken += 1
            assert taken < 1000, "The endless stream is read to its end, which never comes."
            yield number

    first = list(islice(batches(stream(), 3), 2))
    assert first == [[0, 1, 2], [3, 4, 5]], f"Expected the first two batches, found {first}."
    assert taken <= 6, f"Two batches of three need 6 items, and {taken} were read."


def test_size():
    """A size below 1 is refused at once"""
    for size in (0, -1):
        try:
            batches([1], size)
        except ValueError:
            continue
        raise AssertionError(f"batches([1], {size}) should raise ValueError when it's called.")


def test_by_hand():
    """It is written by hand"""
    assert "batched" not in lab.source, "itertools.batched is what you are rebuilding here."
