import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from hives.app import app
from hives.database import SessionLocal, engine
from hives.models import Hive

client = TestClient(app)


def test_a_hive_is_stored_once():
    assert client.post("/hives", json={"name": "Oak"}).status_code == 201
    assert client.post("/hives", json={"name": "Oak"}).status_code == 409
    assert client.get("/hives").json() == {"Oak": 0}


def test_of_two_requests_at_once_the_second_gets_a_409():
    def faster_request(session, context, instances):
        with SessionLocal.begin() as other:
            other.add(Hive(name="Oak"))

    event.listen(SessionLocal, "before_flush", faster_request, once=True)
    assert client.post("/hives", json={"name": "Oak"}).status_code == 409


def test_every_connection_goes_back_to_the_pool():
    for _ in range(20):
        client.post("/hives", json={"name": "Oak"})
    assert engine.pool.checkedout() == 0


@pytest.mark.parametrize("name", ["", "a\0b", "x" * 101, None])
def test_a_name_that_no_index_can_hold_is_refused(name):
    assert client.post("/hives", json={"name": name}).status_code == 422
