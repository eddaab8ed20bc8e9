from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query
from sqlalchemy import select

from .database import SightingRow
from .dependencies import Sessions, VolunteerId
from .schemas import NewSighting, Ring, Sighting

router = APIRouter(prefix="/sightings", tags=["sightings"])


# region add
@router.post("", status_code=201)
def add(body: NewSighting, sessions: Sessions, volunteer_id: VolunteerId) -> Sighting:
    with sessions() as session:
        row = SightingRow(**body.model_dump(), volunteer_id=volunteer_id)
        session.add(row)
        session.flush()  # the row gets its id
        sighting = Sighting.model_validate(row)
        session.commit()
        return sighting


# endregion add


# region list
@router.get("")
def list_sightings(
    sessions: Sessions,
    ring: Ring | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> list[Sighting]:
    query = select(SightingRow).order_by(SightingRow.id.desc()).limit(limit)
    if ring is not None:
        query = query.where(SightingRow.ring == ring)
    with sessions() as session:
        return [Sighting.model_validate(row) for row in session.scalars(query)]


# endregion list


# region show
@router.get("/{sighting_id}", responses={404: {"description": "No such sighting"}})
def show(
    sighting_id: Annotated[int, Path(ge=1, le=2**31 - 1)], sessions: Sessions
) -> Sighting:
    with sessions() as session:
        row = session.get(SightingRow, sighting_id)
        if row is None:
            raise HTTPException(404, "No such sighting")
        return Sighting.model_validate(row)


# endregion show
