import functools


def retry(*, on, attempts, sleep):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(attempts):
                try:
                    return function(*args, **kwargs)
                except on:
                    if attempt == attempts - 1:
                        raise
                    sleep(2**attempt)

        return wrapper

    return decorate
