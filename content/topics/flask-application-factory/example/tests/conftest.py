# #region fixtures
import os

import pytest

from laundry import create_app


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch):
    for name in list(os.environ):
        if name.startswith("LAUNDRY_"):
            monkeypatch.delenv(name)


@pytest.fixture
def make_app(tmp_path):
    def make(house="north"):
        database = str(tmp_path / f"{house}.db")
        app = create_app(
            {
                "TESTING": True,
                "SECRET_KEY": "test",
                "DATABASE": database,
                "HOUSE": house,
            }
        )
        app.test_cli_runner().invoke(args=["init-db"], catch_exceptions=False)
        return app

    return make


@pytest.fixture
def app(make_app):
    return make_app()


@pytest.fixture
def client(app):
    return app.test_client()


# #endregion fixtures
