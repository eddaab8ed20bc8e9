import sys

from sqlalchemy import create_engine, select
from sqlalchemy.orm import sessionmaker

from hives.advice import advice, advice_held
from hives.database import engine
from hives.demo_data import fill
from hives.models import Hive

fill()
# #region pool
small = create_engine(engine.url, pool_size=1, max_overflow=0, pool_timeout=1)
sessions = sessionmaker(small)


def weather() -> str:
    print("waiting for the weather, connections in use:", small.pool.checkedout())
    with sessions() as other:  # meanwhile, another request arrives
        other.scalars(select(Hive.id)).all()
    return "dry until Friday"


# #endregion pool

if sys.argv[1] == "held":
    with sessions() as session:
        print(advice_held(session, 1, weather))
else:
    print(advice(sessions, 1, weather))
