"""A fresh database with 30 episodes of 30 shows, each with a host of its own."""

from sqlalchemy.orm import Session

from podcasts.mapped import Base, Episode, Host, Show


def fill(engine, episodes=30):
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)
    with Session(engine) as session, session.begin():
        for n in range(1, episodes + 1):
            host = Host(name=f"Host {n}", city="Lyon", phone="100")
            show = Show(title=f"Show {n}", listeners=120, host=host)
            session.add(Episode(title=f"Episode {n}", show=show))
