# fails: A letter keeps its accent or goes with it
# says: separates a letter from its accent at the cut.
from unicodedata import normalize


def same_name(a, b):
    fold = lambda text: normalize("NFC", normalize("NFC", text).casefold())
    return fold(a) == fold(b)


def cut(text, limit):
    return text.encode()[:limit].decode(errors="ignore")
