from decimal import Decimal


def read_prices(lines):
    result = []
    for line in list(lines)[1:]:
        name, price = line.strip().split(",")
        result.append((name, Decimal(price)))
    return result
