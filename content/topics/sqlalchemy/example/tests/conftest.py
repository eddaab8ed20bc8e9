import os
from pathlib import Path
from tempfile import mkdtemp

# Before anything imports the engine.
os.environ["DATABASE_URL"] = os.environ.get(
    "TEST_DATABASE_URL", f"sqlite:///{Path(mkdtemp())}/test.db"
)

import pytest
from sqlalchemy import event

from hives.database import SessionLocal, engine
from hives.models import Base


@pytest.fixture(autouse=True)
def empty_database():
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)


@pytest.fixture
def session():
    with SessionLocal() as session:
        yield session


@pytest.fixture
def statements():
    sent: list[str] = []

    def listen(connection, cursor, statement, parameters, context, many):
        sent.append(" ".join(statement.split()))

    event.listen(engine, "before_cursor_execute", listen)
    yield sent
    event.remove(engine, "before_cursor_execute", listen)
