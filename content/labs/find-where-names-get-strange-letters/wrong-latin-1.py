# fails: All kinds of damaged names are repaired
# says: uses Latin-1 instead of Windows-1252, which has other characters between 80 and 9f.
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
    try:
        return name.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return name


replay(read_names)
