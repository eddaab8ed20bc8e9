from unicodedata import category, normalize

from main import cut, same_name


def expect_same(a, b, why):
    for one, other in ((a, b), (b, a)):
        assert same_name(one, other) is True or same_name(one, other), f"same_name({one!r}, {other!r}) should be true: {why}"


def expect_different(a, b, why):
    for one, other in ((a, b), (b, a)):
        assert not same_name(one, other), f"same_name({one!r}, {other!r}) should be false: {why}"


def test_case():
    """Upper and lower case make no difference"""
    expect_same("Ada", "aDA", "only the case differs.")
    expect_same("ΣΑΣ", "σας", "the last letter is a small sigma at the end of a word.")
    expect_same("", "", "both are empty.")
    expect_different("Ada", "Adam", "one has a letter more.")
    expect_different("Ada", "Ad a", "one has a space.")
    expect_different("Ada", "", "one is empty.")
    expect_different("Ada", "Ada ", "one has a space at its end.")
    expect_different("Ir\u0131s", "Iris", "the dotless \u0131 is another letter than i.")


def test_form():
    """An accent counts the same in both forms"""
    expect_same("Jos\u00e9", "Jose\u0301", "é is U+00E9 in one, and e with U+0301 in the other.")
    expect_same("JOS\u00c9", "jose\u0301", "form and case differ.")
    expect_same("q\u0323\u0307", "q\u0307\u0323", "the two marks stand in another order.")
    expect_different("José", "Jose", "one has no accent.")
    expect_different("\u2460", "1", "a circled 1 is another character; only NFKC makes it a 1.")


def test_fold():
    """ß and SS are the same"""
    expect_same("Straße", "STRASSE", "ß is SS in upper case.")
    expect_same("Groß", "gross", "ß and ss are the same without regard to case.")


def test_fold_then_normalize():
    """Folding is followed by normalization"""
    expect_same("\u01f0", "J\u030c", "they are ǰ (U+01F0) and J with a caron (U+030C), in another case.")
    expect_same("\u0390", "\u0399\u0308\u0301", "they are ΐ (U+0390) and a capital iota with the same two marks.")


def expect(text, limit, expected):
    found = cut(text, limit)
    assert found == expected, f"cut({text!r}, {limit}) should give {expected!r}, found {found!r}."


def longest(text, limit):
    """Tries every beginning, from the longest down."""
    for end in range(len(text), 0, -1):
        is_whole = end == len(text) or not category(text[end]).startswith("M")
        if is_whole and len(text[:end].encode()) <= limit:
            return text[:end]
    return ""


def test_short():
    """What fits stays whole"""
    expect("Ada", 20, "Ada")
    expect("Ada", 3, "Ada")
    expect("", 5, "")
    expect("", 0, "")


def test_bytes():
    """The limit counts bytes"""
    expect("Zürich", 3, "Zü")
    expect("日本語", 6, "日本")
    expect("Ada", 2, "Ad")
    expect("Ada", 0, "")


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
    expect("\u0930\u0935\u093f", 8, "\u0930")
    expect("\u0930\u0935\u093f", 9, "\u0930\u0935\u093f")


def test_every_limit():
    """Every limit gives the longest beginning that fits"""
    for text in ("José 🙂 Straße", "e\u0323\u0301x\u0307y", "日e\u0301本\u0301語", "\u0301ab", normalize("NFD", "Ångström-Čapek"), "🙂\u0301🙂", "अमित कुमार", "1\u20e32\ufe0f\u20e3"):
        for limit in range(len(text.encode()) + 2):
            expect(text, limit, longest(text, limit))
