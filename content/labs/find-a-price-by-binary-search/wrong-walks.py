# fails: A million rows need 25 looks at most
def price_for(grams, limits, prices):
    for row, limit in enumerate(limits):
        if grams <= limit:
            return prices[row]
    return None
