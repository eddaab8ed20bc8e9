import json

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import create_engine, event, func, inspect, select
from sqlalchemy.exc import OperationalError

from rings import main
from rings.database import SightingRow, Volunteer, hash_key
from rings.main import app


def test_sighting_is_stored_and_listed(client):
    response = client.post("/sightings", json={"ring": "AB1234", "count": 2})
    assert response.status_code == 201
    assert response.json() == {"ring": "AB1234", "count": 2, "id": 1}
    assert client.get("/sightings").json() == [response.json()]
    assert client.get("/sightings/1").json() == response.json()


def test_sighting_belongs_to_the_volunteer_with_the_key(client, sessions):
    with sessions() as session:
        session.add(Volunteer(id=7, name="Tom", phone="", key_hash=hash_key("k7")))
        session.commit()
    headers = {"Authorization": "Bearer k7"}
    client.post("/sightings", json={"ring": "AB1234"}, headers=headers)
    with sessions() as session:
        assert session.scalar(select(SightingRow.volunteer_id)) == 7


# region private
def test_phone_and_key_stay_private(client):
    pages = [
        client.post("/sightings", json={"ring": "AB1234"}),
        client.get("/sightings"),
        client.get("/sightings/1"),
        client.get("/openapi.json"),
    ]
    for page in pages:
        assert page.status_code in (200, 201)
        assert "phone" not in page.text and "key_hash" not in page.text


# endregion private


# region commit
def test_failed_commit_is_a_500_and_stores_nothing(client, sessions):
    def fail(session):
        raise OSError("the database is gone")

    event.listen(sessions, "before_commit", fail)
    quiet = TestClient(app, headers=client.headers, raise_server_exceptions=False)
    response = quiet.post("/sightings", json={"ring": "AB1234"})
    event.remove(sessions, "before_commit", fail)
    assert response.status_code == 500
    with sessions() as session:
        assert session.scalar(select(func.count()).select_from(SightingRow)) == 0


# endregion commit


def test_nothing_is_read_after_the_commit(client, sessions):
    steps = []
    engine = sessions.kw["bind"]
    event.listen(engine, "commit", lambda connection: steps.append("COMMIT"))
    event.listen(
        engine, "before_cursor_execute", lambda *args: steps.append(args[2].split()[0])
    )
    client.post("/sightings", json={"ring": "AB1234"})
    assert steps[-2:] == ["INSERT", "COMMIT"]


@pytest.mark.parametrize("key", [None, "Bearer wrong", "Bearer é", "Basic k1"])
def test_without_a_key_nothing_is_stored(client, key):
    headers = {"Authorization": key.encode() if key else ""}
    response = client.post("/sightings", json={"ring": "AB1234"}, headers=headers)
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == "Bearer"
    assert client.get("/sightings").json() == []


@pytest.mark.parametrize(
    "body",
    [
        {"ring": "x", "count": 0},
        {"ring": "AB1234\n", "count": 10**30},
        {"ring": "\ud800", "count": 1.5},
        {"ring": ["AB1234"], "count": None},
    ],
)
def test_all_errors_are_reported_at_once(client, body):
    response = client.post(
        "/sightings",
        content=json.dumps(body),
        headers={"Content-Type": "application/json"},
    )
    assert response.status_code == 422
    fields = [error["loc"] for error in response.json()["detail"]]
    assert fields == [["body", "ring"], ["body", "count"]]


def test_filter_and_limit(client):
    for ring in ("AB1234", "CD5678", "AB1234"):
        client.post("/sightings", json={"ring": ring})
    found = client.get("/sightings", params={"ring": "AB1234"}).json()
    assert [sighting["id"] for sighting in found] == [3, 1]
    assert len(client.get("/sightings", params={"limit": 2}).json()) == 2
    for limit in (0, 101, "x"):
        assert client.get("/sightings", params={"limit": limit}).status_code == 422


def test_unknown_and_impossible_ids(client):
    assert client.get("/sightings/9").status_code == 404
    assert client.get(f"/sightings/{10**30}").status_code == 422
    assert client.get("/sightings/x").status_code == 422


def test_a_wrong_database_url_stops_the_start(tmp_path, monkeypatch):
    wrong = create_engine(f"sqlite:///{tmp_path}/missing/rings.db")
    monkeypatch.setattr(main, "engine", wrong)
    with pytest.raises(OperationalError), TestClient(app):
        pass


def test_start_adds_no_tables_and_no_volunteer(tmp_path, monkeypatch):
    empty = create_engine(f"sqlite:///{tmp_path}/empty.db")
    monkeypatch.setattr(main, "engine", empty)
    with TestClient(app) as client:
        assert client.get("/openapi.json").status_code == 200
    assert inspect(empty).get_table_names() == []
