import main


class Source:
    """Price lists by region; counts how often each was loaded."""

    def __init__(self, **regions):
        self.regions = regions
        self.loads = []

    def __call__(self, region):
        self.loads.append(region)
        return [{"name": name, "cents": cents, "days": 2} for name, cents in self.regions[region]]


def start():
    source = Source(south=[("letter", 99), ("box", 1005)], west=[("box", 700)])
    main.connect(source)
    return source


def prices(rows):
    return [(row["name"], row["cents"]) for row in rows]


def test_first():
    """A first quote has the right prices"""
    start()
    found = prices(main.quote("south", "standard"))
    assert found == [("letter", 99), ("box", 1005)], f"Standard in the south is a letter for 99 and a box for 1005. Found {found}."
    start()
    found = prices(main.quote("south", "express"))
    assert found == [("letter", 108), ("box", 1105)], f"With 10% more, rounded down, a letter is 108 and a box 1105. Found {found}."
    row = main.quote("south", "express")[0]
    assert row.get("days") == 2, f"The rows of this list also have days, which is 2. The quote should still have it, found {row}."
    try:
        main.quote("south", "overnight")
        assert False, "The service overnight doesn't exist, so there should be a ValueError."
    except ValueError:
        pass


def test_again():
    """A second express quote has the same prices"""
    start()
    for number in range(1, 6):
        found = prices(main.quote("south", "express"))
        assert found == [("letter", 108), ("box", 1105)], f"Express quote number {number} should be 108 and 1105 again, found {found}."


def test_after_express():
    """An express quote doesn't make a later standard quote more expensive"""
    start()
    main.quote("west", "express")
    main.quote("south", "express")
    for region, expected in (("south", [("letter", 99), ("box", 1005)]), ("west", [("box", 700)])):
        found = prices(main.quote(region, "standard"))
        assert found == expected, f"After an express quote, standard in the {region} should be {expected}, found {found}."


def test_loads():
    """A price list is loaded once for each region"""
    source = start()
    for service in ("standard", "express", "standard"):
        for region in ("south", "west"):
            main.quote(region, service)
            main.load_prices(region)
    assert source.loads == ["south", "west"], f"Six quotes were made for two regions. Expected one load of each, found {source.loads}."
    fresh = start()
    main.quote("west", "standard")
    assert fresh.loads == ["west"], f"After connect, the list should be loaded from the new source. Found loads {fresh.loads}."


def test_callers():
    """What callers change doesn't reach the next caller"""
    for name, ask in (("load_prices", lambda: main.load_prices("south")), ("a standard quote", lambda: main.quote("south", "standard")), ("an express quote", lambda: main.quote("south", "express"))):
        start()
        expected = prices(ask())
        rows = ask()
        rows.append({"name": "gift", "cents": 1})
        rows.reverse()
        found = prices(ask())
        assert found == expected, f"A caller added a row to {name} and reversed it. The next caller should get {expected}, found {found}."
        rows = ask()
        rows[0]["cents"] = 0
        found = prices(ask())
        assert found == expected, f"A caller set a price of {name} to 0. The next caller should get {expected}, found {found}."

