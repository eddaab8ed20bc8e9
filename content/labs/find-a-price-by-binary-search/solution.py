from bisect import bisect_left


def price_for(grams, limits, prices):
    row = bisect_left(limits, grams)
    return prices[row] if row < len(limits) else None
