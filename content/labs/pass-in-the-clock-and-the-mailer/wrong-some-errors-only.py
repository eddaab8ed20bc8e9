# fails: A mail that fails does not stop the others
from datetime import timedelta


def remind(orders, now, send):
    sent = failed = 0
    for order in orders:
        if order["paid"] or order["reminded_at"] or now - order["placed_at"] < timedelta(days=3):
            continue
        try:
            send(order["email"], "Your order is waiting")
        except OSError:
            failed += 1
            continue
        order["reminded_at"] = now
        sent += 1
    return sent, failed
