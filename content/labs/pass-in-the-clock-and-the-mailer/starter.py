from datetime import timedelta


def remind(orders, now, send):
    for order in orders:
        send(order["email"], "Your order is waiting")
    return len(orders), 0
