import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.exc import TimeoutError
from sqlalchemy.orm import sessionmaker

from hives.advice import advice, advice_held
from hives.database import SessionLocal, engine
from hives.models import Hive


@pytest.fixture
def one_connection():
    small = create_engine(engine.url, pool_size=1, max_overflow=0, pool_timeout=0.2)
    yield sessionmaker(small)
    small.dispose()


def weather_for(sessions):
    def weather():
        with sessions() as other:
            other.scalars(select(Hive.id)).all()
        return "dry"

    return weather


@pytest.fixture
def oak():
    with SessionLocal.begin() as session:
        session.add(hive := Hive(name="Oak"))
        session.flush()
        return hive.id


def test_a_session_that_has_read_keeps_its_connection(one_connection, oak):
    with one_connection() as session, pytest.raises(TimeoutError):
        advice_held(session, oak, weather_for(one_connection))


def test_a_closed_session_has_given_its_connection_back(one_connection, oak):
    assert advice(one_connection, oak, weather_for(one_connection)) == "Oak: dry"
