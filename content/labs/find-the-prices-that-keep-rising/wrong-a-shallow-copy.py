# fails: What callers change doesn't reach the next caller
# says: returns a new list with the rows of the cache.
from functools import lru_cache

from replay import replay

source = None


def connect(load):
    """Sets where price lists come from: `load(region)` returns rows such as {"name": "parcel", "cents": 1000}."""
    global source
    source = load
    cached_prices.cache_clear()


@lru_cache(maxsize=32)
def cached_prices(region):
    return source(region)


def load_prices(region):
    """The price list of a region. Loading it takes seconds, so it happens once. The rows are the caller's own."""
    return list(cached_prices(region))


def add_express(rows):
    return [{**row, "cents": row["cents"] * 110 // 100} for row in rows]


def quote(region, service):
    """The prices of a region, for the service "standard" or "express"."""
    if service not in ("standard", "express"):
        raise ValueError(f"There is no service {service!r}.")
    rows = load_prices(region)
    return add_express(rows) if service == "express" else rows


replay(quote, connect)
