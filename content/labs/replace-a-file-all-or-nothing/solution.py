import json
import os
from pathlib import Path
from tempfile import NamedTemporaryFile


def save(path, settings):
    path = Path(path)
    file = NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8")
    try:
        with file:
            json.dump(settings, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(file.name, path)
    except BaseException:
        os.unlink(file.name)
        raise
