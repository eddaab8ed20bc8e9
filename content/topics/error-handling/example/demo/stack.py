class NoPilot(Exception):
    def __init__(self, ship):
        super().__init__(f"no pilot for {ship}")
        self.ship = ship


def book_pilot(station, ship):
    raise ConnectionRefusedError("10.0.4.7:7000")


def assign(berth, ship):
    try:
        book_pilot("north", ship)
    except ConnectionRefusedError as error:
        raise NoPilot(ship) from error
    finally:
        print("berth released", flush=True)


assign("B2", "Petrel")
