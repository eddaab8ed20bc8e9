"""Data Mapper with SQLAlchemy: plain classes, and a session that stores them."""

from sqlalchemy import ForeignKey, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Host(Base):
    __tablename__ = "host"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    city: Mapped[str]
    phone: Mapped[str]


class Show(Base):
    __tablename__ = "show"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    listeners: Mapped[int]
    host_id: Mapped[int] = mapped_column(ForeignKey("host.id"))
    host: Mapped[Host] = relationship()
    # #region version
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}
    # #endregion version


class Episode(Base):
    __tablename__ = "episode"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    show_id: Mapped[int] = mapped_column(ForeignKey("show.id"), index=True)
    show: Mapped[Show] = relationship()


def connect(path, sent):
    """An engine whose connections report every statement to `sent`."""
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def trace(connection, _record):
        connection.set_trace_callback(sent)

    return engine
