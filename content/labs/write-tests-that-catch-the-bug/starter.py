def check(price):
    assert price(100, 1) == 100
