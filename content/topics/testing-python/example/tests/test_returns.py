from datetime import timedelta

import pytest

from lockers.returns import Courier, send_back


@pytest.fixture
def overdue(parcels, noon):
    for locker in (3, 1, 2):
        parcels.add(locker, noon - timedelta(hours=80))
    parcels.add(4, noon)
    return parcels


# #region returns
async def test_sends_back_what_is_overdue(overdue, courier):
    assert await send_back(overdue, courier) == [1, 2, 3]
    assert overdue.overdue() == []
    assert [call.args for call in courier.collect.await_args_list] == [(1,), (2,), (3,)]


async def test_keeps_a_parcel_that_was_not_collected(overdue, courier):
    courier.collect.side_effect = [None, ConnectionError("no answer")]
    with pytest.raises(ConnectionError, match="no answer"):
        await send_back(overdue, courier)
    assert overdue.overdue() == [2, 3]


# #endregion returns


async def test_double_has_the_real_signature(courier):
    with pytest.raises(TypeError):
        await courier.collect()


# #region environment
def test_courier_reads_its_url(monkeypatch):
    monkeypatch.setenv("COURIER_URL", "https://courier.example")
    assert Courier().url == "https://courier.example"


def test_courier_needs_a_url(monkeypatch):
    monkeypatch.delenv("COURIER_URL", raising=False)
    with pytest.raises(KeyError, match="COURIER_URL"):
        Courier()


# #endregion environment
