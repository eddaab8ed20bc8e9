# fails: A letter keeps its accent or goes with it
from unicodedata import combining, normalize


def same_name(a, b):
    return folded(a) == folded(b)


def folded(text):
    return normalize("NFC", normalize("NFC", text).casefold())


def cut(text, limit):
    end = len(text.encode()[:limit].decode(errors="ignore"))
    while 0 < end < len(text) and combining(text[end]):
        end -= 1
    return text[:end]
