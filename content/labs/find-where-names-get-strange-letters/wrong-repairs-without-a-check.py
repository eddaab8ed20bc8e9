# fails: Names that are not damaged stay as they are
# says: tries to repair every name, and fails for the correct ones.
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
    return name.encode("cp1252").decode("utf-8")


replay(read_names)
