import random
import re
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
    found = read_prices(["name,price\n", "Tea,4.50\n", "Pot,19.90\n", "Voucher,-5.00\n"])
    expected = [("Tea", Decimal("4.50")), ("Pot", Decimal("19.90")), ("Voucher", Decimal("-5.00"))]
    assert found == expected, f"Expected {expected}, found {found}."


def test_many():
    """Files with any order of columns are read"""
    chance = random.Random(2)
    for _ in range(20):
        columns = ["name", "price", *chance.sample(["sku", "stock", "price_old", "name_de", ""], 2)]
        chance.shuffle(columns)
        expected = [(chance.choice(("Tea", "Cup, large", 'The "big" pot', "", "Tee ☕")), Decimal(chance.randrange(-500, 99999)) / 100) for _ in range(chance.randrange(5))]

        def cell(value):
            return '"' + value.replace('"', '""') + '"' if re.search('[",]', value) else value

        lines = [",".join(columns) + "\n"]
        for name, price in expected:
            lines.append(",".join(cell({"name": name, "price": str(price)}.get(column, "9.99")) for column in columns) + "\n")
        found = read_prices(lines)
        assert [tuple(each) for each in found] == expected, f"From {lines}, expected {expected}, found {found}."
        assert all(isinstance(price, Decimal) for _, price in found), f"Each price should be a Decimal, found {found}."


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
    for missing, columns in (("price", "name,cost"), ("name", "title,price"), ("price", "name"), ("name", "price,names"), ("price", "name,Price")):
        message = refusal([f"{columns}\n", "Tea,4.50\n"])
        assert missing in message, f"The columns are {columns}: {missing} is missing, and the message doesn't say so: {message!r}."
    refusal([])


def expect_line(lines, number, why):
    message = refusal(lines)
    found = re.findall(r"\d+", message)
    assert str(number) in found, f"{why}: the bad price is in line {number} of the file, and the message doesn't have that number: {message!r}."


def test_bad_price():
    """A price that is not a number is reported with its line"""
    expect_line(["name,price\n", "Tea,4.50\n", "Cup,free\n"], 3, "The third line has the price free")
    good = ["Tea,4.50\n"] * 40
    for place, price in ((17, "free"), (23, ""), (31, "4.50 EUR"), (38, "1O"), (2, "x"), (9, "NaN"), (12, "-Infinity")):
        lines = ["name,price\n", *good]
        lines[place - 1] = f"Cup,{price}\n"
        expect_line(lines, place, f"Of 41 lines, one has the price {price!r}")
    expect_line(["name,price\n", "Tea,4.50\n", "Cup\n"], 3, "The third line has a name and nothing else")
    lines = ["price,name\n", *["4.50,Tea\n"] * 40]
    lines[28] = "free,Pot\n"
    expect_line(lines, 29, "The columns came in another order, and one line has the price free")


def test_line_breaks():
    """Lines are counted in the file, even after a value over two lines"""
    found = read_prices(["name,price\n", '"Cup\n', 'large",9\n'])
    assert found == [("Cup\nlarge", Decimal("9"))], f"The cup's name is Cup and large, on two lines: found {found}."
    expect_line(["name,price\n", '"Cup\n', 'large",9\n', "Pot,?\n"], 4, "The cup's name is on two lines")
    expect_line(["name,price\n", *['"Cup\n', 'large",9\n'] * 9, "Pot,?\n"], 20, "Nine names are on two lines each")


def test_iterator():
    """Lines may come from any iterable"""
    found = read_prices(iter(["name,price\n", "Tea,1\n"]))
    assert found == [("Tea", Decimal("1"))], f"From an iterator, found {found}."
