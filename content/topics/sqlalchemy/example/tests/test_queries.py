from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import raiseload

from hives.database import SessionLocal
from hives.models import Hive, MiteCount
from hives.queries import hives_with_counts, mites_per_hive

DAY = date(2026, 7, 1)


@pytest.fixture(autouse=True)
def fifty_hives():
    with SessionLocal.begin() as session:
        for n in range(50):
            counts = [MiteCount(counted_on=DAY, mites=m) for m in (n, 1)]
            session.add(Hive(name=f"hive {n:02}", counts=counts))
        session.add(Hive(name="new"))


# #region count
def test_fifty_hives_need_two_statements(session, statements):
    hives = hives_with_counts(session)
    assert sum(count.mites for hive in hives for count in hive.counts) == 1275
    assert len([s for s in statements if s.startswith("SELECT")]) == 2


# #endregion count


def test_totals_need_one_statement_and_keep_hives_without_counts(session, statements):
    totals = mites_per_hive(session)
    assert totals["hive 49"] == 50
    assert totals["new"] == 0
    assert len([s for s in statements if s.startswith("SELECT")]) == 1


def test_raiseload_refuses_what_was_not_loaded(session):
    hive = session.scalars(select(Hive).options(raiseload("*")).limit(1)).one()
    with pytest.raises(InvalidRequestError, match="raise"):
        print(hive.counts)
