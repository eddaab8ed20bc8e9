# fails: Lines are counted in the file, even after a value over two lines
import csv
from decimal import Decimal, InvalidOperation


def read_prices(lines):
    reader = csv.DictReader(lines)
    for column in ("name", "price"):
        if column not in (reader.fieldnames or []):
            raise ValueError(f"{column} is missing")
    result = []
    for number, row in enumerate(reader, start=2):
        try:
            result.append((row["name"], Decimal(row["price"])))
        except InvalidOperation:
            raise ValueError(f"line {number}") from None
    return result
