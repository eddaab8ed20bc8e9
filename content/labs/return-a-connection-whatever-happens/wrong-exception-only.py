# fails: A cancelled task gives the connection back
from contextlib import contextmanager


@contextmanager
def borrowed(pool):
    connection = pool.take()
    try:
        yield connection
    except ConnectionError:
        pool.discard(connection)
        raise
    except Exception:
        pool.give_back(connection)
        raise
    else:
        pool.give_back(connection)
