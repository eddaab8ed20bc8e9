# fails: A file in another encoding is refused
# says: accepts a file in the wrong encoding, and changes its names.
from replay import replay

encodings = {"form": "cp1252", "partner": "utf-8"}


def read_names(source, data):
    """The names in a file, one a line. `data` is its bytes; `source` is "form" or "partner"."""
    if source not in encodings:
        raise ValueError(f"There is no source {source!r}.")
    text = data.decode(encodings[source], errors="replace")
    names = []
    for line in text.splitlines():
        name = line.strip()
        if name:
            names.append(name)
    return names


def repair(name):
    """The right name for one that was stored."""
    try:
        return name.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return name


replay(read_names)
