# fails: A booking can't be changed afterward
from dataclasses import dataclass
from datetime import date


@dataclass(unsafe_hash=True)
class Booking:
    guest: str
    arrives: date
    leaves: date

    def __post_init__(self) -> None:
        if not self.guest.strip():
            raise ValueError("A booking needs a guest.")
        if self.leaves <= self.arrives:
            raise ValueError(f"{self.leaves} is not after {self.arrives}.")

    @property
    def nights(self) -> int:
        return (self.leaves - self.arrives).days
