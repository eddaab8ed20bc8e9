from datetime import datetime

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError


def tried(kind, value, **options):
    try:
        return repr(TypeAdapter(kind).validate_python(value, **options))
    except ValidationError:
        return "refused"


# #region conversions
for value in ["90", " 90 ", "9_0", 90.0, True, 90.5, "1e3"]:
    print(
        f"{value!r:8} int: {tried(int, value):8} strict: {tried(int, value, strict=True)}"
    )
print(f"{90!r:8} str: {tried(str, 90)}")
# #endregion conversions


# #region strict
class Flight(BaseModel):
    model_config = ConfigDict(strict=True)

    at: datetime


Flight.model_validate_json('{"at": "2026-06-01T09:00:00Z"}')  # fine
try:
    Flight.model_validate({"at": "2026-06-01T09:00:00Z"})
except ValidationError as error:
    print(error.errors()[0]["msg"])
# #endregion strict
