# fails: After the last attempt the error is raised, without a wait
import functools


def retry(*, on, attempts, sleep):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(attempts):
                try:
                    return function(*args, **kwargs)
                except on:
                    sleep(2**attempt)

        return wrapper

    return decorate
