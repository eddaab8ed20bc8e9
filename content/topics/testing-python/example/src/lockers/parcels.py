import sqlite3
from datetime import datetime, timedelta

from lockers.clock import now

LIMIT = timedelta(hours=72)


# #region parcels
class Parcels:
    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database

    def add(self, locker: int, since: datetime) -> None:
        values = (locker, since.timestamp())
        with self.database:  # commits
            self.database.execute("INSERT INTO parcel VALUES (?, ?)", values)

    def overdue(self) -> list[int]:
        limit = (now() - LIMIT).timestamp()
        rows = self.database.execute(
            "SELECT locker FROM parcel WHERE since < ? ORDER BY locker", (limit,)
        )
        return [locker for (locker,) in rows]

    def remove(self, locker: int) -> None:
        with self.database:
            self.database.execute("DELETE FROM parcel WHERE locker = ?", (locker,))


# #endregion parcels
