from datetime import timedelta


def remind(orders, now, send):
    sent = failed = 0
    for order in orders:
        is_due = now - order["placed_at"] >= timedelta(days=3)
        if order["paid"] or order["reminded_at"] is not None or not is_due:
            continue
        try:
            send(order["email"], "Your order is waiting")
        except Exception:
            failed += 1
            continue
        order["reminded_at"] = now
        sent += 1
    return sent, failed
