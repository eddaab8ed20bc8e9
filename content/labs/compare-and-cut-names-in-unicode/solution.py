from unicodedata import category, normalize


def same_name(a, b):
    return folded(a) == folded(b)


def folded(text):
    return normalize("NFC", normalize("NFC", text).casefold())


def cut(text, limit):
    end = len(text.encode()[:limit].decode(errors="ignore"))
    while 0 < end < len(text) and category(text[end]).startswith("M"):
        end -= 1
    return text[:end]
