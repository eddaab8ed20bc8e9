import sys

from sqlalchemy import select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import Session, joinedload, raiseload, selectinload

from podcasts.mapped import Episode, Show, connect
from podcasts.sample import fill

sent = []
engine = connect("podcasts.db", sent.append)
fill(engine)

# #region queries
newest = select(Episode).order_by(Episode.id.desc()).limit(30)
queries = {
    "lazy": newest,
    "selectinload": newest.options(selectinload(Episode.show).selectinload(Show.host)),
    "joinedload": newest.options(joinedload(Episode.show).joinedload(Show.host)),
    "raiseload": newest.options(raiseload("*")),
}
# #endregion queries


# #region page
def page(session, query):
    return [(e.title, e.show.title, e.show.host.name) for e in session.scalars(query)]


# #endregion page

for name, query in queries.items():
    sent.clear()
    with Session(engine) as session:
        try:
            rows = page(session, query)
        except InvalidRequestError as error:
            print(f"{name}: {error}")
            continue
    selects = [sql for sql in sent if sql.startswith("SELECT")]
    print(f"{name}: {len(rows)} rows, {len(selects)} SELECT(s)")
    if "-v" in sys.argv:
        print(*selects, sep="\n")
