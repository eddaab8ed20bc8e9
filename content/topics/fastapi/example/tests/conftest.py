import pytest
from fastapi.testclient import TestClient
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

from rings.demo import create_demo_data
from rings.dependencies import get_sessions
from rings.main import app


@pytest.fixture
def sessions(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path}/test.db")
    create_demo_data(engine)
    yield sessionmaker(engine)
    engine.dispose()


# region client
@pytest.fixture
def client(sessions):
    app.dependency_overrides[get_sessions] = lambda: sessions
    yield TestClient(app, headers={"Authorization": "Bearer k1"})
    app.dependency_overrides.clear()


# endregion client
