import os

from lockers.parcels import Parcels


# #region courier
class Courier:
    def __init__(self) -> None:
        self.url = os.environ["COURIER_URL"]

    async def collect(self, locker: int) -> None:
        raise NotImplementedError("would call the courier's API")


async def send_back(parcels: Parcels, courier: Courier) -> list[int]:
    """Orders a pickup for each overdue parcel, then removes the parcel."""
    sent = []
    for locker in parcels.overdue():
        await courier.collect(locker)
        parcels.remove(locker)
        sent.append(locker)
    return sent


# #endregion courier
