# fails: The content is on disk before the file moves, within one folder
import json
import os
from pathlib import Path


def save(path, settings):
    temporary = Path(f"{path}.tmp")
    try:
        with open(temporary, "w", encoding="utf-8") as file:
            json.dump(settings, file)
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink()
        raise
