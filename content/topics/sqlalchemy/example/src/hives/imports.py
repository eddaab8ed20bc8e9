from collections.abc import Iterable

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from hives.models import Hive


# #region lost
def import_and_lose(session: Session, names: Iterable[str]) -> list[str]:
    refused = []
    for name in names:
        try:
            session.add(Hive(name=name))
            session.flush()
        except IntegrityError:
            refused.append(name)
    return refused


# #endregion lost


# #region savepoint
def import_hives(session: Session, names: Iterable[str]) -> list[str]:
    refused = []
    for name in names:
        try:
            with session.begin_nested():
                session.add(Hive(name=name))
        except IntegrityError:
            refused.append(name)
    return refused


# #endregion savepoint
