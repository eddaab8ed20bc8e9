from datetime import date


class Booking:
    def __init__(self, guest: str, arrives: date, leaves: date) -> None:
        self.guest = guest
        self.arrives = arrives
        self.leaves = leaves
