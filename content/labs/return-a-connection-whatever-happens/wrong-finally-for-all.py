# fails: A broken connection is discarded and does not go back
# says: discards a broken connection and then gives it back anyway.
from contextlib import contextmanager


@contextmanager
def borrowed(pool):
    connection = pool.take()
    try:
        yield connection
    except ConnectionError:
        pool.discard(connection)
        raise
    finally:
        pool.give_back(connection)
