# fails: An error leaves no temporary file
import json
import os
from pathlib import Path


def save(path, settings):
    temporary = Path(f"{path}.tmp")
    try:
        with open(temporary, "w", encoding="utf-8") as file:
            json.dump(settings, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except (TypeError, OSError):
        temporary.unlink()
        raise
