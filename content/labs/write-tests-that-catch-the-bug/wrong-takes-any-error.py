# fails: A version that raises another error is caught
# says: takes any error for the ValueError that the rules ask for.
def check(price):
    assert price(100, 1) == 100
    assert price(100, 9) == 900
    assert price(100, 10) == 900
    assert price(33, 11) == 326
    for count in (0, -1):
        try:
            price(100, count)
        except Exception:
            continue
        raise AssertionError(f"price(100, {count}) did not raise ValueError.")
