# fails: A size below 1 is refused at once
from itertools import islice


def batches(items, size):
    if size < 0:
        raise ValueError("size")
    return _batches(iter(items), size)


def _batches(iterator, size):
    while batch := list(islice(iterator, size)):
        yield batch
