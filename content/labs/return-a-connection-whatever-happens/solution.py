from contextlib import contextmanager


@contextmanager
def borrowed(pool):
    connection = pool.take()
    try:
        yield connection
    except ConnectionError:
        pool.discard(connection)
        raise
    except BaseException:
        pool.give_back(connection)
        raise
    else:
        pool.give_back(connection)
