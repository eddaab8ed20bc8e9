# fails: The content is on disk before the file moves, within one folder
# says: doesn't use os.replace to put a finished file in place of the old one.
import json


def save(path, settings):
    text = json.dumps(settings)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
