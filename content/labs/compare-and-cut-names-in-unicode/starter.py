def same_name(a, b):
    return a == b


def cut(text, limit):
    return text[:limit]
