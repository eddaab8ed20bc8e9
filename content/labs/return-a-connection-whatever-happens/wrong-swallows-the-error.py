# fails: The error reaches the caller
from contextlib import contextmanager


@contextmanager
def borrowed(pool):
    connection = pool.take()
    try:
        yield connection
    except ConnectionError:
        pool.discard(connection)
    except BaseException:
        pool.give_back(connection)
        raise
    else:
        pool.give_back(connection)
