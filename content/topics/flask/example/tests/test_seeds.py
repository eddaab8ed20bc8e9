import sqlite3
from threading import Barrier, Thread

import pytest

from seeds import create_app
from seeds.db import get_db


# region first
def test_first_seed_is_stored_and_shown(client, post):
    response = post("/api/seeds", {"name": "Bean <Painted Lady>", "packets": 3})
    assert response.status_code == 201
    assert client.get(response.headers["Location"]).json == response.json
    page = client.get("/").text
    assert "Bean &lt;Painted Lady&gt;: 3" in page


# endregion first


@pytest.mark.parametrize(
    "body",
    [
        ["Kale"],
        None,
        {},
        {"name": " "},
        {"name": 5},
        {"name": "x" * 101},
        {"name": "\ud800"},
        {"name": "Kale", "packets": -1},
        {"name": "Kale", "packets": True},
        {"name": "Kale", "packets": 10**30},
    ],
)
def test_wrong_bodies_are_refused(client, post, body):
    assert post("/api/seeds", body).status_code in (415, 422)
    assert "No seeds yet" in client.get("/").text


def test_large_bodies_are_refused(post):
    assert post("/api/seeds", {"name": "x" * 20_000}).status_code == 413


def test_deeply_nested_json_is_refused(client):
    headers = {"Authorization": "Bearer for-tests", "Content-Type": "application/json"}
    response = client.post("/api/seeds", data="[" * 16_000, headers=headers)
    assert (response.status_code, response.mimetype) == (400, "application/json")


def test_name_is_unique(post):
    assert post("/api/seeds", {"name": "Kale"}).status_code == 201
    assert post("/api/seeds", {"name": "Kale "}).status_code == 409


# region errors
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/seeds/9", 404),
        ("GET", "/api/seeds/x", 404),
        ("GET", "/api/seeds/99999999999999999999", 404),
        ("GET", "/api/unknown", 404),
        ("DELETE", "/api/seeds/1", 405),
        ("POST", "/api/seeds", 401),
    ],
)
def test_every_error_of_the_api_is_json(client, method, path, status):
    response = client.open(path, method=method)
    assert (response.status_code, response.mimetype) == (status, "application/json")


# endregion errors


def test_a_crash_is_json_too_and_shows_nothing(app):
    app.config.update(TESTING=False, DATABASE="/nowhere/seeds.db")
    response = app.test_client().get("/api/seeds/1")
    assert (response.status_code, response.mimetype) == (500, "application/json")
    assert "nowhere" not in response.text


def test_errors_keep_their_headers_and_pages_stay_html(client):
    assert "GET" in client.delete("/api/seeds/1").headers["Allow"]
    assert client.get("/unknown").mimetype == "text/html"


def test_wrong_keys_are_refused(post):
    for key in ("wrong", "é", None):
        response = post("/api/seeds", {"name": "Kale"}, key)
        assert response.status_code == 401
        assert response.headers["WWW-Authenticate"].startswith("Bearer")


def test_app_does_not_start_without_a_key(monkeypatch):
    monkeypatch.delenv("SEEDS_API_KEY", raising=False)
    with pytest.raises(RuntimeError, match="SEEDS_API_KEY"):
        create_app()


# region race
def test_ten_requests_at_once_share_three_packets(app, post):
    path = post("/api/seeds", {"name": "Kale", "packets": 3}).headers["Location"]
    start = Barrier(10)
    statuses = []

    def lend():
        headers = {"Authorization": "Bearer for-tests"}
        start.wait()
        response = app.test_client().post(f"{path}/loans", headers=headers)
        statuses.append(response.status_code)

    threads = [Thread(target=lend) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200] * 3 + [409] * 7
    assert app.test_client().get(path).json["packets"] == 0


# endregion race


def test_the_connection_is_closed_with_its_context(app):
    with app.app_context():
        db = get_db()
        db.execute("SELECT 1")
    with pytest.raises(sqlite3.ProgrammingError):
        db.execute("SELECT 1")


def test_lending_an_unknown_seed_is_404(post):
    assert post("/api/seeds/9/loans").status_code == 404


def test_a_route_that_is_added_later_needs_the_key_to_write(app, client):
    methods = ["GET", "DELETE", "PATCH"]
    app.add_url_rule("/api/later", "api.later", lambda: "ok", methods=methods)
    statuses = [client.open("/api/later", method=m).status_code for m in methods]
    assert statuses == [200, 401, 401]
