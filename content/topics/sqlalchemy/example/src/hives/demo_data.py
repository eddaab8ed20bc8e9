from datetime import date

from hives.database import SessionLocal, engine
from hives.models import Base, Hive, MiteCount


def fill() -> None:
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)
    day = date(2026, 7, 1)
    with SessionLocal.begin() as session:
        mill = Hive(name="Mill", counts=[MiteCount(counted_on=day, mites=1)])
        oak = Hive(name="Oak")
        oak.counts = [MiteCount(counted_on=day, mites=n) for n in (3, 4)]
        session.add_all([mill, oak])
