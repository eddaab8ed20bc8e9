import math


def fee(minutes: int) -> int:
    if minutes < 0:
        raise ValueError(f"negative stay: {minutes}")
    if minutes <= 15:
        return 0
    return min(math.ceil(minutes / 60) * 250, 1500)
