# fails: All kinds of damaged names are repaired
# says: replaces the letters that someone has noticed.
from replay import replay

encodings = {"form": "cp1252", "partner": "utf-8"}


def read_names(source, data):
    """The names in a file, one a line. `data` is its bytes; `source` is "form" or "partner"."""
    if source not in encodings:
        raise ValueError(f"There is no source {source!r}.")
    text = data.decode(encodings[source])
    names = []
    for line in text.splitlines():
        name = line.strip()
        if name:
            names.append(name)
    return names


def repair(name):
    """The right name for one that was stored."""
    for damaged, letter in {"Ã¶": "ö", "Ã¼": "ü", "Ã¤": "ä", "Ã©": "é", "Ã«": "ë"}.items():
        name = name.replace(damaged, letter)
    return name


replay(read_names)
