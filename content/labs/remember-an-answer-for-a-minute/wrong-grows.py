# fails: Expired answers are removed from memory
from functools import wraps


def remember(seconds, clock):
    def decorate(function):
        answers = {}

        @wraps(function)
        def wrapper(*args, **kwargs):
            key = (args, tuple(sorted(kwargs.items())))
            now = clock()
            if key not in answers or answers[key][1] <= now:
                answers[key] = (function(*args, **kwargs), now + seconds)
            return answers[key][0]

        wrapper.size = lambda: len(answers)
        return wrapper

    return decorate
