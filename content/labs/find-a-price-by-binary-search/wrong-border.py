# fails: A weight equal to a limit belongs to that row
# says: puts a weight that is equal to a limit into the row after it.
from bisect import bisect_right


def price_for(grams, limits, prices):
    row = bisect_right(limits, grams)
    return prices[row] if row < len(limits) else None
