# fails: Each set of arguments has its own answer
from functools import wraps

def remember(seconds, clock):
    def decorate(function):
        answers = {}

        @wraps(function)
        def wrapper(*args, **kwargs):
            key = ",".join(map(str, args)) + str(sorted(kwargs.items()))
            now = clock()
            if key in answers:
                answer, good_until = answers[key]
                if now < good_until:
                    return answer

            answer = function(*args, **kwargs)
            for old in [each for each, (_, good_until) in answers.items() if good_until <= now]:
                del answers[old]
            answers[key] = (answer, now + seconds)
            return answer

        wrapper.size = lambda: len(answers)
        return wrapper

    return decorate
