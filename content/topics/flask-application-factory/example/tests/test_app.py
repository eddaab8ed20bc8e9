import os
import subprocess
import sys
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from laundry import create_app
from laundry.db import get_db

CONFTEST = Path(__file__).with_name("conftest.py")
pytest_plugins = ["pytester"]
SETTINGS = {"SECRET_KEY": "test", "DATABASE": "unused.db"}


def book(client, flat="4b", room=1, slot="mon-8"):
    url = f"/rooms/{room}/bookings/{slot}"
    return client.put(url, json={"flat": flat}).status_code


# #region two
def test_two_applications_do_not_share_anything(make_app):
    north, south = make_app("north"), make_app("south")
    assert book(north.test_client(), "4b") == 200
    assert book(south.test_client(), "7a") == 200

    [(sender, to, _)] = north.extensions["mailer"]["sent"]
    assert (sender, to) == ("laundry-north@example.com", "4b")
    [(sender, to, _)] = south.extensions["mailer"]["sent"]
    assert (sender, to) == ("laundry-south@example.com", "7a")


# #endregion two


def test_a_slot_is_given_once_and_a_repeat_is_fine(app, client):
    assert book(client, "4b") == 200
    assert book(client, "4b") == 200
    assert book(client, "7a") == 409
    assert book(client, "7a", room=2) == 200
    assert len(app.extensions["mailer"]["sent"]) == 2


def test_ten_flats_at_once(app):
    statuses = []
    flats = [f"flat{n}" for n in range(10)]
    threads = [
        Thread(target=lambda flat=flat: statuses.append(book(app.test_client(), flat)))
        for flat in flats
    ]
    with app.app_context():
        get_db().execute("BEGIN IMMEDIATE")  # until its end, no one can write
        for thread in threads:
            thread.start()
        sleep(0.5)
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200] + [409] * 9


def test_odd_input(client):
    assert book(client, room=21) == 404
    assert book(client, room="9" * 30) == 404
    assert book(client, room=0) == 404
    for slot in ["mon-25", "mon-80", "MON-8"]:
        assert book(client, slot=slot) == 400
    assert book(client, flat=7) == 400
    for flat in ["", " ", "x" * 11, "a\0", "\ud800"]:
        assert book(client, flat=flat) == 400
    url = "/rooms/1/bookings/mon-8"
    for data in ["", "[", "[1]"]:
        response = client.put(url, data=data, content_type="application/json")
        assert response.status_code == 400


# #region settings
def test_the_caller_has_the_last_word(monkeypatch):
    monkeypatch.setenv("LAUNDRY_HOUSE", "east")
    assert create_app(SETTINGS).config["HOUSE"] == "east"
    assert create_app(SETTINGS | {"HOUSE": "west"}).config["HOUSE"] == "west"


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE"])
def test_a_missing_or_wrong_setting_stops_the_start(name):
    others = {key: value for key, value in SETTINGS.items() if key != name}
    for settings in [others, others | {name: ""}, others | {name: 12345}]:
        with pytest.raises(RuntimeError, match=f"LAUNDRY_{name}"):
            create_app(settings)


def test_tests_do_not_see_the_settings_of_the_machine(pytester, monkeypatch):
    monkeypatch.setenv("LAUNDRY_DATABASE", "real.db")
    pytester.makeconftest(CONFTEST.read_text())
    pytester.makepyfile(
        """
        import pytest
        from laundry import create_app

        def test_it():
            with pytest.raises(RuntimeError, match="LAUNDRY_DATABASE"):
                create_app({"SECRET_KEY": "test"})
        """
    )
    pytester.runpytest_inprocess().assert_outcomes(passed=1)


# #endregion settings


# #region import
def run(code, folder, **env):
    path = os.pathsep.join([os.getcwd(), *sys.path])
    command = [sys.executable, "-c", code]
    env = os.environ | {"PYTHONPATH": path} | env
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True)


def test_an_import_does_not_open_anything(tmp_path):
    assert run("import laundry", tmp_path).returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_the_first_try_opens_the_database_at_import(tmp_path):
    code = "import first_try.app, os; os.environ['LAUNDRY_DATABASE'] = 'test.db'"
    run(code, tmp_path, LAUNDRY_DATABASE="production.db")
    assert [file.name for file in tmp_path.iterdir()] == ["production.db"]


# #endregion import


# #region context
def test_code_without_a_request_needs_a_context(app):
    with pytest.raises(RuntimeError, match="Working outside of application context"):
        get_db()
    with app.app_context():
        assert get_db().execute("SELECT count(*) FROM booking").fetchone() == (0,)


# #endregion context


def test_connections_are_closed_after_the_request(app):
    with app.app_context():
        db = get_db()
        assert get_db() is db
    with pytest.raises(Exception, match="closed"):
        db.execute("SELECT 1")


def test_the_command_can_run_twice(app):
    runner = app.test_cli_runner()
    assert book(app.test_client()) == 200
    assert "created the tables" in runner.invoke(args=["init-db"]).output
    assert book(app.test_client(), "7a") == 409
