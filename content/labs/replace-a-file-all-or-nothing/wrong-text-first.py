# fails: The content is on disk before the file moves, within one folder
import json


def save(path, settings):
    text = json.dumps(settings)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
