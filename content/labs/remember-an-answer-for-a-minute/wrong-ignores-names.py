# fails: Each set of arguments has its own answer
from functools import wraps


def remember(seconds, clock):
    def decorate(function):
        answers = {}

        @wraps(function)
        def wrapper(*args, **kwargs):
            now = clock()
            for old in [each for each, (_, end) in answers.items() if end <= now]:
                del answers[old]
            if args not in answers:
                answers[args] = (function(*args, **kwargs), now + seconds)
            return answers[args][0]

        wrapper.size = lambda: len(answers)
        return wrapper

    return decorate
