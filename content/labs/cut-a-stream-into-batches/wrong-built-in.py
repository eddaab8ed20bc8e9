# fails: It works without itertools.batched
# says: uses itertools.batched, which you are to write yourself here.
from itertools import batched


def batches(items, size):
    if size < 1:
        raise ValueError("size")
    return map(list, batched(items, size))
