# fails: None is an answer, too
from functools import wraps


def remember(seconds, clock):
    def decorate(function):
        answers = {}

        @wraps(function)
        def wrapper(*args, **kwargs):
            key = (args, tuple(sorted(kwargs.items())))
            now = clock()
            for old in [each for each, (_, end) in answers.items() if end <= now]:
                del answers[old]
            answer = answers.get(key, (None, 0))[0]
            if answer is None:
                answer = function(*args, **kwargs)
                answers[key] = (answer, now + seconds)
            return answer

        wrapper.size = lambda: len(answers)
        return wrapper

    return decorate
