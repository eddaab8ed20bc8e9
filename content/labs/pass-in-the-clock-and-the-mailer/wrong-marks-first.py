# fails: A mail that failed is tried again
from datetime import timedelta


def remind(orders, now, send):
    sent = failed = 0
    for order in orders:
        if order["paid"] or order["reminded_at"] or now - order["placed_at"] < timedelta(days=3):
            continue
        order["reminded_at"] = now
        try:
            send(order["email"], "Your order is waiting")
            sent += 1
        except Exception:
            failed += 1
    return sent, failed
