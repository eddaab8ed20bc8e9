# fails: Columns are found by their name
import csv
from decimal import Decimal, InvalidOperation


def read_prices(lines):
    reader = csv.reader(lines)
    header = next(reader, [])
    for column in ("name", "price"):
        if column not in header:
            raise ValueError(f"{column} is missing")
    result = []
    for row in reader:
        try:
            result.append((row[0], Decimal(row[1])))
        except InvalidOperation:
            raise ValueError(f"line {reader.line_num}") from None
    return result
