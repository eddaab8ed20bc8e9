from alembic import command
from alembic.config import Config
from sqlalchemy import text

from hives.database import engine
from hives.models import Base


def test_the_migrations_make_the_tables_of_the_models():
    Base.metadata.drop_all(engine)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS alembic_version"))
    config = Config("alembic.ini")
    command.upgrade(config, "head")
    command.check(config)
