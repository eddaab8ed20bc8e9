import json


def save(path, settings):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(settings, file)
