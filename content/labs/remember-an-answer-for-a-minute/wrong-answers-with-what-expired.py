# fails: An error is not kept
# says: returns the expired answer when the function fails.
from functools import wraps


def remember(seconds, clock):
    def decorate(function):
        answers = {}

        @wraps(function)
        def wrapper(*args, **kwargs):
            key = (args, tuple(sorted(kwargs.items())))
            now = clock()
            if key in answers:
                answer, good_until = answers[key]
                if now < good_until:
                    return answer

            try:
                answer = function(*args, **kwargs)
            except Exception:
                if key in answers:
                    return answers[key][0]
                raise
            for old in [each for each, (_, good_until) in answers.items() if good_until <= now]:
                del answers[old]
            answers[key] = (answer, now + seconds)
            return answer

        wrapper.size = lambda: len(answers)
        return wrapper

    return decorate
