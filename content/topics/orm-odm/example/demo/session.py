from sqlalchemy.orm import Session

from podcasts.mapped import Episode, Host, Show, connect
from podcasts.sample import fill

trace = []
engine = connect("podcasts.db", lambda sql: [report(sql) for report in trace])
fill(engine)
trace.append(print)

# #region session
with Session(engine) as session:
    mine = session.get(Show, 1)
    yours = session.get(Show, 1)
    print("-- same object:", mine is yours)

    mine.title = "Deep Sea"
    episode = Episode(title="Squid", show=Show(title="New", listeners=0))
    episode.show.host = Host(name="Ada", city="Oslo", phone="200")
    session.add(episode)
    print("-- nothing sent for the changes yet")
    session.commit()
# #endregion session
