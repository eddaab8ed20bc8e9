import os

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import sessionmaker

# #region engine
engine = create_engine(
    os.environ.get("DATABASE_URL", "sqlite:///hives.db"),
    pool_size=5,
    max_overflow=10,
    pool_timeout=5,
    pool_pre_ping=True,
)
SessionLocal = sessionmaker(engine)
# #endregion engine


# SQLite only: Python's driver doesn't begin a transaction before a savepoint,
# so a released savepoint would already be committed. This is the recipe of
# SQLAlchemy's documentation; PostgreSQL doesn't need it.
def begin_like_other_databases(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def stop_implicit_begin(connection, record):
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def begin(connection):
        connection.exec_driver_sql("BEGIN")


if engine.dialect.name == "sqlite":
    begin_like_other_databases(engine)
