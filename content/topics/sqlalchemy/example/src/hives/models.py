from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Hive(Base):
    __tablename__ = "hive"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    keeper: Mapped[str | None]
    counts: Mapped[list["MiteCount"]] = relationship(back_populates="hive")


class MiteCount(Base):
    __tablename__ = "mite_count"

    id: Mapped[int] = mapped_column(primary_key=True)
    hive_id: Mapped[int] = mapped_column(ForeignKey("hive.id"), index=True)
    counted_on: Mapped[date]
    mites: Mapped[int]
    hive: Mapped[Hive] = relationship(back_populates="counts")
