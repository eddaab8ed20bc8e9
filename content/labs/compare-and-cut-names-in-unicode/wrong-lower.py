# fails: ß and SS are the same
from unicodedata import combining, normalize


def same_name(a, b):
    return normalize("NFC", a.lower()) == normalize("NFC", b.lower())


def cut(text, limit):
    end = len(text.encode()[:limit].decode(errors="ignore"))
    while 0 < end < len(text) and combining(text[end]):
        end -= 1
    return text[:end]
