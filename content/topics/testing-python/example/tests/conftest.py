import sqlite3
from datetime import UTC, datetime
from unittest.mock import create_autospec

import pytest

from lockers.parcels import Parcels
from lockers.returns import Courier


# #region fixtures
@pytest.fixture(scope="session")
def database():
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE parcel (locker INTEGER PRIMARY KEY, since REAL)")
    yield connection
    connection.close()


@pytest.fixture
def parcels(database):
    yield Parcels(database)
    with database:
        database.execute("DELETE FROM parcel")


# #endregion fixtures


# #region doubles
@pytest.fixture
def noon(monkeypatch):
    time = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
    monkeypatch.setattr("lockers.parcels.now", lambda: time)
    return time


@pytest.fixture
def courier():
    return create_autospec(Courier, instance=True)


# #endregion doubles
