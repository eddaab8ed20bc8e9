from decimal import Decimal


def split(total: Decimal, people: int) -> list[Decimal]:
    share = round(total / people, 2)
    return [share] * people
