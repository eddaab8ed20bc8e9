import pytest
from sqlalchemy import select
from sqlalchemy.exc import PendingRollbackError

from hives.database import SessionLocal
from hives.imports import import_and_lose, import_hives
from hives.models import Hive


@pytest.fixture(autouse=True)
def oak():
    with SessionLocal.begin() as session:
        session.add(Hive(name="Oak"))


def stored() -> list[str]:
    with SessionLocal() as session:
        return list(session.scalars(select(Hive.name).order_by(Hive.name)))


def test_a_caught_error_at_the_end_loses_everything_without_a_word():
    with SessionLocal.begin() as session:
        assert import_and_lose(session, ["Elm", "Oak"]) == ["Oak"]
    assert stored() == ["Oak"]


def test_a_caught_error_before_the_end_stops_the_next_statement():
    with pytest.raises(PendingRollbackError), SessionLocal.begin() as session:
        import_and_lose(session, ["Oak", "Elm"])


@pytest.mark.parametrize("names", [["Elm", "Oak", "Ash"], ["Oak", "Elm", "Ash"]])
def test_a_savepoint_undoes_the_refused_row_only(names):
    with SessionLocal.begin() as session:
        assert import_hives(session, names) == ["Oak"]
    assert stored() == ["Ash", "Elm", "Oak"]


def test_an_error_at_the_end_leaves_none():
    with pytest.raises(RuntimeError), SessionLocal.begin() as session:
        import_hives(session, ["Elm", "Ash"])
        raise RuntimeError("the file was cut off")
    assert stored() == ["Oak"]
