"""Tables and a volunteer with the key k1, for development only."""

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from .database import Base, Volunteer, engine, hash_key


def create_demo_data(engine: Engine) -> None:
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        if session.get(Volunteer, 1) is None:
            ida = Volunteer(
                name="Ida", phone="+44 20 7946 0123", key_hash=hash_key("k1")
            )
            session.add(ida)
            session.commit()


if __name__ == "__main__":
    create_demo_data(engine)
