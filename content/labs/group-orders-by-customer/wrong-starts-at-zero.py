# fails: A customer who only has refunds has a best month, too
from collections import defaultdict
from decimal import Decimal


def best_months(orders):
    totals = defaultdict(Decimal)
    for customer, day, amount in orders:
        totals[customer, day[:7]] += amount
    best = defaultdict(lambda: ("", Decimal(0)))
    for (customer, month), total in sorted(totals.items()):
        if total > best[customer][1]:
            best[customer] = (month, total)
    return dict(best)
