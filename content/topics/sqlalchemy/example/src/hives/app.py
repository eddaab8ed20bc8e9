from typing import Annotated

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, StringConstraints
from sqlalchemy.exc import IntegrityError

from hives.database import SessionLocal
from hives.models import Hive
from hives.queries import mites_per_hive

app = FastAPI()


# #region handlers
@app.get("/hives")
def list_hives() -> dict[str, int]:
    with SessionLocal() as session:
        return mites_per_hive(session)


class NewHive(BaseModel):
    name: Annotated[str, StringConstraints(max_length=100, pattern=r"^\P{C}+$")]


@app.post("/hives", status_code=201)
def add_hive(body: NewHive) -> dict[str, int]:
    with SessionLocal() as session:
        hive = Hive(name=body.name)
        session.add(hive)
        try:
            session.commit()
        except IntegrityError:
            raise HTTPException(409, "A hive with this name exists") from None
        return {"id": hive.id}


# #endregion handlers
