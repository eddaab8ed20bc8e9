from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Ring = Annotated[str, Field(pattern=r"^[A-Z]{2}[0-9]{4}$", examples=["AB1234"])]


class NewSighting(BaseModel):
    ring: Ring
    count: Annotated[int, Field(ge=1, le=1000)] = 1


class Sighting(NewSighting):
    model_config = ConfigDict(from_attributes=True)

    id: int
