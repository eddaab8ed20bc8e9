from itertools import islice


def batches(items, size):
    if size < 1:
        raise ValueError(f"A batch has at least one item, not {size}.")
    return _batches(iter(items), size)


def _batches(iterator, size):
    while batch := list(islice(iterator, size)):
        yield batch
