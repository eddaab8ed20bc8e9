# #region permit
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    model_validator,
)

COUNTRIES = {"AT", "DE", "FR"}


def from_known_country(pilot: str) -> str:
    if pilot[:2] not in COUNTRIES:
        raise ValueError("unknown country")
    return pilot


class Permit(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    pilot: Annotated[
        str,
        Field(pattern=r"^[A-Z]{2}-[0-9]{4}$"),
        AfterValidator(from_known_country),
    ]
    altitude_m: Annotated[int, Field(gt=0, le=120)]
    starts: AwareDatetime
    ends: AwareDatetime
    purpose: Literal["survey", "film", "rescue"] = "survey"

    @model_validator(mode="after")
    def ends_after_start(self) -> Self:
        if self.ends <= self.starts:
            raise ValueError("ends must be later than starts")
        return self


# #endregion permit


# #region change
class PermitChange(BaseModel):
    model_config = ConfigDict(extra="forbid")

    altitude_m: int | None = None
    ends: AwareDatetime | None = None


def changed(permit: Permit, change: PermitChange) -> Permit:
    sent = change.model_dump(exclude_unset=True)
    return Permit.model_validate(permit.model_dump() | sent)


# #endregion change
