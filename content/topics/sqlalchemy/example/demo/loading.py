from sqlalchemy import event, select

from hives.database import SessionLocal, engine
from hives.demo_data import fill
from hives.models import Hive
from hives.queries import hives_with_counts, mites_per_hive

fill()


@event.listens_for(engine, "before_cursor_execute")
def show(connection, cursor, statement, *rest):
    words = " ".join(statement.split())
    if words.startswith("SELECT"):
        print("  SELECT ... FROM", words.partition(" FROM ")[2])


# #region loading
with SessionLocal() as session:
    print("lazy")
    hives = session.scalars(select(Hive).order_by(Hive.name)).all()
    print([(hive.name, sum(c.mites for c in hive.counts)) for hive in hives])

with SessionLocal() as session:
    print("selectinload")
    hives = hives_with_counts(session)
    print([(hive.name, sum(c.mites for c in hive.counts)) for hive in hives])

with SessionLocal() as session:
    print("in the database")
    print(mites_per_hive(session))
# #endregion loading
