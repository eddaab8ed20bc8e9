def remember(seconds, clock):
    def decorate(function):
        def wrapper(*args, **kwargs):
            return function(*args, **kwargs)

        wrapper.size = lambda: 0
        return wrapper

    return decorate
