import os
from hashlib import sha256

from sqlalchemy import ForeignKey, String, create_engine
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    mapped_column,
    relationship,
    sessionmaker,
)

engine = create_engine(os.environ.get("DATABASE_URL", "sqlite:///rings.db"))
SessionLocal = sessionmaker(engine)


class Base(DeclarativeBase):
    pass


# region tables
class Volunteer(Base):
    __tablename__ = "volunteer"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    phone: Mapped[str]
    key_hash: Mapped[str] = mapped_column(unique=True)


class SightingRow(Base):
    __tablename__ = "sighting"

    id: Mapped[int] = mapped_column(primary_key=True)
    ring: Mapped[str] = mapped_column(String(6), index=True)
    count: Mapped[int]
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.id"))
    volunteer: Mapped[Volunteer] = relationship()


# endregion tables


def hash_key(key: str) -> str:
    """Enough for random keys; a password would need a slow hash."""
    return sha256(key.encode()).hexdigest()
