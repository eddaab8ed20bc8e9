import pytest

from seeds import create_app


@pytest.fixture
def app(tmp_path):
    app = create_app(
        {
            "TESTING": True,
            "API_KEY": "for-tests",
            "DATABASE": tmp_path / "seeds.db",
        }
    )
    assert app.test_cli_runner().invoke(args="init-db").exit_code == 0
    return app


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def post(client):
    def post(path, body=None, key="for-tests"):
        return client.post(
            path, json=body, headers={"Authorization": f"Bearer {key}"} if key else {}
        )

    return post
