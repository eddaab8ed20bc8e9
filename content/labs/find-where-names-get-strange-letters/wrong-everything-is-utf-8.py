# fails: Names from the form are right
# says: reads the files from the form as UTF-8, too.
from replay import replay

sources = ("form", "partner")


def read_names(source, data):
    """The names in a file, one a line. `data` is its bytes; `source` is "form" or "partner"."""
    if source not in sources:
        raise ValueError(f"There is no source {source!r}.")
    text = data.decode("utf-8")
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
