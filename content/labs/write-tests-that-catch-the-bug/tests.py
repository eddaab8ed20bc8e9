from main import check


def refused(count):
    if count < 1:
        raise ValueError("at least one")


def right(cents, count):
    refused(count)
    total = cents * count
    return total * 90 // 100 if count >= 10 else total


def catches(price):
    try:
        check(price)
    except AssertionError:
        return True
    except Exception as error:
        raise AssertionError(f"check stopped with {error!r} instead of an AssertionError.") from None
    return False


def test_right():
    """A right implementation passes"""
    assert not catches(right), "This implementation follows all rules, and your tests reject it. One of them expects a wrong price."

    def another(cents, count):
        if count < 1:
            raise ValueError(count)
        return (cents * count * 9) // 10 if count > 9 else sum([cents] * count)

    assert not catches(another), "This implementation computes the price in another way and follows all rules, and your tests reject it."


def test_no_discount():
    """A version without any discount is caught"""
    assert catches(lambda cents, count: (refused(count), cents * count)[1]), "A version that never gives a discount passes your tests."


def test_border():
    """A discount that begins at 11 pieces is caught"""
    assert catches(lambda cents, count: right(cents, count) if count != 10 else cents * 10), "A version without the discount at exactly 10 pieces passes. Test the border."


def test_early():
    """A discount that begins at 9 pieces is caught"""
    assert catches(lambda cents, count: right(cents, count) if count != 9 else cents * 9 * 90 // 100), "A version with a discount at 9 pieces passes. Test just below the border."


def test_rounding():
    """Rounding to the nearest cent is caught"""
    assert catches(lambda cents, count: round(right(cents, 1) * count * 0.9) if count >= 10 else right(cents, count)), "A version that rounds to the nearest cent passes. Test a sum whose 90% aren't whole cents."
    assert catches(lambda cents, count: -(-right(cents, 1) * count * 9 // 10) if count >= 10 else right(cents, count)), "A version that rounds up passes. Test a sum whose 90% aren't whole cents."


def test_whole_sum():
    """A discount on only a part of the sum is caught"""
    assert catches(lambda cents, count: right(cents, count) if count < 10 else cents * 9 + cents * (count - 9) * 9 // 10), "A version that gives the discount from the tenth piece on, and not on the whole sum, passes."
    assert catches(lambda cents, count: right(cents, count) if count < 10 else cents * count * 95 // 100), "A version that gives 5% instead of 10% passes."


def test_count():
    """A version that ignores the count or the price is caught"""
    assert catches(lambda cents, count: (refused(count), cents)[1]), "A version that returns the price of one piece, whatever the count, passes."
    assert catches(lambda cents, count: right(100, count)), "A version that calculates with 100 cents, whatever the price, passes. Test two prices."


def test_refusal():
    """A version that accepts zero pieces is caught"""
    assert catches(lambda cents, count: 0 if count == 0 else right(cents, count)), "A version that returns 0 for zero pieces passes. It should raise ValueError."
    assert catches(lambda cents, count: cents * count if count < 1 else right(cents, count)), "A version that never raises ValueError passes."


def test_negative():
    """A version that accepts a negative count is caught"""
    assert catches(lambda cents, count: cents * count if count < 0 else right(cents, count)), "A version that gives a negative price for -1 pieces passes. It should raise ValueError."


def test_other_error():
    """A version that raises another error is caught"""

    def other(cents, count):
        if count < 1:
            raise TypeError(count)
        return right(cents, count)

    try:
        caught = catches(other)
    except AssertionError:
        caught = True
    assert caught, "A version that raises TypeError for a count below 1 passes. It should raise ValueError."


def test_one():
    """A version that refuses a single piece is caught"""

    def strict(cents, count):
        if count < 2:
            raise ValueError(count)
        return right(cents, count)

    try:
        caught = catches(strict)
    except AssertionError:
        caught = True
    assert caught, "A version that raises ValueError for one piece passes. One piece is allowed."
