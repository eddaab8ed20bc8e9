from sqlalchemy import select

from hives.database import SessionLocal
from hives.demo_data import fill
from hives.imports import import_and_lose, import_hives
from hives.models import Hive

# #region refused
for import_names in (import_and_lose, import_hives):
    fill()  # the hives Mill and Oak
    with SessionLocal.begin() as session:
        print(import_names.__name__, "refused", import_names(session, ["Elm", "Oak"]))
    with SessionLocal() as session:
        print("  stored", session.scalars(select(Hive.name).order_by(Hive.name)).all())
# #endregion refused
