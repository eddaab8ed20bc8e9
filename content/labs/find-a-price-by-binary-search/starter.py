def price_for(grams, limits, prices):
    for limit, price in zip(limits, prices):
        if grams <= limit:
            return price
    return None
