# fails: It is written by hand
from itertools import batched


def batches(items, size):
    if size < 1:
        raise ValueError("size")
    return map(list, batched(items, size))
