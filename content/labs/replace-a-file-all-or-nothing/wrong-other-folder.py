# fails: The content is on disk before the file moves, within one folder
import json
import os
import tempfile


def save(path, settings):
    file = tempfile.NamedTemporaryFile("w", delete=False, encoding="utf-8")
    try:
        with file:
            json.dump(settings, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(file.name, path)
    except BaseException:
        os.unlink(file.name)
        raise
