from datetime import timedelta

import pytest


# #region limit
@pytest.mark.parametrize(
    ("hours", "expected"),
    [(71, []), (72, []), (72.5, [5])],
)
def test_the_limit_is_72_hours(parcels, noon, hours, expected):
    parcels.add(5, noon - timedelta(hours=hours))
    assert parcels.overdue() == expected


# #endregion limit


def test_starts_empty(parcels):
    assert parcels.overdue() == []


def test_every_change_is_committed(parcels, database, noon):
    parcels.add(5, noon)
    assert not database.in_transaction
    parcels.remove(5)
    assert not database.in_transaction
