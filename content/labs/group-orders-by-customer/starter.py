from decimal import Decimal


def best_months(orders):
    result = {}
    for customer, day, amount in orders:
        result[customer] = (day[:7], amount)
    return result
