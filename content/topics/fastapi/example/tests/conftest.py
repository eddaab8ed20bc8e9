import pytest
from fastapi.testclient import TestClient
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

from rings.database import Base, create_demo_data
from rings.dependencies import get_sessions
from rings.main import app


@pytest.fixture
def sessions(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path}/test.db")
    Base.metadata.create_all(engine)
    sessions = sessionmaker(engine)
    with sessions() as session:
        create_demo_data(session)
    yield sessions
    engine.dispose()


# region client
@pytest.fixture
def client(sessions):
    app.dependency_overrides[get_sessions] = lambda: sessions
    yield TestClient(app, headers={"Authorization": "Bearer k1"})
    app.dependency_overrides.clear()


# endregion client
