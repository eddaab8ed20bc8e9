# #region demo
import json

from pydantic import ValidationError

from permits.permit import Permit
from permits.problems import problems

good = {
    "pilot": "DE-0042",
    "altitude_m": "90",
    "starts": "2026-06-01T09:00:00+02:00",
    "ends": "2026-06-01T07:30:00Z",
}
for change in (
    {},
    {"altitude_m": 300, "pilot": "XX-0001", "alitude": 1},
    {"starts": "2026-06-01T09:00:00"},
    {"ends": "2026-06-01T06:00:00Z"},
):
    try:
        permit = Permit.model_validate_json(json.dumps(good | change))
        print("ok", permit.altitude_m + 1, permit.ends - permit.starts)
    except ValidationError as error:
        for fault in problems(error):
            print(json.dumps(fault))
        print()
# #endregion demo
