"""The weekend version, with two bugs that the demo shows."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI
from sqlalchemy.orm import Session

from .database import SessionLocal, SightingRow, Volunteer
from .dependencies import VolunteerId
from .schemas import NewSighting

app = FastAPI()


# region first-try
def get_session() -> Iterator[Session]:
    with SessionLocal() as session:
        yield session
        session.commit()


@app.post("/sightings", status_code=201)
def add(
    body: NewSighting,
    session: Annotated[Session, Depends(get_session)],
    volunteer_id: VolunteerId,
):
    volunteer = session.get(Volunteer, volunteer_id)
    row = SightingRow(**body.model_dump(), volunteer=volunteer)
    session.add(row)
    session.flush()
    return row


# endregion first-try
