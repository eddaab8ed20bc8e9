# #region assignment
from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator


class Slot(BaseModel):
    model_config = ConfigDict(validate_assignment=True)

    starts: int
    ends: int

    @model_validator(mode="after")
    def ends_after_start(self) -> Self:
        if self.ends <= self.starts:
            raise ValueError("ends must be later than starts")
        return self


slot = Slot(starts=9, ends=10)
try:
    slot.ends = 8
except ValidationError as error:
    print(error.errors()[0]["msg"])
print(slot)
# #endregion assignment
