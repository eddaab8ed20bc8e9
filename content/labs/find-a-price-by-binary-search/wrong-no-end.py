# fails: A parcel that is too heavy has no price
# says: gives the last price to parcels that are too heavy for the table.
from bisect import bisect_left


def price_for(grams, limits, prices):
    if not limits:
        return None
    return prices[min(bisect_left(limits, grams), len(limits) - 1)]
