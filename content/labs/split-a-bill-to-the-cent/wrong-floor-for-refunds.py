# fails: A refund is split in the same way
from decimal import Decimal


def split(total, people):
    if people < 1 or total * 100 != int(total * 100):
        raise ValueError("cannot split")
    share, left = divmod(int(total * 100), people)
    cents = [share + 1] * left + [share] * (people - left)
    return [Decimal(each).scaleb(-2) for each in cents]
