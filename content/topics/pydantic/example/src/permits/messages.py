# #region messages
from typing import Annotated, Literal

from pydantic import BaseModel, Field, TypeAdapter


class Takeoff(BaseModel):
    kind: Literal["takeoff"]
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]


class Landing(BaseModel):
    kind: Literal["landing"]
    duration_s: Annotated[int, Field(gt=0, strict=True)]


Message = Annotated[Takeoff | Landing, Field(discriminator="kind")]
messages = TypeAdapter(list[Message])
# #endregion messages
