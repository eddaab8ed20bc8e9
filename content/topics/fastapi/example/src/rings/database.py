import os
from hashlib import sha256

from sqlalchemy import ForeignKey, String, create_engine
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
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


def create_demo_data(session: Session) -> None:
    if session.get(Volunteer, 1) is None:
        session.add(
            Volunteer(name="Ida", phone="+44 20 7946 0123", key_hash=hash_key("k1"))
        )
        session.commit()
