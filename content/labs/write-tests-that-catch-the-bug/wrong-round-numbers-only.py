# fails: Rounding to the nearest cent is caught
def check(price):
    assert price(100, 1) == 100
    assert price(100, 9) == 900
    assert price(100, 10) == 900
    for count in (0, -1):
        try:
            price(100, count)
        except ValueError:
            continue
        raise AssertionError("accepted")
