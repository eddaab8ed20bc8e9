# #region unittest
import sqlite3
import unittest
from datetime import UTC, datetime, timedelta
from unittest.mock import create_autospec, patch

from lockers.parcels import Parcels
from lockers.returns import Courier, send_back

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


class SendBackTest(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        database = sqlite3.connect(":memory:")
        self.addCleanup(database.close)
        database.execute("CREATE TABLE parcel (locker INTEGER PRIMARY KEY, since REAL)")
        self.parcels = Parcels(database)
        self.courier = create_autospec(Courier, instance=True)

    @patch("lockers.parcels.now", return_value=NOON)
    async def test_keeps_a_parcel_that_was_not_collected(self, now):
        for locker in (1, 2):
            self.parcels.add(locker, NOON - timedelta(hours=80))
        self.courier.collect.side_effect = [None, ConnectionError("no answer")]
        with self.assertRaisesRegex(ConnectionError, "no answer"):
            await send_back(self.parcels, self.courier)
        self.assertEqual(self.parcels.overdue(), [2])


# #endregion unittest


if __name__ == "__main__":
    unittest.main()
