# fails: An accent counts the same in both forms
from unicodedata import combining, normalize


def same_name(a, b):
    strip = lambda text: "".join(each for each in normalize("NFD", text) if not combining(each)).casefold()
    return strip(a) == strip(b)


def cut(text, limit):
    end = len(text.encode()[:limit].decode(errors="ignore"))
    while 0 < end < len(text) and combining(text[end]):
        end -= 1
    return text[:end]
