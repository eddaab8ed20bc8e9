# fails: The orders of a month are added up
# says: compares single orders and doesn't add up those of one month.
def best_months(orders):
    best = {}
    for customer, day, amount in sorted(orders, key=lambda order: order[1]):
        if customer not in best or amount > best[customer][1]:
            best[customer] = (day[:7], amount)
    return best
