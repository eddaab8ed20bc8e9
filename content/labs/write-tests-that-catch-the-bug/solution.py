def check(price):
    assert price(100, 1) == 100
    assert price(100, 9) == 900
    assert price(100, 10) == 900
    assert price(33, 11) == 326  # 326.7
    for count in (0, -1):
        try:
            price(100, count)
        except ValueError:
            pass
        else:
            raise AssertionError(f"price(100, {count}) did not raise ValueError.")
