from main import read_names, repair


def read(source, text, encoding):
    return read_names(source, text.encode(encoding))


def test_partner():
    """Names from the partner are right"""
    for names in (["Jürgen", "Søren", "Łukasz"], ["Anna"], ["李小龍", "Ζωή", "Renée €"]):
        found = read("partner", "\n".join(names) + "\n", "utf-8")
        assert found == names, f"A file from the partner has the names {names} in UTF-8. Found {found}."


def test_form():
    """Names from the form are right"""
    names = ["Jürgen", "Søren", "Zoë", "Œuvre", "Šárka", "Bob “B” Lee"]
    try:
        found = read("form", "\r\n".join(names), "cp1252")
    except UnicodeError as error:
        assert False, f"A file from the form has the names {names} in Windows-1252. Reading it failed: {error}."
    assert found == names, f"A file from the form has the names {names} in Windows-1252. Found {found}."


def test_lines():
    """Spaces around names and empty lines are still removed"""
    for source, encoding in (("form", "cp1252"), ("partner", "utf-8")):
        found = read(source, "\n  Zoë \n\n\tAda\n   \n", encoding)
        assert found == ["Zoë", "Ada"], f"A file has Zoë and Ada between empty lines, with spaces around them. Found {found}."
    try:
        read_names("import", b"Ada")
        assert False, "There's no source 'import', so there should be a ValueError."
    except ValueError:
        pass


def test_invalid():
    """A file in another encoding is refused"""
    for source, data, what in (("partner", "Björn\n".encode("cp1252"), "Windows-1252"), ("partner", b"Anna\nRen\xc3", "UTF-8 that ends in the middle of a letter"), ("form", b"Anna\nBj\x81rn", "a byte that Windows-1252 doesn't have")):
        try:
            found = read_names(source, data)
        except UnicodeError:
            continue
        assert False, f"A file from the source {source} contains {what}, so there should be a UnicodeError. Found {found}."


def damage(name):
    return name.encode("utf-8").decode("cp1252")


def test_repair():
    """All kinds of damaged names are repaired"""
    for name in ("Björn", "Renée", "Jürgen Weiß", "Łukasz", "Søren", "Þóra", "Miloš", "Zoë & Ζωή", "João", "Škoda €"):
        try:
            stored = damage(name)
        except UnicodeError:
            continue
        try:
            found = repair(stored)
        except UnicodeError as error:
            assert False, f"{stored!r} was stored for {name!r}. Repairing it failed: {error}."
        assert found == name, f"{stored!r} was stored for {name!r}. Repairing it gave {found!r}."


def test_unchanged():
    """Names that are not damaged stay as they are"""
    for name in ("Anna", "Björn", "Zoë", "Renée", "Žižek", "Łukasz", "李小龍", "Ζωή", "Ana María", "Ægir", "Ö", ""):
        try:
            found = repair(name)
        except UnicodeError as error:
            assert False, f"{name!r} is right as it is. Repairing it failed: {error}."
        assert found == name, f"{name!r} is right as it is, but it became {found!r}."
