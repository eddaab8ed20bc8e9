# fails: Three days are counted to the second
def remind(orders, now, send):
    sent = failed = 0
    for order in orders:
        if order["paid"] or order["reminded_at"] or (now - order["placed_at"]).days <= 3:
            continue
        try:
            send(order["email"], "Your order is waiting")
            order["reminded_at"] = now
            sent += 1
        except Exception:
            failed += 1
    return sent, failed
