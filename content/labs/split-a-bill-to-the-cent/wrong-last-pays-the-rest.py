# fails: No one pays more than a cent more than anyone else, and larger shares come first
from decimal import ROUND_DOWN, Decimal


def split(total, people):
    if people < 1 or total * 100 != int(total * 100):
        raise ValueError("cannot split")
    cent = Decimal("0.01")
    share = (total / people).quantize(cent, rounding=ROUND_DOWN)
    return [(total - share * (people - 1)).quantize(cent)] + [share] * (people - 1)
