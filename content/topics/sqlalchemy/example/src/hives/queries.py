from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from hives.models import Hive, MiteCount


# #region loading
def hives_with_counts(session: Session) -> Sequence[Hive]:
    query = select(Hive).options(selectinload(Hive.counts)).order_by(Hive.name)
    return session.scalars(query).all()


# #endregion loading


# #region totals
def mites_per_hive(session: Session) -> dict[str, int]:
    total = func.coalesce(func.sum(MiteCount.mites), 0)
    query = (
        select(Hive.name, total)
        .outerjoin(Hive.counts)
        .group_by(Hive.id)
        .order_by(Hive.name)
    )
    return {name: mites for name, mites in session.execute(query)}


# #endregion totals
