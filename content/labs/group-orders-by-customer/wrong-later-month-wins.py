# fails: Of two equal months the earlier one counts
from collections import defaultdict
from decimal import Decimal


def best_months(orders):
    totals = defaultdict(Decimal)
    for customer, day, amount in orders:
        totals[customer, day[:7]] += amount
    best = {}
    for (customer, month), total in sorted(totals.items()):
        if customer not in best or total >= best[customer][1]:
            best[customer] = (month, total)
    return best
