from sqlalchemy import select

from hives.database import SessionLocal
from hives.demo_data import fill
from hives.models import Hive

fill()
# #region detached
with SessionLocal.begin() as session:
    hive = session.scalars(select(Hive).where(Hive.name == "Oak")).one()
    hive.keeper = "Ida"
print(hive.name)
# #endregion detached
