# #region tries
import sqlite3
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

from lockers.parcels import Parcels

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
database = sqlite3.connect(":memory:")
database.execute("CREATE TABLE parcel (locker INTEGER PRIMARY KEY, since REAL)")
parcels = Parcels(database)


def test_waits_for_72_hours():
    with patch("lockers.clock.now", return_value=NOON):
        parcels.add(5, NOON - timedelta(hours=1))
        assert parcels.overdue() == []


def test_starts_empty():
    assert parcels.overdue() == []
# #endregion tries
