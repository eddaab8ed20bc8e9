import json
import os
from tempfile import NamedTemporaryFile


def save(path, settings):
    file = NamedTemporaryFile("w", dir=os.path.dirname(path), delete=False, encoding="utf-8")
    try:
        with file:
            json.dump(settings, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(file.name, path)
    except BaseException:
        os.unlink(file.name)
        raise
