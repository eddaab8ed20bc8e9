# fails: A price that is not a number is reported with its line
import csv
from decimal import Decimal, InvalidOperation


def read_prices(lines):
    reader = csv.DictReader(lines)
    for column in ("name", "price"):
        if column not in (reader.fieldnames or []):
            raise ValueError(f"The column {column} is missing.")

    result = []
    for row in reader:
        try:
            price = Decimal(row["price"])
            if not price.is_finite():
                raise InvalidOperation
        except InvalidOperation as error:
            raise ValueError(f"Line {reader.line_num}: {row['price']!r} is not a price.") from error
        result.append((row["name"], price))
    return result
