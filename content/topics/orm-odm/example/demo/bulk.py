from time import perf_counter

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from podcasts.mapped import Show, connect
from podcasts.sample import fill

sent = []
engine = connect("podcasts.db", sent.append)
fill(engine, episodes=10_000)


# #region loop
def one_by_one(session):
    for show in session.scalars(select(Show)):
        show.listeners += 1
    session.commit()


# #endregion loop


# #region bulk
def in_one_statement(session):
    session.execute(
        update(Show).values(listeners=Show.listeners + 1, version=Show.version + 1)
    )
    session.commit()


# #endregion bulk

for job in (one_by_one, in_one_statement):
    sent.clear()
    start = perf_counter()
    with Session(engine) as session:
        job(session)
    updates = sum(sql.startswith("UPDATE") for sql in sent)
    milliseconds = (perf_counter() - start) * 1000
    print(f"{job.__name__}: {updates} UPDATE(s), {milliseconds:.0f} ms")
