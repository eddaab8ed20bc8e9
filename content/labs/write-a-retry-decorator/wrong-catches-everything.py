# fails: Errors of another kind are raised at once
import functools


def retry(*, on, attempts, sleep):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(1, attempts + 1):
                try:
                    return function(*args, **kwargs)
                except Exception:
                    if attempt == attempts:
                        raise
                    sleep(2 ** (attempt - 1))

        return wrapper

    return decorate
