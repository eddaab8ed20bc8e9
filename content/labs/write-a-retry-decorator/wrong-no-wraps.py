# fails: The function keeps its name and docstring
def retry(*, on, attempts, sleep):
    def decorate(function):
        def wrapper(*args, **kwargs):
            for attempt in range(1, attempts + 1):
                try:
                    return function(*args, **kwargs)
                except on:
                    if attempt == attempts:
                        raise
                    sleep(2 ** (attempt - 1))

        return wrapper

    return decorate
