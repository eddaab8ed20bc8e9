from main import cut, same_name


def test_case():
    """Upper and lower case make no difference"""
    assert same_name("Ada", "aDA"), "Ada and aDA are the same name."
    assert not same_name("Ada", "Adam"), "Ada and Adam are different names."


def test_form():
    """An accent counts the same in both forms"""
    assert same_name("Jos\u00e9", "Jose\u0301"), "José is the same name with U+00E9 and with e and U+0301."
    assert not same_name("José", "Jose"), "José and Jose are different names."


def test_fold():
    """ß and SS are the same"""
    assert same_name("Straße", "STRASSE"), "Straße and STRASSE are the same name."


def test_fold_then_normalize():
    """Folding is followed by normalization"""
    assert same_name("\u01f0", "J\u030c"), "ǰ (U+01F0) and J with a caron (U+030C) are the same name in another case."


def expect(text, limit, expected):
    found = cut(text, limit)
    assert found == expected, f"cut({text!r}, {limit}) should give {expected!r}, found {found!r}."


def test_short():
    """What fits stays whole"""
    expect("Ada", 20, "Ada")
    expect("Ada", 3, "Ada")
    expect("", 5, "")


def test_bytes():
    """The limit counts bytes"""
    expect("Zürich", 3, "Zü")
    expect("日本語", 6, "日本")


def test_half():
    """No code point is cut in half"""
    expect("Zürich", 2, "Z")
    expect("日本語", 8, "日本")
    expect("a🙂b", 4, "a")


def test_marks():
    """A letter keeps its accent or goes with it"""
    expect("Jose\u0301", 4, "Jos")
    expect("Jose\u0301", 5, "Jos")
    expect("Jose\u0301", 6, "Jose\u0301")
    expect("e\u0323\u0301", 3, "")
