from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from pydantic import BaseModel
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from hives.database import SessionLocal
from hives.models import Hive
from hives.queries import mites_per_hive

app = FastAPI()


# #region dependency
def get_session() -> Iterator[Session]:
    with SessionLocal() as session:
        yield session


SessionDep = Annotated[Session, Depends(get_session)]


@app.get("/hives")
def list_hives(session: SessionDep) -> dict[str, int]:
    return mites_per_hive(session)


class NewHive(BaseModel):
    name: str


@app.post("/hives", status_code=201)
def add_hive(body: NewHive, session: SessionDep) -> dict[str, int]:
    hive = Hive(name=body.name)
    session.add(hive)
    try:
        session.commit()
    except IntegrityError:
        raise HTTPException(409, "A hive with this name exists") from None
    return {"id": hive.id}


# #endregion dependency
