# fails: A discount that begins at 11 pieces is caught
def check(price):
    assert price(100, 1) == 100
    assert price(100, 9) == 900
    assert price(33, 11) == 326
    for count in (0, -1):
        try:
            price(100, count)
        except ValueError:
            continue
        raise AssertionError("accepted")
