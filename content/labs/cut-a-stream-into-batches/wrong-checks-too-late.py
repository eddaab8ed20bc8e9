# fails: A size below 1 is refused at once
# says: checks the size only when the first batch is asked for, as a generator does.
from itertools import islice


def batches(items, size):
    if size < 1:
        raise ValueError("size")
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
