from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from hives.models import Hive

Weather = Callable[[], str]


# #region held
def advice_held(session: Session, hive_id: int, weather: Weather) -> str:
    hive = session.get_one(Hive, hive_id)
    return f"{hive.name}: {weather()}"  # four seconds


# #endregion held


# #region short
def advice(sessions: sessionmaker[Session], hive_id: int, weather: Weather) -> str:
    with sessions() as session:
        name = session.scalars(select(Hive.name).where(Hive.id == hive_id)).one()
    return f"{name}: {weather()}"  # the connection is back in the pool


# #endregion short
