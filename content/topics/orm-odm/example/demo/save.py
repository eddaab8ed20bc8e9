from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from podcasts import active, mapped
from podcasts.sample import fill

trace = []
engine = mapped.connect("podcasts.db", lambda sql: [report(sql) for report in trace])
fill(engine)
active.connect("podcasts.db", lambda sql: [report(sql) for report in trace])


def only_updates(sql):
    if sql.startswith("UPDATE"):
        print(" ", sql)


trace.append(only_updates)

print("Peewee, save():")
# #region active
ann = active.Host.get_by_id(1)
ben = active.Host.get_by_id(1)
ann.city = "Nice"
ann.save()
ben.phone = "555"
ben.save()
# #endregion active
host = active.Host.get_by_id(1)
print(" ", host.city, host.phone)

fill(engine)
print("Peewee, save(only=ben.dirty_fields):")
ann = active.Host.get_by_id(1)
ben = active.Host.get_by_id(1)
ann.city = "Nice"
ann.save(only=ann.dirty_fields)
ben.phone = "555"
ben.save(only=ben.dirty_fields)
host = active.Host.get_by_id(1)
print(" ", host.city, host.phone)
active.database.close()

fill(engine)
print("SQLAlchemy, two sessions:")
with Session(engine) as first, Session(engine) as second:
    ann = first.get(mapped.Host, 1)
    ben = second.get(mapped.Host, 1)
    ann.city = "Nice"
    first.commit()
    ben.phone = "555"
    second.commit()
with Session(engine) as session:
    host = session.get(mapped.Host, 1)
    print(" ", host.city, host.phone)

print("SQLAlchemy, version_id_col:")
# #region stale
with Session(engine) as first, Session(engine) as second:
    ann = first.get(mapped.Show, 1)
    ben = second.get(mapped.Show, 1)
    ann.title = "Deep Sea"
    first.commit()
    ben.listeners = 0
    try:
        second.commit()
    except StaleDataError as error:
        print("  StaleDataError:", error)
# #endregion stale
