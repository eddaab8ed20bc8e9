# #region problems
from pydantic import ValidationError


TEXTS = {"union_tag_invalid": "Unknown kind"}  # Pydantic's text repeats the kind


def problems(error: ValidationError) -> list[dict[str, str]]:
    """The faults as plain data, without values from the client (but with its keys)."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    return [
        {
            "path": ".".join(map(str, fault["loc"])),
            "code": fault["type"],
            "message": TEXTS.get(fault["type"], fault["msg"]),
        }
        for fault in faults
    ]


# #endregion problems
