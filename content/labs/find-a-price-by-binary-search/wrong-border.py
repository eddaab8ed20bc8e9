# fails: A weight equal to a limit belongs to that row
from bisect import bisect_right


def price_for(grams, limits, prices):
    row = bisect_right(limits, grams)
    return prices[row] if row < len(limits) else None
