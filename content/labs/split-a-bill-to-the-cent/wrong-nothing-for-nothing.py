# fails: The shares are exactly the total
# says: gives no shares for a bill of 0.
from decimal import Decimal

def split(total: Decimal, people: int) -> list[Decimal]:
    if people < 1:
        raise ValueError("A bill is split among at least one person.")
    if total * 100 != int(total * 100):
        raise ValueError(f"{total} has parts of a cent.")
    if not total: return []
    sign = -1 if total < 0 else 1
    share, left = divmod(abs(int(total * 100)), people)
    cents = [share + 1] * left + [share] * (people - left)
    return [Decimal(sign * each).scaleb(-2) for each in cents]
