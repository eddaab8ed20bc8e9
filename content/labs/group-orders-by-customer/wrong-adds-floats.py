# fails: Of two equal months the earlier one counts
# says: adds up floats, so that two equal sums can differ by a tiny amount.
from collections import defaultdict
from decimal import Decimal


def best_months(orders):
    totals = defaultdict(float)
    for customer, day, amount in orders:
        totals[customer, day[:7]] += float(amount)

    best = {}
    for (customer, month), total in sorted(totals.items()):
        if customer not in best or total > best[customer][1]:
            best[customer] = (month, total)
    return {customer: (month, Decimal(str(round(total, 2)))) for customer, (month, total) in best.items()}
