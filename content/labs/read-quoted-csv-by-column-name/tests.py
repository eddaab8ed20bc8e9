from decimal import Decimal

from main import read_prices


def refusal(lines):
    try:
        found = read_prices(lines)
    except ValueError as error:
        return str(error)
    except Exception as error:
        raise AssertionError(f"Expected ValueError, found {error!r}.") from None
    raise AssertionError(f"Expected ValueError, found {found}.")


def test_plain():
    """Names and prices are read"""
    found = read_prices(["name,price\n", "Tea,4.50\n", "Pot,19.90\n"])
    expected = [("Tea", Decimal("4.50")), ("Pot", Decimal("19.90"))]
    assert found == expected, f"Expected {expected}, found {found}."


def test_quotes():
    """Quoted values may contain commas and quotes"""
    found = read_prices(["name,price\n", '"Cup, large",9\n', '"The ""big"" pot",19\n'])
    names = [name for name, _ in found]
    assert names == ["Cup, large", 'The "big" pot'], f"Expected Cup, large and The \"big\" pot, found {names}."


def test_columns():
    """Columns are found by their name"""
    found = read_prices(["price,sku,name\n", "4.50,t-1,Tea\n"])
    assert found == [("Tea", Decimal("4.50"))], f"The columns came in another order: found {found}."


def test_missing_column():
    """A missing column is named"""
    message = refusal(["name,cost\n", "Tea,4.50\n"])
    assert "price" in message, f"The column price is missing, and the message doesn't say so: {message!r}."


def test_bad_price():
    """A price that is no number is reported with its line"""
    message = refusal(["name,price\n", "Tea,4.50\n", "Cup,free\n"])
    assert "3" in message, f"The third line has the price free. The message doesn't have its number: {message!r}."


def test_line_breaks():
    """The line is counted in the file, also after a value over two lines"""
    message = refusal(["name,price\n", '"Cup\n', 'large",9\n', "Pot,?\n"])
    assert "4" in message, f"The bad price is in line 4 of the file: {message!r}."


def test_iterator():
    """Lines may come from any iterable"""
    found = read_prices(iter(["name,price\n", "Tea,1\n"]))
    assert found == [("Tea", Decimal("1"))], f"From an iterator, found {found}."
