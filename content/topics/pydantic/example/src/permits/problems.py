# #region problems
from pydantic import ValidationError


def problems(error: ValidationError) -> list[dict[str, str]]:
    """The faults as plain data, without the values that the client sent."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    return [
        {
            "path": ".".join(map(str, fault["loc"])),
            "code": fault["type"],
            "message": fault["msg"],
        }
        for fault in faults
    ]


# #endregion problems
